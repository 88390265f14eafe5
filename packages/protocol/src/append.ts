import { decodeBase64 } from './base64';
import { maxAppendBytes } from './client-events/input-audio-buffer';

export interface Append {
  readonly audio: Buffer;
  readonly eventId?: string;
}

const quote = 0x22;
const appendType = 'input_audio_buffer.append';
/** Printable ASCII without quote and backslash: what stands for itself in JSON. */
const plain = /^[ !#-[\]-~]{0,512}$/;

/**
 * Reads `{"type":"input_audio_buffer.append","audio":"…"}` without parsing it as JSON, as most frames are these.
 * Undefined when anything is unusual (an escape, a key twice, another event, an error): the full parser decides then.
 */
export function parseAppend(frame: Buffer): Append | undefined {
  let at = skipSpace(frame, 0);
  if (frame[at] !== 0x7b) return undefined;
  let audio: Buffer | undefined;
  let eventId: string | undefined;
  let typed = false;
  for (;;) {
    const key = readString(frame, skipSpace(frame, at + 1));
    if (!key || key.end - key.start > 16) return undefined;
    const colon = skipSpace(frame, key.end + 1);
    if (frame[colon] !== 0x3a) return undefined;
    const value = readString(frame, skipSpace(frame, colon + 1));
    if (!value) return undefined;
    switch (frame.toString('latin1', key.start, key.end)) {
      case 'type':
        if (
          typed ||
          frame.toString('latin1', value.start, Math.min(value.end, value.start + 32)) !== appendType
        )
          return undefined;
        typed = true;
        break;
      case 'audio':
        if (audio) return undefined;
        audio = decodeBase64(frame.toString('latin1', value.start, value.end));
        if (!audio || audio.length > maxAppendBytes) return undefined;
        break;
      case 'event_id': {
        const id = frame.toString('latin1', value.start, Math.min(value.end, value.start + 513));
        if (eventId !== undefined || !plain.test(id)) return undefined;
        eventId = id;
        break;
      }
      default:
        return undefined;
    }
    at = skipSpace(frame, value.end + 1);
    if (frame[at] === 0x2c) continue;
    if (frame[at] !== 0x7d || skipSpace(frame, at + 1) !== frame.length) return undefined;
    if (!typed || !audio) return undefined;
    return eventId === undefined ? { audio } : { audio, eventId };
  }
}

/** The string that begins at `at`, up to the next quote: an escaped quote leaves a backslash that no value allows. */
function readString(frame: Buffer, at: number): { start: number; end: number } | undefined {
  if (frame[at] !== quote) return undefined;
  const end = frame.indexOf(quote, at + 1);
  return end < 0 ? undefined : { start: at + 1, end };
}

function skipSpace(frame: Buffer, from: number): number {
  let at = from;
  while (frame[at] === 0x20 || frame[at] === 0x0a || frame[at] === 0x0d || frame[at] === 0x09) at++;
  return at;
}
