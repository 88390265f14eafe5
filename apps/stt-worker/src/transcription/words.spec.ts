import { countSyllables, joinTexts, splitWords } from './words';

describe('splitWords', () => {
  it('keeps what is written and compares without case and punctuation', () => {
    expect(splitWords('Hello, "World"!')).toEqual([
      { text: 'Hello,', key: 'hello', start: 0, end: 5 },
      { text: '"World"!', key: 'world', start: 7, end: 13 },
    ]);
  });

  it('takes each character of an unspaced script as a word', () => {
    expect(splitWords('你好 world').map(({ key }) => key)).toEqual(['你', '好', 'world']);
  });

  it('gives pure punctuation an empty key', () => {
    expect(splitWords('rear - left').map(({ key }) => key)).toEqual(['rear', '', 'left']);
  });
});

describe('joinTexts', () => {
  it.each([
    [['And so,', ' my fellow '], 'And so, my fellow'],
    [['', 'one', ''], 'one'],
    [['你好', '世界'], '你好世界'],
    [['你好', 'world'], '你好 world'],
    [[], ''],
  ])('%p', (pieces, text) => {
    expect(joinTexts(pieces)).toBe(text);
  });
});

describe('countSyllables', () => {
  it.each([
    ['Front, left.', 2],
    ['hmm', 1],
    ['2024', 4],
    ['', 0],
  ])('%p has about %p', (text, count) => {
    expect(countSyllables(text)).toBe(count);
  });
});
