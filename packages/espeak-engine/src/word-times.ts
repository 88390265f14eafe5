import type { EspeakEvent } from '@echogarden/espeak-ng-emscripten';

export interface WordSpan {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * When each word is heard. espeak names words by their place in the text, in characters, and gives one event for
 * words it speaks in one breath: such a span is divided by the length of its words.
 */
export function wordTimes(
  text: string,
  words: readonly string[],
  events: readonly EspeakEvent[],
  totalMs: number,
): WordSpan[] {
  const ends = wordEnds(text, words);
  const starts: (number | undefined)[] = words.map(() => undefined);
  for (const event of events) {
    if (event.type !== 'word') continue;
    const word = ends.findIndex((end) => event.text_position <= end);
    if (word >= 0 && starts[word] === undefined) starts[word] = event.audio_position;
  }
  // Silence begins where a clause ends, before the next word does.
  const pauses = events.filter((event) => event.type === 'phoneme' && event.id === '');
  return fill(words, starts, totalMs).map(({ startMs, endMs }, index) => {
    const pause = pauses.find(({ audio_position: at }) => at > startMs && at < endMs);
    return { text: words[index] ?? '', startMs, endMs: pause?.audio_position ?? endMs };
  });
}

/** 1-based position of each word's last character. */
function wordEnds(text: string, words: readonly string[]): number[] {
  let at = 0;
  return words.map((word) => {
    const found = text.indexOf(word, at);
    at = (found < 0 ? at : found) + word.length;
    return Array.from(text.slice(0, at)).length;
  });
}

function fill(words: readonly string[], starts: readonly (number | undefined)[], totalMs: number) {
  const spans: { startMs: number; endMs: number }[] = [];
  for (let first = 0; first < words.length;) {
    let next = first + 1;
    while (next < words.length && starts[next] === undefined) next += 1;
    const startMs = starts[first] ?? 0;
    const spanMs = Math.max(0, (next < words.length ? (starts[next] ?? totalMs) : totalMs) - startMs);
    const units = words.slice(first, next).map((word) => Math.max(1, word.length));
    const all = units.reduce((sum, unit) => sum + unit, 0);
    let done = 0;
    for (const unit of units) {
      const from = startMs + (spanMs * done) / all;
      done += unit;
      spans.push({ startMs: Math.round(from), endMs: Math.round(startMs + (spanMs * done) / all) });
    }
    first = next;
  }
  return spans;
}
