import { endingFeatures, endingWords } from './ending-features';
import { scoreOf, type LinearModel } from './linear-model';
import { openEnding } from './open-endings';
import { seldomLast } from './word-classes';

/** What a transcript says about the turn being over. */
export interface TextScore {
  /** Log-odds by the words and the marks, 0 = no idea. */
  readonly score: number;
  /** The recogniser closed the sentence. */
  readonly stop: boolean;
  readonly question: boolean;
  readonly words: number;
}

const openScore = -4;
/** Below this a word of a class that seldom ends a sentence does not end this one. */
const doubtfulScore = -0.5;
/** Languages without a model of their own: the recogniser's marks are all there is. */
const closedScore = 1;
const noMarkScore = -0.5;

/** @param endings the model of English endings */
export function scoreText(text: string, language: string, endings: LinearModel): TextScore {
  const trimmed = text.trim();
  const stop = /[.!?。！？]["”']?$/u.test(trimmed) && !/\.{2,}$/u.test(trimmed);
  const question = /[?？]["”']?$/u.test(trimmed);
  const words = endingWords(trimmed);
  const english = language === 'en' || language === '';
  const known = english ? scoreOf(endings, endingFeatures(words)) : stop ? closedScore : noMarkScore;
  const dangling = english && !question && known < doubtfulScore && seldomLast(words.at(-1) ?? '');
  const open = dangling || openEnding(trimmed, language) !== undefined;
  const score = open ? Math.min(known, openScore) : known;
  return { score, stop, question, words: words.length };
}
