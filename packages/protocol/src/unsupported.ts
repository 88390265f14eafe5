import type { ClientEventType } from './client-events';
import { requestError, type ProtocolError } from './errors';
import { matches } from './paths';

/**
 * What the protocol knows and this server does not do: each is answered with an error that names the
 * parameter, and never accepted and ignored. `supported` tells the values that are fine.
 */
interface Unsupported {
  readonly events: readonly ClientEventType[];
  /** `[]` stands for any index. */
  readonly path: string;
  readonly supported: (value: unknown) => boolean;
  readonly what: string;
  /** Why it cannot be had here. */
  readonly why: string;
}

const isNull = (value: unknown): boolean => value === null;
const areDirect = (value: unknown): boolean =>
  value === null || (Array.isArray(value) && value.every((caller) => caller === 'direct'));
const logprobs = 'item.input_audio_transcription.logprobs';
const isNot =
  (...values: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value !== 'string' || !values.includes(value);

const session = ['session.update'] as const;
const response = ['response.create'] as const;

const ofTools: readonly Unsupported[] = [
  {
    key: 'connector_id',
    supported: isNull,
    what: 'Connectors',
    why: 'they are OpenAI’s own ways to other services: name an MCP server by its server_url',
  },
  {
    key: 'tunnel_id',
    supported: isNull,
    what: 'Tunnels',
    why: 'they are OpenAI’s own: an MCP server within reach is named by its server_url',
  },
  {
    key: 'allowed_callers',
    supported: areDirect,
    what: 'Callers of tools',
    why: 'only the model itself calls tools: any value but ["direct"] asks for programs that call them',
  },
  {
    key: 'defer_loading',
    supported: (value: unknown): boolean => value !== true,
    what: 'Deferred tools',
    why: 'a model is given all tools there are; none searches for tools',
  },
].flatMap(({ key, ...rest }) => [
  { events: session, path: `session.tools[].${key}`, ...rest },
  { events: response, path: `response.tools[].${key}`, ...rest },
]);

export const unsupported: readonly Unsupported[] = [
  ...ofTools,
  {
    events: session,
    path: 'session.include[]',
    supported: isNot(logprobs),
    what: 'Log probabilities',
    why: 'no recogniser here tells them, as whisper-1 of the reference does not',
  },
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
