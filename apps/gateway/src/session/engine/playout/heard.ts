import { msPerChar, type Segment, type Spoken } from './timeline';
import { afterPunctuation, boundaryBefore, nextWordStart } from './words';

/**
 * The text a listener heard who stopped listening after `heardMs` of the message's audio: whole words only, so
 * that the model never remembers what nobody heard. A word counts once its last millisecond was played.
 */
export function heardText(spoken: Spoken, heardMs: number): string {
  if (spoken.complete && heardMs >= spoken.sentMs) return spoken.text;
  return spoken.text.slice(0, heardEnd(spoken, Math.min(heardMs, spoken.sentMs))).trimEnd();
}

function heardEnd(spoken: Spoken, heardMs: number): number {
  let end = 0;
  for (const segment of spoken.segments) {
    if (segment.startMs >= heardMs) break;
    end = Math.max(end, endWithin(spoken, segment, heardMs));
  }
  return end;
}

function endWithin({ text, segments }: Spoken, segment: Segment, heardMs: number): number {
  if (segment.endMs !== null && heardMs >= segment.endMs) return segment.textEnd;
  if (segment.words.length > 0) {
    const last = segment.words.findLast((word) => word.endMs <= heardMs);
    return last === undefined ? 0 : Math.min(afterPunctuation(text, last.textEnd), segment.textEnd);
  }
  return boundaryBefore(text, Math.floor(position(segments, segment, heardMs)));
}

/** Text position at `ms` of a segment without word times: by the segment's own rate, else by the voice's. */
function position(segments: readonly Segment[], segment: Segment, ms: number): number {
  const rate =
    segment.endMs === null
      ? msPerChar(segments)
      : (segment.endMs - segment.startMs) / Math.max(1, segment.textEnd - segment.textStart);
  return Math.min(segment.textEnd, segment.textStart + (ms - segment.startMs) / Math.max(1, rate));
}

/**
 * Where another worker goes on after the one that spoke was lost: the first word none of whose audio was sent.
 * The tail of a word that was being spoken is not said again.
 */
export function resumePosition(spoken: Spoken): number {
  const last = spoken.segments.at(-1);
  if (last === undefined) return 0;
  if (last.endMs !== null) return last.textEnd;
  const sentMs = spoken.sentMs - last.startMs;
  if (sentMs <= 0) return last.textStart;
  const reached = Math.ceil(position(spoken.segments, last, spoken.sentMs));
  return reached >= last.textEnd ? last.textEnd : Math.min(nextWordStart(spoken.text, reached), last.textEnd);
}
