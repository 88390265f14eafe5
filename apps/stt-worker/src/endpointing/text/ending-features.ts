import { splitWords } from '../../transcription/words';
import { wordClass } from './word-classes';

/** Words of a transcript as the model knows them: lower case, figures by their length. */
export function endingWords(text: string): string[] {
  return splitWords(text)
    .map(({ key }) => key.replaceAll('’', "'").replace(/^[\p{N}.,:]+$/u, '#'))
    .filter((word) => word !== '');
}

const lengthBuckets = [1, 2, 3, 4, 6, 9, 14];

/** What the end of an English text says about whether more is to come: names of the model's weights. */
export function endingFeatures(words: readonly string[]): string[] {
  const last = words.at(-1) ?? '^';
  const before = words.at(-2) ?? '^';
  const third = words.at(-3) ?? '^';
  const lastClass = wordClass(last);
  const beforeClass = wordClass(before);
  const thirdClass = wordClass(third);
  const bucket = lengthBuckets.findIndex((most) => words.length <= most);
  const length = bucket < 0 ? lengthBuckets.length : bucket;
  const first = words[0] ?? '^';
  return [
    `w ${last}`,
    `ww ${before} ${last}`,
    `www ${third} ${before} ${last}`,
    `b ${before}`,
    `c ${lastClass}`,
    `cc ${beforeClass} ${lastClass}`,
    `ccc ${thirdClass} ${beforeClass} ${lastClass}`,
    `cw ${beforeClass} ${last}`,
    `n ${length}`,
    `nc ${length} ${lastClass}`,
    `fn ${wordClass(first)} ${length}`,
    `f ${first}`,
    `ff ${first} ${words[1] ?? '^'} ${lastClass}`,
  ];
}
