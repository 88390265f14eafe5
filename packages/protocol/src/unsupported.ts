import type { ClientEventType } from './client-events';
import { requestError, type ProtocolError } from './errors';
import { matches } from './paths';

/**
 * What the protocol knows and this server does not do yet: each is answered with an error that names the
 * parameter, and never accepted and ignored. `supported` tells the values that are fine.
 */
interface Unsupported {
  readonly events: readonly ClientEventType[];
  /** `[]` stands for any index. */
  readonly path: string;
  readonly supported: (value: unknown) => boolean;
  readonly what: string;
}

const isNotTrue = (value: unknown): boolean => value !== true;
const isNull = (value: unknown): boolean => value === null;
const logprobs = 'item.input_audio_transcription.logprobs';
const isNot =
  (...values: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value !== 'string' || !values.includes(value);
/** What a server's tools have done is the server's to say. */
const isNotMcpItem = isNot('mcp_call', 'mcp_list_tools', 'mcp_approval_request');

const session = ['session.update'] as const;
const response = ['response.create'] as const;
const create = ['conversation.item.create'] as const;

const ofTools: readonly Unsupported[] = [
  { key: 'connector_id', what: 'Connectors' },
  { key: 'tunnel_id', what: 'Tunnels' },
  { key: 'allowed_callers', what: 'Callers of tools' },
  { key: 'defer_loading', what: 'Deferred tools' },
].flatMap(({ key, what }) => [
  { events: session, path: `session.tools[].${key}`, supported: isNull, what },
  { events: response, path: `response.tools[].${key}`, supported: isNull, what },
]);

export const unsupported: readonly Unsupported[] = [
  ...ofTools,
  { events: session, path: 'session.include[]', supported: isNot(logprobs), what: 'Log probabilities' },
  { events: session, path: 'session.tools[].strict', supported: isNotTrue, what: 'Strict tools' },
  { events: create, path: 'item.type', supported: isNotMcpItem, what: 'MCP items of a client' },
  { events: response, path: 'response.input[].type', supported: isNotMcpItem, what: 'MCP items of a client' },
  { events: response, path: 'response.tools[].strict', supported: isNotTrue, what: 'Strict tools' },
];

export function findUnsupported(
  type: ClientEventType,
  event: unknown,
  eventId: string | null,
): ProtocolError | undefined {
  for (const entry of unsupported) {
    if (!entry.events.includes(type)) continue;
    for (const { param, value } of matches(event, entry.path)) {
      if (entry.supported(value)) continue;
      const code = typeof value === 'string' ? 'unsupported_value' : 'unsupported_parameter';
      return requestError(code, `${entry.what}: not supported by this server ('${param}').`, {
        param,
        eventId,
      });
    }
  }
  return undefined;
}
