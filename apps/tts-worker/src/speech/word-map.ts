import type { TimeSpan } from '../engines/engine';
import type { Piece } from '../normalisation/piece';
import type { SpokenText } from '../normalisation/spoken';

/** Where a written word is heard. Text positions count in the response, times in its audio. */
export interface WrittenWord {
  readonly textStart: number;
  readonly textEnd: number;
  readonly startMs: number;
  readonly endMs: number;
}

export interface WordMapInput {
  readonly pieces: readonly Piece[];
  readonly spoken: SpokenText;
  /** One per spoken word; fewer when the engine knows no better. */
  readonly spans: readonly TimeSpan[];
  /** Position of the segment's text in the response. */
  readonly textStart: number;
  /** Start and end of the segment's audio, and when something the engine times is heard, all in the response. */
  readonly startMs: number;
  readonly endMs: number;
  readonly heardAtMs: (engineMs: number) => number;
}

/** The times of the written words out of the times of the spoken ones: rising, and inside of the segment. */
export function writtenWords(input: WordMapInput): WrittenWord[] {
  const { pieces, spoken, spans, textStart, startMs, endMs } = input;
  const times = new Map<number, TimeSpan>();
  spoken.words.forEach(({ piece }, index) => {
    const span = spans[index];
    if (span === undefined) return;
    const known = times.get(piece);
    times.set(piece, known === undefined ? span : { startMs: known.startMs, endMs: span.endMs });
  });
  let from = startMs;
  return pieces.flatMap((piece, index) => {
    const span = times.get(index);
    if (span === undefined) return [];
    const begin = Math.min(endMs, Math.max(from, Math.round(startMs + input.heardAtMs(span.startMs))));
    const end = Math.min(endMs, Math.max(begin, Math.round(startMs + input.heardAtMs(span.endMs))));
    from = end;
    return [
      { textStart: textStart + piece.start, textEnd: textStart + piece.end, startMs: begin, endMs: end },
    ];
  });
}
