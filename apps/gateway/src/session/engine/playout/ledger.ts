import type { Segment, Spoken, SpokenWord } from './timeline';

/**
 * Everything sent of one message's audio: which text it was, and when the client will have played it. Fed by one
 * synthesis run after the other (a run ends early when its worker is lost); all positions are of the message.
 */
export interface Ledger {
  readonly segments: readonly Segment[];
  readonly sentBytes: number;
  readonly sentMs: number;
  /** When the last byte sent will have been played. */
  readonly playEndAtMs: number;
}

/** Where a run's own counting begins within the message. */
export interface RunBase {
  readonly text: number;
  readonly audioMs: number;
}

export const emptyLedger: Ledger = { segments: [], sentBytes: 0, sentMs: 0, playEndAtMs: 0 };

/** One for all segments: conversations are long. */
const noWords: readonly SpokenWord[] = [];

export function segmentStarted(ledger: Ledger, base: RunBase, textStart: number, textEnd: number): Ledger {
  const start = Math.max(base.text + textStart, ledger.segments.at(-1)?.textEnd ?? 0);
  const segment: Segment = {
    textStart: start,
    textEnd: Math.max(start, base.text + textEnd),
    startMs: ledger.sentMs,
    endMs: null,
    words: noWords,
  };
  return { ...ledger, segments: [...closeOpen(ledger), segment] };
}

export function audioSent(ledger: Ledger, bytes: number, audioMs: number, playEndAtMs: number): Ledger {
  return {
    ...ledger,
    sentBytes: ledger.sentBytes + bytes,
    sentMs: ledger.sentMs + audioMs,
    playEndAtMs,
  };
}

/** `words` as the run counts them. */
export function segmentDone(ledger: Ledger, base: RunBase, words: readonly SpokenWord[]): Ledger {
  const last = ledger.segments.at(-1);
  if (last === undefined || last.endMs !== null) return ledger;
  const done: Segment = {
    ...last,
    endMs: ledger.sentMs,
    words: words.length === 0 ? noWords : moved(base, words),
  };
  return { ...ledger, segments: [...ledger.segments.slice(0, -1), done] };
}

/** Word times of a segment whose audio is not all sent. */
export function wordsKnown(ledger: Ledger, base: RunBase, words: readonly SpokenWord[]): Ledger {
  const last = ledger.segments.at(-1);
  if (last === undefined || last.endMs !== null) return ledger;
  return { ...ledger, segments: [...ledger.segments.slice(0, -1), { ...last, words: moved(base, words) }] };
}

const moved = (base: RunBase, words: readonly SpokenWord[]): SpokenWord[] =>
  words.map((word) => ({
    textStart: word.textStart + base.text,
    textEnd: word.textEnd + base.text,
    startMs: word.startMs + base.audioMs,
    endMs: word.endMs + base.audioMs,
  }));

/** After a lost run the segment it left open ends where `textEnd` says; the next run begins there. */
export function runLost(ledger: Ledger, textEnd: number): Ledger {
  const last = ledger.segments.at(-1);
  if (last === undefined || last.endMs !== null) return ledger;
  const cut: Segment = { ...last, textEnd: Math.max(last.textStart, textEnd), endMs: ledger.sentMs };
  return { ...ledger, segments: [...ledger.segments.slice(0, -1), cut] };
}

export function spokenOf(ledger: Ledger, text: string, complete: boolean): Spoken {
  return { text, segments: ledger.segments, sentMs: ledger.sentMs, complete };
}

/** Milliseconds of the message's audio that the client has played by now. */
export function heardMs(ledger: Ledger, nowMs: number): number {
  const unplayed = Math.max(0, ledger.playEndAtMs - nowMs);
  return Math.max(0, Math.floor(ledger.sentMs - unplayed));
}

function closeOpen(ledger: Ledger): readonly Segment[] {
  const last = ledger.segments.at(-1);
  if (last === undefined || last.endMs !== null) return ledger.segments;
  return [...ledger.segments.slice(0, -1), { ...last, endMs: ledger.sentMs }];
}
