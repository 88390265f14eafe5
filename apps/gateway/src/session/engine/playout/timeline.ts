/** Which written words are heard when, within the audio of one message. */
export interface SpokenWord {
  /** UTF-16 positions in the message's text. */
  readonly textStart: number;
  readonly textEnd: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** A piece of the message's text whose audio is contiguous. */
export interface Segment {
  readonly textStart: number;
  readonly textEnd: number;
  readonly startMs: number;
  /** null until all its audio has arrived. */
  readonly endMs: number | null;
  /** Empty until the segment is complete, or when the voice has no word times. */
  readonly words: readonly SpokenWord[];
}

/** What was said in a message: its text, and the audio that the client was sent of it. */
export interface Spoken {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly sentMs: number;
  /** All of `text` is in the audio sent. */
  readonly complete: boolean;
}

/** Typical of conversational English and German speech; replaced by the voice's own rate once measured. */
export const defaultMsPerChar = 65;

/** Milliseconds one character takes in this voice, from the segments that are complete. */
export function msPerChar(segments: readonly Segment[]): number {
  let ms = 0;
  let chars = 0;
  for (const segment of segments) {
    if (segment.endMs === null || segment.textEnd <= segment.textStart) continue;
    ms += segment.endMs - segment.startMs;
    chars += segment.textEnd - segment.textStart;
  }
  return chars === 0 || ms <= 0 ? defaultMsPerChar : ms / chars;
}
