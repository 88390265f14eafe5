import { unknownParameter, type ProtocolError } from '@parley/protocol';
import type { Json } from '../codec';
import { formatError, formatToGa, modalitiesToGa, temperatureError, toolsError } from './values';

/** Where a field of a flat beta object is in the GA one, and how its value is written there. */
interface Field {
  readonly ga: string;
  readonly toGa?: (value: unknown) => unknown;
  /** For fields whose values are others in the beta. */
  readonly check?: (param: string, value: unknown) => ProtocolError | undefined;
}

export type Fields = Readonly<Record<string, Field>>;

const format = (ga: string): Field => ({ ga, toGa: formatToGa, check: formatError });
const temperature: Field = { ga: 'temperature', check: temperatureError };
const modalities: Field = { ga: 'output_modalities', toGa: modalitiesToGa };

export const sessionFields: Fields = {
  model: { ga: 'model' },
  modalities,
  instructions: { ga: 'instructions' },
  voice: { ga: 'audio.output.voice' },
  speed: { ga: 'audio.output.speed' },
  input_audio_format: format('audio.input.format'),
  output_audio_format: format('audio.output.format'),
  input_audio_transcription: { ga: 'audio.input.transcription' },
  input_audio_noise_reduction: { ga: 'audio.input.noise_reduction' },
  turn_detection: { ga: 'audio.input.turn_detection' },
  tools: { ga: 'tools', check: toolsError },
  tool_choice: { ga: 'tool_choice' },
  temperature,
  max_response_output_tokens: { ga: 'max_output_tokens' },
  tracing: { ga: 'tracing' },
  prompt: { ga: 'prompt' },
  include: { ga: 'include' },
};

/** What a transcription session has: it says nothing. */
export const transcriptionFields: Fields = Object.fromEntries(
  Object.entries(sessionFields).filter(([name]) =>
    [
      'input_audio_format',
      'input_audio_transcription',
      'input_audio_noise_reduction',
      'turn_detection',
      'include',
    ].includes(name),
  ),
);

export const responseFields: Fields = {
  conversation: { ga: 'conversation' },
  input: { ga: 'input' },
  instructions: { ga: 'instructions' },
  modalities,
  voice: { ga: 'audio.output.voice' },
  output_audio_format: format('audio.output.format'),
  tools: { ga: 'tools', check: toolsError },
  tool_choice: { ga: 'tool_choice' },
  temperature,
  max_response_output_tokens: { ga: 'max_output_tokens' },
  metadata: { ga: 'metadata' },
  prompt: { ga: 'prompt' },
};

export type Translated =
  | { readonly ok: Json; readonly error?: never }
  | { readonly error: ProtocolError; readonly ok?: never };

/** A flat object in the GA shape, on top of `base`. Fields that the beta does not have are errors. */
export function fieldsToGa(root: string, fields: Fields, beta: Json, base: Json = {}): Translated {
  const ga: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(beta)) {
    const param = `${root}.${name}`;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) return { error: unknownParameter(param) };
    const error = field.check?.(param, value);
    if (error) return { error };
    if (value !== undefined) put(ga, field.ga.split('.'), field.toGa ? field.toGa(value) : value);
  }
  return { ok: ga };
}

function put(
  target: Record<string, unknown>,
  [first = '', ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  const held = target[first];
  const inner: Record<string, unknown> = typeof held === 'object' ? { ...held } : {};
  put(inner, rest, value);
  target[first] = inner;
}

/** What the beta calls the parameter that the GA shape calls so. */
export function nameInBeta(param: string): string {
  return rename(param, 'session', sessionFields) ?? rename(param, 'response', responseFields) ?? param;
}

function rename(param: string, root: string, fields: Fields): string | undefined {
  for (const [name, { ga }] of Object.entries(fields)) {
    const path = `${root}.${ga}`;
    if (param !== path && !param.startsWith(`${path}.`) && !param.startsWith(`${path}[`)) continue;
    return `${root}.${name}${param.slice(path.length)}`;
  }
  return undefined;
}
