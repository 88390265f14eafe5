import { logit } from '../text/linear-model';
import { endingWords } from '../text/ending-features';
import { scoreText } from '../text/text-score';
import type { LinearModel } from '../text/linear-model';
import type { Evidence } from './estimator';

/** Numbers a fused judgement is made of, each about −2 … 2. */
export type FusionFeatures = Readonly<Record<string, number>>;

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/** Short turns are of a kind of their own: how much was said tells nothing of them. */
const shortWords = 3;

/** What was said. Empty when it is not known. */
export function textFeatures({ text, language, read }: Evidence, endings: LinearModel): FusionFeatures {
  if (text === undefined) return {};
  const { score, stop, question, words } = scoreText(text, language, endings);
  return {
    text: clamp(score, 5) / 2,
    ...(read !== undefined && { read: clamp(read, 5) / 2 }),
    stop: stop ? 1 : 0,
    question: question ? 1 : 0,
    short: words <= shortWords ? 1 : 0,
    length: words <= shortWords ? 0 : Math.log(words) - 1.5,
  };
}

/** How it was said, by pitch, level and length. */
export function prosodyFeatures({ acoustic }: Evidence): FusionFeatures {
  if (acoustic === undefined) return {};
  const { pitchSlope, finalPitch, finalLevel, levelSlope, lengthening, voicing, seconds } = acoustic.prosody;
  return {
    pitchSlope: pitchSlope / 30,
    finalPitch: finalPitch / 4,
    finalLevel: finalLevel / 10,
    levelSlope: levelSlope / 60,
    lengthening,
    voicing: 2 * voicing - 1,
    seconds: clamp(Math.log(Math.max(0.2, seconds)), 2),
  };
}

/** Words that are said for themselves last so long, s: what is over sooner is the beginning of something. */
const ownWordSeconds = 0.4;
const shortestSeconds = 0.05;

/** How much was said: of turns of a few words only how brief these are tells something. */
export function sizedFeatures({ text, acoustic }: Evidence): FusionFeatures {
  if (text === undefined || acoustic === undefined) return {};
  const words = endingWords(text).length;
  if (words > shortWords) return { brief: 0 };
  const wordSeconds = acoustic.prosody.seconds / Math.max(1, words);
  const brief = Math.log(ownWordSeconds / Math.max(shortestSeconds, wordSeconds));
  return { seconds: 0, brief: Math.max(0, clamp(brief, 2)) };
}

/** How it was said, by smart-turn. */
export function smartTurnFeatures({ acoustic }: Evidence): FusionFeatures {
  return acoustic?.smartTurn === undefined ? {} : { smartTurn: clamp(logit(acoustic.smartTurn), 5) / 2 };
}

export const shortName = (name: string): string => `short ${name}`;

/** The same by the names of their weights: turns of a few words have weights of their own. */
export function weighedFeatures(values: FusionFeatures): FusionFeatures {
  if (values['short'] !== 1) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name === 'short' ? name : shortName(name), value]),
  );
}
