import { readVarint, type Cursor } from './varint';

/** Of a SpeechEvent. */
export interface SpeechPiece {
  /** A view of the message. */
  readonly pcm: Uint8Array;
  /** Hz; 0: not told. */
  readonly sampleRate: number;
}

const cursor: Cursor = { at: 0 };
const maxUint32 = 2 ** 32 - 1;

/**
 * Reads a SpeechEvent of nothing but audio, as nearly all of them are, without an object for each message in it.
 * Undefined: it is another, or none at all.
 */
export function readSpeechAudio(bytes: Uint8Array): SpeechPiece | undefined {
  cursor.at = 0;
  if (!fills(bytes, tag.audio)) return undefined;
  if (!(readField(bytes, tag.segment) <= maxUint32) || !fills(bytes, tag.frame)) return undefined;
  const startSample = readField(bytes, tag.startSample);
  const sampleRate = readField(bytes, tag.sampleRate);
  if (!(startSample <= Number.MAX_SAFE_INTEGER && sampleRate <= maxUint32)) return undefined;
  if (!fills(bytes, tag.pcm) || cursor.at === bytes.length) return undefined;
  return { pcm: bytes.subarray(cursor.at), sampleRate };
}

/** Whether a field begins here that goes to the end, which is read up to its content. */
function fills(bytes: Uint8Array, fieldTag: number): boolean {
  if (bytes[cursor.at] !== fieldTag) return false;
  cursor.at += 1;
  const length = readVarint(bytes, cursor);
  return cursor.at + length === bytes.length;
}

/** A number that is 0 when it is not there. */
function readField(bytes: Uint8Array, fieldTag: number): number {
  if (bytes[cursor.at] !== fieldTag) return 0;
  cursor.at += 1;
  return readVarint(bytes, cursor);
}

/** Field number and wire type, as in speech.proto and audio.proto. */
const tag = {
  audio: 0x12,
  segment: 0x08,
  frame: 0x12,
  startSample: 0x08,
  sampleRate: 0x10,
  pcm: 0x1a,
} as const;
