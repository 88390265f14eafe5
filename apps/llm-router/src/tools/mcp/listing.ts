import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import type { v1 } from '@parley/contracts';
import { faultCode, ToolFailure } from '../failure';
import { maxDescriptionChars, maxListBytes, maxSchemaChars } from '../limits';

export interface Listing {
  readonly tools: readonly v1.McpTool.$Properties[];
  /** How many were left out, as no model would be given them. */
  readonly refused: number;
}

/** A server's tools as they travel to the gateway. @throws ToolFailure for more than a frame takes. */
export function listing(tools: readonly Tool[]): Listing {
  const all = tools.map(({ name, description, inputSchema, annotations }) => ({
    name,
    description: description ?? '',
    inputSchemaJson: JSON.stringify(inputSchema),
    annotationsJson: annotations === undefined ? '' : JSON.stringify(annotations),
  }));
  const listed = all.filter(
    ({ name, description, inputSchemaJson }) =>
      name !== '' && description.length <= maxDescriptionChars && inputSchemaJson.length <= maxSchemaChars,
  );
  const bytes = listed.reduce(
    (sum, tool) => sum + Buffer.byteLength(tool.description) + Buffer.byteLength(tool.inputSchemaJson),
    0,
  );
  if (bytes <= maxListBytes) return { tools: listed, refused: all.length - listed.length };
  const message = `The server's list of tools is larger than ${maxListBytes} bytes.`;
  throw new ToolFailure('protocol_error', faultCode, message);
}
