import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import type { v1 } from '@parley/contracts';
import { faultCode, ToolFailure } from '../failure';
import { maxListBytes } from '../limits';

/** A server's tools as they travel to the gateway. @throws ToolFailure for more than a frame takes. */
export function listing(tools: readonly Tool[]): v1.McpTool.$Properties[] {
  const listed = tools.map(({ name, description, inputSchema, annotations }) => ({
    name,
    description: description ?? '',
    inputSchemaJson: JSON.stringify(inputSchema),
    annotationsJson: annotations === undefined ? '' : JSON.stringify(annotations),
  }));
  const bytes = listed.reduce(
    (sum, tool) => sum + Buffer.byteLength(tool.description) + Buffer.byteLength(tool.inputSchemaJson),
    0,
  );
  if (bytes <= maxListBytes) return listed;
  const message = `The server's list of tools is larger than ${maxListBytes} bytes.`;
  throw new ToolFailure('protocol_error', faultCode, message);
}
