import { normaliseWords, wordErrors } from './words';

describe('normaliseWords', () => {
  it.each([
    ['Front, center!', ['front', 'center']],
    ['Go forward 10 metres.', ['go', 'forward', 'ten', 'meters']],
    ['1001-90', ['one', 'zero', 'zero', 'one', 'nine', 'zero']],
    ['Mr. Dashwood’s “power”', ['mister', "dashwood's", 'power']],
    ['ill-disposed', ['ill', 'disposed']],
  ])('%s', (text, expected) => {
    expect(normaliseWords(text)).toEqual(expected);
  });
});

describe('wordErrors', () => {
  it('counts nothing for the same words', () => {
    expect(wordErrors('go forward ten meters', 'Go forward 10 meters.')).toMatchObject({
      words: 4,
      errors: 0,
    });
  });

  it('names substitutions, losses and inventions', () => {
    expect(wordErrors('rear left side', 'near left')).toMatchObject({
      errors: 2,
      differences: ['rear→near', 'side→∅'],
    });
    expect(wordErrors('rear', 'the rear')).toMatchObject({ errors: 1, differences: ['∅→the'] });
  });
});
