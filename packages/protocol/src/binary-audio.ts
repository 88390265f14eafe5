import type { Append } from './append';
import { maxAppendBytes } from './client-events/input-audio-buffer';
import { invalidValue, requestError, type ProtocolError } from './errors';
import type { AudioDeltaIds } from './serialize';

/** First byte of a frame. */
const kinds = { append: 1, audioDelta: 2 } as const;
const appendHeaderBytes = 4;
const deltaHeaderBytes = 8;
/** Audio begins at a multiple of this, so that samples can be read in place. */
const alignment = 4;

const plain = /^[ -~]{0,512}$/;

export type BinaryAppend =
  | { readonly ok: Append; readonly error?: never }
  | { readonly error: ProtocolError; readonly ok?: never };

/**
 * A client's audio as a binary frame: `1`, `0`, where the audio begins (u16, little endian), the client's event id
 * (ASCII, padded with zeros), the audio. `audio` may share memory with the frame.
 */
export function readBinaryAppend(frame: Buffer): BinaryAppend {
  if (frame.length < appendHeaderBytes) return malformed('it is shorter than its header');
  if (frame[0] !== kinds.append) return malformed(`its first byte is ${frame[0]} and not ${kinds.append}`);
  if (frame[1] !== 0) return malformed(`its second byte is ${frame[1]} and not 0`);
  const start = frame.readUInt16LE(2);
  if (start < appendHeaderBytes || start > frame.length) {
    return malformed(`its audio begins at byte ${start} of ${frame.length}`);
  }
  const eventId = frame.toString('latin1', appendHeaderBytes, start).replace(/\0+$/, '');
  if (!plain.test(eventId)) return malformed('its event id is not up to 512 printable ASCII characters');
  const audio = frame.subarray(start);
  if (audio.length > maxAppendBytes) {
    const message = "Invalid 'audio'. Expected at most 15 MiB of audio in one frame.";
    return { error: invalidValue('audio', message, eventId || null) };
  }
  return { ok: eventId === '' ? { audio } : { audio, eventId } };
}

function malformed(why: string): BinaryAppend {
  return { error: requestError('invalid_event', `The binary frame is no audio: ${why}.`) };
}

/** Of the frame that `writeBinaryAudioDelta` writes. */
export const binaryAudioDeltaBytes = (ids: AudioDeltaIds, audio: Uint8Array): number =>
  audioStart(ids) + audio.byteLength;

const audioStart = ({ response_id, item_id }: AudioDeltaIds): number =>
  Math.ceil((deltaHeaderBytes + response_id.length + item_id.length) / alignment) * alignment;

/**
 * `response.output_audio.delta` as a binary frame: `2`, the content index (u8), where the audio begins (u16), the
 * output index (u16), the lengths of the two ids (u8 each), response id and item id (ASCII), zeros, the audio.
 */
export function writeBinaryAudioDelta(into: Buffer, at: number, ids: AudioDeltaIds, audio: Uint8Array): void {
  const { response_id, item_id } = ids;
  const start = audioStart(ids);
  into[at] = kinds.audioDelta;
  into[at + 1] = ids.content_index;
  into.writeUInt16LE(start, at + 2);
  into.writeUInt16LE(ids.output_index, at + 4);
  into[at + 6] = response_id.length;
  into[at + 7] = item_id.length;
  let end = at + deltaHeaderBytes;
  end += into.write(response_id, end, 'latin1');
  end += into.write(item_id, end, 'latin1');
  into.fill(0, end, at + start);
  into.set(audio, at + start);
}
