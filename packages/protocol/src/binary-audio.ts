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

/**
 * `response.output_audio.delta` as a binary frame: `2`, the content index (u8), where the audio begins (u16), the
 * output index (u16), the lengths of the two ids (u8 each), response id and item id (ASCII), zeros, the audio.
 */
export function binaryAudioDelta(ids: AudioDeltaIds, audio: Uint8Array): Buffer {
  const { response_id, item_id } = ids;
  const used = deltaHeaderBytes + response_id.length + item_id.length;
  const start = Math.ceil(used / alignment) * alignment;
  const frame = Buffer.allocUnsafe(start + audio.byteLength);
  frame[0] = kinds.audioDelta;
  frame[1] = ids.content_index;
  frame.writeUInt16LE(start, 2);
  frame.writeUInt16LE(ids.output_index, 4);
  frame[6] = response_id.length;
  frame[7] = item_id.length;
  frame.write(response_id, deltaHeaderBytes, 'latin1');
  frame.write(item_id, deltaHeaderBytes + response_id.length, 'latin1');
  frame.fill(0, used, start);
  frame.set(audio, start);
  return frame;
}
