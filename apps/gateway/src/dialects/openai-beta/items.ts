import { invalidValue, type ConversationItem, type ProtocolError, type Response } from '@parley/protocol';
import { isObject, type Json } from '../codec';
import { defaultTemperature, formatToBeta, modalitiesToBeta } from './values';

const contentTypes: Readonly<Record<string, string>> = { output_text: 'text', output_audio: 'audio' };

const itemTypes: readonly string[] = ['message', 'function_call', 'function_call_output'];

/** The beta has neither MCP nor other tools of the server. */
export const isKnownItem = ({ type }: ConversationItem): boolean => itemTypes.includes(type);

/** Of an item that a client sends. */
export function itemError(param: string, item: unknown): ProtocolError | undefined {
  const type = isObject(item) ? item['type'] : undefined;
  if (typeof type !== 'string' || !type.startsWith('mcp_')) return undefined;
  const supported = itemTypes.map((name) => `'${name}'`).join(', ');
  return invalidValue(`${param}.type`, `Invalid value: '${type}'. Supported values are: ${supported}.`);
}

export function itemToBeta(item: ConversationItem): Json {
  const { id, type, ...rest } = item;
  const common = { id, object: 'realtime.item', type, ...rest };
  if (item.type !== 'message') return common;
  return {
    ...common,
    content: item.content.map((part) => ({ ...part, type: contentTypes[part.type] ?? part.type })),
  };
}

export function responseToBeta(response: Response): Json {
  const { output_modalities: modalities, audio, output, usage, ...rest } = response;
  return {
    ...rest,
    output: output.filter((item) => isKnownItem(item)).map((item) => itemToBeta(item)),
    modalities: modalitiesToBeta(modalities),
    voice: audio.output.voice,
    output_audio_format: formatToBeta(audio.output.format),
    temperature: response.temperature ?? defaultTemperature,
    usage: usage && usageToBeta(usage),
  };
}

/** The beta knows no images. */
function usageToBeta(usage: NonNullable<Response['usage']>): Json {
  const { image_tokens: _images, cached_tokens_details: cached, ...input } = usage.input_token_details;
  const { image_tokens: _cachedImages, ...cachedDetails } = cached;
  return { ...usage, input_token_details: { ...input, cached_tokens_details: cachedDetails } };
}
