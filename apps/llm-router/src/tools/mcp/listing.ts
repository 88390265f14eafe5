import type { v1 } from '@parley/contracts';
import { faultCode, ToolFailure } from '../failure';
import { maxDescriptionChars, maxListBytes, maxPages, maxSchemaChars, maxTools } from '../limits';
import type { ToolList } from './connection';

export interface Listing {
  readonly tools: readonly v1.McpTool.$Properties[];
  /** Which of them are not here, in words; empty: all are. */
  readonly leftOut: string;
}

/** A server's tools as they travel to the gateway. @throws ToolFailure for more than a frame takes. */
export function listing({ tools, cutAt }: ToolList): Listing {
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
  if (bytes <= maxListBytes) return { tools: listed, leftOut: leftOut(all.length - listed.length, cutAt) };
  const message = `The server's list of tools is larger than ${maxListBytes} bytes.`;
  throw new ToolFailure('protocol_error', faultCode, message);
}

function leftOut(unfit: number, cutAt: ToolList['cutAt']): string {
  const beyond = {
    tools: `those beyond the first ${maxTools}`,
    pages: `those beyond the first ${maxPages} pages of its list`,
  };
  const parts = [
    ...(cutAt === undefined ? [] : [beyond[cutAt]]),
    ...(unfit === 0 ? [] : [`${unfit} without a name, or that say more than a model is told`]),
  ];
  return parts.join(', and ');
}
