import { decodeBase64 } from './base64';
import { maxAppendBytes } from './client-events/input-audio-buffer';

export interface Append {
  /** What it is only until the next append is read: who keeps it copies it. */
  readonly audio: Buffer;
  readonly eventId?: string;
}

/** Audio is decoded here, as a buffer for each frame costs more than the decoding: 300 ms at 48 kHz. */
const scratch = Buffer.allocUnsafeSlow(32 * 1024);

const appendType = 'input_audio_buffer.append';
/** Up to here it is not asked first whether a frame is an append: to read it takes no longer. */
const soonReadBytes = 16 * 1024;
/** Where in a frame of any size the type of an append can be: all keys but the audio are short. */
const edgeBytes = 700;
/** Printable ASCII without quote and backslash: what stands for itself in JSON. */
const plain = /^[ !#-[\]-~]{0,512}$/;

/**
 * Reads `{"type":"input_audio_buffer.append","audio":"…"}` without parsing it as JSON, as most frames are these.
 * Undefined when anything is unusual (an escape, a key twice, another event, an error): the full parser decides then.
 */
export function parseAppend(frame: Buffer): Append | undefined {
  if (frame.length > soonReadBytes && !mentionsAppend(frame)) return undefined;
  // Bytes beyond ASCII show as other characters here, which none of the three values may have.
  const text = frame.toString('latin1');
  let at = skipSpace(text, 0);
  if (text[at] !== '{') return undefined;
  let audio: Buffer | undefined;
  let eventId: string | undefined;
  let typed = false;
  for (;;) {
    const key = readString(text, skipSpace(text, at + 1));
    if (!key) return undefined;
    const colon = skipSpace(text, key.end);
    if (text[colon] !== ':') return undefined;
    const value = readString(text, skipSpace(text, colon + 1));
    if (!value) return undefined;
    switch (key.content) {
      case 'type':
        if (typed || value.content !== appendType) return undefined;
        typed = true;
        break;
      case 'audio':
        if (audio) return undefined;
        audio = decodeBase64(value.content, scratch);
        if (!audio || audio.length > maxAppendBytes) return undefined;
        break;
      case 'event_id':
        if (eventId !== undefined || !plain.test(value.content)) return undefined;
        eventId = value.content;
        break;
      default:
        return undefined;
    }
    at = skipSpace(text, value.end);
    if (text[at] === ',') continue;
    if (text[at] !== '}' || skipSpace(text, at + 1) !== text.length) return undefined;
    if (!typed || !audio) return undefined;
    return eventId === undefined ? { audio } : { audio, eventId };
  }
}

function mentionsAppend(frame: Buffer): boolean {
  const { length } = frame;
  return (
    frame.toString('latin1', 0, Math.min(length, edgeBytes)).includes(appendType) ||
    (length > edgeBytes && frame.toString('latin1', length - edgeBytes, length).includes(appendType))
  );
}

/** The string that begins at `at`, up to the next quote: an escaped quote leaves a backslash that no value allows. */
function readString(text: string, at: number): { content: string; end: number } | undefined {
  if (text[at] !== '"') return undefined;
  const end = text.indexOf('"', at + 1);
  return end < 0 ? undefined : { content: text.slice(at + 1, end), end: end + 1 };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++;
  return at;
}
