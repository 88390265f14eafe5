import { splitWords } from '../../transcription/words';
import { trailingRepetition } from '../../transcription/repetition';

/** Encoder positions in a second of audio. */
const contextPerSecond = 50;
const fullContext = 1_500;
/** Context beyond the audio: with less Whisper repeats itself, short clips sooner; with more it is only slower. */
const extraSeconds = 1;
const extraShortSeconds = 1.5;
const shortSeconds = 3;

/** Whisper.cpp decodes nothing that is not longer than a second: tiny clips get silence behind them. */
export const shortestSeconds = 1.1;
/** Its window is 30 s, of which the extra context takes a part. */
export const longestSeconds = 29;
/** A language is heard in the first moments as well as in all of it. */
export const detectSeconds = 4;

/** Encoder context for so much audio: the whole window would cost 30 s of audio every time. */
export function audioContext(seconds: number): number {
  const extra = seconds < shortSeconds ? extraShortSeconds : extraSeconds;
  return Math.min(fullContext, Math.round(contextPerSecond * (seconds + extra)));
}

/** Languages whose words take more tokens. */
const denseLanguages = new Set([
  'zh',
  'ja',
  'ko',
  'yue',
  'th',
  'lo',
  'my',
  'km',
  'ka',
  'am',
  'ta',
  'te',
  'ml',
  'kn',
]);

/** More than anyone says in the time: a repetition ends here. */
export function tokenLimit(seconds: number, language: string): number {
  return Math.round(8 + (denseLanguages.has(language) ? 12 : 6) * seconds);
}

/** Tokens a text takes, about: a word each, and each mark. */
function roughTokens(text: string): number {
  return splitWords(text).length + (text.match(/[^\p{L}\p{N}\s]/gu)?.length ?? 0);
}

export type LoopVerdict =
  | { readonly kind: 'clean' }
  /** The decoder ran to its limit repeating itself: `once` is what it heard. */
  | { readonly kind: 'loop'; readonly once: string }
  /** All said twice: a loop that ended in time, or a speaker who did. */
  | { readonly kind: 'doubtful' };

/** A short text that begins again is looked at twice. */
const doubtfulWords = 8;
/** One word and nothing else, so often: "No, no, no" is said, "zero" five times seldom. */
const doubtfulTimes = 4;

/** Whether a transcript is one of Whisper's loops. People repeat themselves too, but not up to the token limit. */
export function judgeLoop(text: string, limit: number): LoopVerdict {
  const repetition = trailingRepetition(text);
  if (!repetition) return { kind: 'clean' };
  const { times, phraseWords, wholeText, once } = repetition;
  if (times >= 2 && roughTokens(text) >= 0.7 * limit) return { kind: 'loop', once };
  if (!wholeText) return { kind: 'clean' };
  const short = splitWords(text).length <= doubtfulWords;
  const doubtful = phraseWords === 1 ? times >= doubtfulTimes : times >= 2 || short;
  return { kind: doubtful ? 'doubtful' : 'clean' };
}
