import * as fc from 'fast-check';
import { agree, nothingAgreed, type Agreement } from './agreement';

const passes = (...texts: readonly string[]): Agreement => texts.reduce(agree, nothingAgreed);

describe('agreement of passes', () => {
  it('shows the first pass and trusts none of it', () => {
    expect(passes('And so my')).toMatchObject({ stableText: '', shownText: 'And so my' });
  });

  it('trusts what two passes say', () => {
    expect(passes('And so my', 'And so my fellow')).toMatchObject({
      stableText: 'And so my',
      shownText: 'And so my fellow',
    });
  });

  it('leaves the punctuation after the last trusted word open', () => {
    expect(passes('my country.', 'my country, ask')).toMatchObject({
      stableText: 'my country',
      shownText: 'my country, ask',
    });
  });

  it('does not take a trusted word back when a later pass changes it', () => {
    const agreed = passes('and so my', 'and so my fellow', 'And saw my fellow Americans');
    expect(agreed.stableText).toBe('and so my fellow');
    expect(agreed.shownText).toBe('and so my fellow Americans');
  });

  it('neither doubles nor swallows words when a pass has one more or less', () => {
    const base = ['one two three', 'one two three four'] as const;
    expect(passes(...base, 'one and two three four five').shownText).toBe('one two three four five');
    expect(passes(...base, 'one three four five').shownText).toBe('one two three four five');
  });

  it('keeps an empty pass from taking anything back', () => {
    expect(passes('one two', 'one two', '').shownText).toBe('one two');
  });

  it('joins unspaced scripts without spaces', () => {
    expect(passes('你好', '你好世', '你好世界')).toMatchObject({
      stableText: '你好世',
      shownText: '你好世界',
    });
  });

  it('never takes trusted text back, whatever the passes say', () => {
    const word = fc.constantFrom('one', 'two', 'Two', 'three,', 'four.', '-', '你');
    const pass = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(pass, { maxLength: 8 }), (texts) => {
        let before = nothingAgreed;
        for (const text of texts) {
          const after = agree(before, text);
          expect(after.stableText.startsWith(before.stableText)).toBe(true);
          expect(after.shownText.startsWith(after.stableText)).toBe(true);
          before = after;
        }
      }),
    );
  });
});
