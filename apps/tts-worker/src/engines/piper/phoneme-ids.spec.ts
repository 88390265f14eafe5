import { phonemeIds } from './phoneme-ids';

const map = {
  _: [0],
  '^': [1],
  $: [2],
  ' ': [3],
  ',': [8],
  '.': [10],
  h: [20],
  a: [14],
  n: [26],
  '\u0303': [141],
  ˈ: [120],
};

describe('phonemeIds', () => {
  it('pads every sound and parts the words', () => {
    const { ids, words, audible } = phonemeIds(['hˈa,', 'na.'], map);
    expect(ids).toEqual([1, 0, 20, 0, 120, 0, 14, 0, 8, 0, 3, 0, 26, 0, 14, 0, 10, 0, 2]);
    expect(words).toEqual([
      { from: 2, to: 7 },
      { from: 12, to: 15 },
    ]);
    expect(audible).toBe(true);
  });

  it('joins words spoken in one breath', () => {
    expect(phonemeIds(['ha', '\u203fna'], map).ids).toEqual([1, 0, 20, 0, 14, 0, 26, 0, 14, 0, 2]);
  });

  it('takes composed letters apart and leaves out what the voice does not know', () => {
    expect(phonemeIds(['ã', 'ʘ', ''], map)).toEqual({
      ids: [1, 0, 14, 0, 141, 0, 3, 0, 2],
      words: [
        { from: 2, to: 5 },
        { from: 8, to: 8 },
        { from: 8, to: 8 },
      ],
      audible: true,
    });
  });

  it('says when there is nothing to hear', () => {
    expect(phonemeIds(['.', ''], map).audible).toBe(false);
    expect(phonemeIds([], map)).toEqual({ ids: [1, 0, 2], words: [], audible: false });
  });
});
