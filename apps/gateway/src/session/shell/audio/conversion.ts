import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  formatBytesPerSample,
  formatRateHz,
  invalidValue,
  type AudioFormat,
  type ClientItem,
  type ProtocolError,
} from '@parley/protocol';
import type { SessionClientEvent } from '../../ports';
import { InputAudio } from './input-audio';

/** Audio of one item, milliseconds: longer than what any recogniser hears before it is given up. */
export const maxItemAudioMs = 600_000;

/** What is resampled in one turn of the event loop: some milliseconds of work. */
const sliceBytes = 64 * 1024;

export const audioMsOf = (bytes: number, format: AudioFormat): number =>
  (bytes / formatBytesPerSample(format) / formatRateHz(format)) * 1_000;

/** What is to be heard of an item that is too long. */
export function tooLongAudio(event: SessionClientEvent, format: AudioFormat): ProtocolError | undefined {
  if (event.type === 'conversation.item.create') return tooLong(event.item, 'item', format);
  if (event.type !== 'response.create') return undefined;
  for (const [index, item] of (event.response?.input ?? []).entries()) {
    const error =
      item.type === 'item_reference' ? undefined : tooLong(item, `response.input[${index}]`, format);
    if (error !== undefined) return error;
  }
  return undefined;
}

function tooLong(item: ClientItem, param: string, format: AudioFormat): ProtocolError | undefined {
  if (item.type !== 'message' || item.role !== 'user') return undefined;
  for (const [index, part] of item.content.entries()) {
    if (part.type !== 'input_audio' || part.transcript !== null) continue;
    if (audioMsOf((part.audio.length * 3) / 4, format) <= maxItemAudioMs) continue;
    const message = `The audio of an item may be ${maxItemAudioMs / 60_000} minutes long.`;
    return invalidValue(`${param}.content[${index}].audio`, message);
  }
  return undefined;
}

/**
 * PCM16 at 16 kHz, in pieces that are what they are until `take` returns. What is short is done at once, `onEnd` as well,
 * which is called however it ends.
 */
export async function convert(
  audio: Uint8Array,
  format: AudioFormat,
  take: (pcm: Uint8Array) => void,
  isWanted: () => boolean,
  onEnd: () => void = () => undefined,
): Promise<void> {
  try {
    const input = new InputAudio(format);
    for (let at = 0; at < audio.byteLength; at += sliceBytes) {
      if (at > 0) await nextTurn();
      if (!isWanted()) return;
      input.each(audio.subarray(at, at + sliceBytes), take);
    }
    input.flush(take);
  } finally {
    onEnd();
  }
}
