import {
  invalidType,
  invalidValue,
  type AudioFormat,
  type Modality,
  type ProtocolError,
} from '@parley/protocol';
import { isObject } from '../codec';

const formats: Readonly<Record<string, AudioFormat>> = {
  pcm16: { type: 'audio/pcm', rate: 24000 },
  g711_ulaw: { type: 'audio/pcmu' },
  g711_alaw: { type: 'audio/pcma' },
};
const formatNames = Object.keys(formats);

export const formatToGa = (value: unknown): unknown =>
  typeof value === 'string' && Object.hasOwn(formats, value) ? formats[value] : value;

export const formatToBeta = ({ type }: AudioFormat): string =>
  formatNames.find((name) => formats[name]?.type === type) ?? type;

export function formatError(param: string, value: unknown): ProtocolError | undefined {
  if (typeof value !== 'string') return invalidType(param, 'a string', kindOf(value));
  if (formatNames.includes(value)) return undefined;
  const supported = formatNames.map((name) => `'${name}'`).join(', ');
  return invalidValue(param, `Invalid value: '${value.slice(0, 100)}'. Supported values are: ${supported}.`);
}

/** Speech comes with its words in both dialects; the beta names both. */
export const modalitiesToGa = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 2 && value.includes('text') && value.includes('audio')
    ? ['audio']
    : value;

export const modalitiesToBeta = ([modality]: readonly [Modality]): readonly string[] =>
  modality === 'audio' ? ['audio', 'text'] : ['text'];

/** What the beta shows when the client has asked for none. */
export const defaultTemperature = 0.8;
const [lowest, highest] = [0.6, 1.2];

export function temperatureError(param: string, value: unknown): ProtocolError | undefined {
  if (typeof value !== 'number') return invalidType(param, 'a number', kindOf(value));
  if (value >= lowest && value <= highest) return undefined;
  return invalidValue(param, `Invalid '${param}': expected ${lowest} to ${highest}.`);
}

/** The client runs its functions itself: the beta has no other tools. */
export function toolsError(param: string, tools: unknown): ProtocolError | undefined {
  if (!Array.isArray(tools)) return undefined;
  const types = tools.map((tool: unknown) => (isObject(tool) ? tool['type'] : undefined));
  const at = types.findIndex((type) => typeof type === 'string' && type !== 'function');
  if (at < 0) return undefined;
  const message = `Invalid value: '${String(types[at]).slice(0, 100)}'. Supported values are: 'function'.`;
  return invalidValue(`${param}[${at}].type`, message);
}

const kindOf = (value: unknown): string => (value === null ? 'null' : `a ${typeof value}`);
