import { isLastField, readVarintField, type Cursor } from './varint';

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
  if (!isLastField(bytes, tag.audio, cursor)) return undefined;
  if (!(readVarintField(bytes, tag.segment, cursor) <= maxUint32) || !isLastField(bytes, tag.frame, cursor))
    return undefined;
  const startSample = readVarintField(bytes, tag.startSample, cursor);
  const sampleRate = readVarintField(bytes, tag.sampleRate, cursor);
  if (!(startSample <= Number.MAX_SAFE_INTEGER && sampleRate <= maxUint32)) return undefined;
  if (!isLastField(bytes, tag.pcm, cursor) || cursor.at === bytes.length) return undefined;
  return { pcm: bytes.subarray(cursor.at), sampleRate };
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
