import { requestError, type ProtocolError } from '@parley/protocol';
import type { ProviderData } from './provider-data.schema';

interface Refused {
  /** Below `session.providerData`. */
  readonly path: string;
  /** Values that ask for nothing this server does not do. */
  readonly fine: (value: unknown) => boolean;
  readonly what: string;
}

const none = (): boolean => false;
const isNot =
  (...values: readonly unknown[]) =>
  (value: unknown): boolean =>
    !values.includes(value);
const is =
  (...values: readonly unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);

/** What Inworld knows and this server does not do: refused by name, and never accepted and ignored. */
export const refusedProviderData: readonly Refused[] = [
  { path: 'tts.steering_handling', fine: none, what: 'Steering tags' },
  { path: 'tts.conversational', fine: isNot(true), what: 'Speech that listens to earlier turns' },
  { path: 'tts.user_turn_mode', fine: is('none'), what: 'Speech that listens to earlier turns' },
  { path: 'tts.timestamp_type', fine: isNot('WORD', 'CHARACTER'), what: 'Timestamps of speech' },
  {
    path: 'tts.timestamp_transport_strategy',
    fine: isNot('SYNC', 'ASYNC'),
    what: 'Timestamps of speech',
  },
  { path: 'caching.enabled', fine: isNot(false), what: 'Switching prompt caches off' },
  { path: 'caching.cache_instructions', fine: isNot(false), what: 'Switching prompt caches off' },
  { path: 'caching.cache_tools', fine: isNot(false), what: 'Switching prompt caches off' },
  { path: 'caching.ttl', fine: none, what: 'The lifetime of prompt caches' },
  { path: 'text_generation_config.reasoning.maxTokens', fine: none, what: 'Limits of reasoning' },
  { path: 'text_generation_config.reasoning.exclude', fine: isNot(false), what: 'Reasoning as output' },
  { path: 'text_generation_config.topP', fine: is(1), what: 'Nucleus sampling' },
  { path: 'text_generation_config.frequencyPenalty', fine: is(0), what: 'Penalties' },
  { path: 'text_generation_config.presencePenalty', fine: is(0), what: 'Penalties' },
  { path: 'text_generation_config.repetitionPenalty', fine: is(1), what: 'Penalties' },
  { path: 'text_generation_config.stopSequences', fine: none, what: 'Stop sequences' },
  { path: 'text_generation_config.seed', fine: none, what: 'Seeds' },
  { path: 'text_generation_config.logitBias', fine: none, what: 'Logit biases' },
];

export function refusalOf(data: ProviderData): ProtocolError | undefined {
  for (const { path, fine, what } of refusedProviderData) {
    const value = at(data, path);
    if (value == null || fine(value)) continue;
    const param = `session.providerData.${path}`;
    const code = typeof value === 'string' ? 'unsupported_value' : 'unsupported_parameter';
    return requestError(code, `${what}: not supported by this server ('${param}').`, { param });
  }
  return undefined;
}

const at = (root: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (Reflect.get(value, key) as unknown) : undefined,
      root,
    );
