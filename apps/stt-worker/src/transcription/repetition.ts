import { countSyllables, splitWords } from './words';

export interface Repetition {
  /** Text with the repetitions at its end cut down to the first. */
  readonly once: string;
  readonly times: number;
  /** Words of the repeated phrase. */
  readonly phraseWords: number;
  /** The phrase is all there is. */
  readonly wholeText: boolean;
}

/** Finds a phrase that the text ends with two times or more (a cut-off last time counts when there are three). */
export function trailingRepetition(text: string): Repetition | undefined {
  const words = splitWords(text).filter((word) => word.key !== '');
  for (let phrase = 1; phrase <= words.length / 2; phrase++) {
    for (let cut = 0; cut < phrase; cut++) {
      const last = words.length - cut;
      let times = 1;
      while (repeatsAt(words, last, phrase, times)) times++;
      const first = last - times * phrase;
      // Of a cut-off end three are asked for, or that there is nothing else: people break off too.
      const needed = cut > 0 && !(first === 0 && phrase >= 3) ? 3 : 2;
      if (times < needed || (cut > 0 && !tailBelongs(words, last, phrase))) continue;
      return {
        once: text.slice(0, words[first + phrase - 1]!.end),
        times,
        phraseWords: phrase,
        wholeText: first === 0,
      };
    }
  }
  return undefined;
}

type Keyed = readonly { readonly key: string }[];

function repeatsAt(words: Keyed, last: number, phrase: number, times: number): boolean {
  const from = last - (times + 1) * phrase;
  if (from < 0) return false;
  for (let i = 0; i < phrase; i++) {
    if (words[from + i]!.key !== words[from + phrase + i]!.key) return false;
  }
  return true;
}

function tailBelongs(words: Keyed, last: number, phrase: number): boolean {
  for (let i = last; i < words.length; i++) {
    const whole = words[i - phrase]!.key;
    const lastWord = i === words.length - 1;
    if (lastWord ? !whole.startsWith(words[i]!.key) : whole !== words[i]!.key) return false;
  }
  return true;
}

/** Nobody speaks faster. Ordinary speech has 4–6 syllables a second, quick speech 8. */
const fastestSyllablesPerSecond = 9;

/** Whether more was written down than can be said in `speechSeconds`. */
export function tooMuchFor(text: string, speechSeconds: number): boolean {
  return countSyllables(text) > fastestSyllablesPerSecond * Math.max(speechSeconds, 0.25);
}
