import { countSyllables, splitWords } from './words';

export interface Repetition {
  /** Text up to the end of the phrase's first time. */
  readonly once: string;
  /** Times the phrase is there in whole. */
  readonly times: number;
  /** Words of the phrase. */
  readonly phraseWords: number;
  /** The phrase begins the text: there is nothing else in it. */
  readonly wholeText: boolean;
}

/**
 * The shortest phrase that the text ends in repeating, the last time perhaps broken off (in mid-word too).
 * "Side right. Right. Right." → "right", three times. Undefined when not a word of a second time is there.
 */
export function trailingRepetition(text: string): Repetition | undefined {
  const words = splitWords(text.replace(marksInNumbers, ' ')).filter((word) => word.key !== '');
  for (let phraseWords = 1; phraseWords < words.length; phraseWords++) {
    const first = runStart(words, phraseWords);
    const repeated = words.length - first - phraseWords;
    // One word seen again is chance unless the phrase is that word, or the text began with it.
    if (repeated < phraseWords && !(first === 0 && repeated > 0)) continue;
    return {
      once: text.slice(0, words[first + phraseWords - 1]!.end),
      times: Math.floor((words.length - first) / phraseWords),
      phraseWords,
      wholeText: first === 0,
    };
  }
  return undefined;
}

/** A loop of digits comes as one word: "0.0.0.0". */
const marksInNumbers = /(?<=\p{N})\p{P}(?=\p{N})/gu;

type Keyed = readonly { readonly key: string }[];

/** From where on the words repeat with this period up to the end. */
function runStart(words: Keyed, period: number): number {
  let at = words.length - 1;
  while (at >= period) {
    const before = words[at - period]!.key;
    const { key } = words[at]!;
    const brokenOff = at === words.length - 1 && before.startsWith(key);
    if (before !== key && !brokenOff) break;
    at--;
  }
  return at + 1 - period;
}

/** Nobody speaks faster. Ordinary speech has 4–6 syllables a second, quick speech 8. */
const fastestSyllablesPerSecond = 9;

/** Whether more was written down than can be said in `speechSeconds`. */
export function tooMuchFor(text: string, speechSeconds: number): boolean {
  return countSyllables(text) > fastestSyllablesPerSecond * Math.max(speechSeconds, 0.25);
}
