import {
  requestError,
  sessionView,
  unknownParameter,
  type AudioFormat,
  type ProtocolError,
  type Session,
} from '@parley/protocol';

type Json = Readonly<Record<string, unknown>>;

/** Where each field of the flat beta session is in the GA session, and how its value is written there. */
interface Field {
  readonly ga: string;
  readonly toGa?: (value: unknown) => unknown;
}

const formats: Readonly<Record<string, AudioFormat>> = {
  pcm16: { type: 'audio/pcm', rate: 24000 },
  g711_ulaw: { type: 'audio/pcmu' },
  g711_alaw: { type: 'audio/pcma' },
};

const formatToGa = (value: unknown): unknown =>
  typeof value === 'string' ? (formats[value] ?? { type: value }) : value;

/** Speech comes with its words in both dialects; the beta names both. */
const modalitiesToGa = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 2 && value.includes('text') && value.includes('audio')
    ? ['audio']
    : value;

const fields: Readonly<Record<string, Field>> = {
  model: { ga: 'model' },
  modalities: { ga: 'output_modalities', toGa: modalitiesToGa },
  instructions: { ga: 'instructions' },
  voice: { ga: 'audio.output.voice' },
  speed: { ga: 'audio.output.speed' },
  input_audio_format: { ga: 'audio.input.format', toGa: formatToGa },
  output_audio_format: { ga: 'audio.output.format', toGa: formatToGa },
  input_audio_transcription: { ga: 'audio.input.transcription' },
  input_audio_noise_reduction: { ga: 'audio.input.noise_reduction' },
  turn_detection: { ga: 'audio.input.turn_detection' },
  tools: { ga: 'tools' },
  tool_choice: { ga: 'tool_choice' },
  max_response_output_tokens: { ga: 'max_output_tokens' },
  tracing: { ga: 'tracing' },
  prompt: { ga: 'prompt' },
  include: { ga: 'include' },
};

/** What a transcription session has: it says nothing. */
const transcriptionFields = [
  'modalities',
  'input_audio_format',
  'input_audio_transcription',
  'input_audio_noise_reduction',
  'turn_detection',
  'include',
];

export type Translated =
  | { readonly ok: Json; readonly error?: never }
  | { readonly error: ProtocolError; readonly ok?: never };

/** A beta session as a GA one, still to be checked as such. Fields that the beta does not have are errors. */
export function sessionToGa(type: 'realtime' | 'transcription', beta: Json): Translated {
  const ga: Record<string, unknown> = { type };
  for (const [name, value] of Object.entries(beta)) {
    const field = fields[name];
    if (name === 'temperature') return { error: unsupportedTemperature };
    if (!field || (type === 'transcription' && !transcriptionFields.includes(name))) {
      return { error: unknownParameter(`session.${name}`) };
    }
    if (type === 'transcription' && name === 'modalities') continue;
    if (value !== undefined) put(ga, field.ga.split('.'), field.toGa ? field.toGa(value) : value);
  }
  return { ok: ga };
}

const unsupportedTemperature = requestError(
  'unsupported_parameter',
  "Temperature: not supported by this server ('session.temperature').",
  { param: 'session.temperature' },
);

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

/** An error about a GA session, in the words of the beta's. */
export function errorToBeta(error: ProtocolError): ProtocolError {
  if (error.param === null) return error;
  const found = Object.entries(fields).find(
    ([, { ga }]) => error.param === `session.${ga}` || error.param?.startsWith(`session.${ga}.`),
  );
  if (!found) return error;
  const [name, { ga, toGa }] = found;
  const rest = toGa ? '' : error.param.slice(`session.${ga}`.length);
  const param = `session.${name}${rest}`;
  return { ...error, param, message: error.message.replaceAll(error.param, param) };
}

/** The effective session as the beta has it. */
export function sessionToBeta(session: Session): Json {
  const { input, output } = session.audio;
  const view = sessionView(session);
  const listening = {
    id: session.id,
    object: session.object,
    expires_at: session.expires_at,
    input_audio_format: formatToBeta(input.format),
    input_audio_transcription: input.transcription,
    input_audio_noise_reduction: input.noise_reduction,
    turn_detection: view.audio.input.turn_detection,
    include: session.include,
  };
  if (session.type === 'transcription') return listening;
  return {
    ...listening,
    model: session.model,
    modalities: session.output_modalities[0] === 'audio' ? ['audio', 'text'] : ['text'],
    instructions: session.instructions,
    voice: output.voice,
    speed: output.speed,
    output_audio_format: formatToBeta(output.format),
    tools: session.tools,
    tool_choice: session.tool_choice,
    max_response_output_tokens: session.max_output_tokens,
    tracing: session.tracing,
    prompt: session.prompt,
  };
}

const formatToBeta = ({ type }: AudioFormat): string =>
  Object.entries(formats).find(([, format]) => format.type === type)?.[0] ?? type;
