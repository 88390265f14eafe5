import { promptFor } from './prompt';

const about = (prompt: string, keywords: readonly string[] = []) => ({ prompt, keywords });

describe('promptFor', () => {
  it('puts the keywords between the two', () => {
    expect(promptFor(about('A call.', ['Parley', 'Kazimir']), 'and so my')).toBe(
      'A call. Parley, Kazimir. and so my',
    );
    expect(promptFor(about('', ['Parley']), '')).toBe('Parley.');
  });

  it('puts what was said after what the caller wants known', () => {
    expect(promptFor(about('Parley, Kazimir.'), 'and so my')).toBe('Parley, Kazimir. and so my');
    expect(promptFor(about(''), 'and so my')).toBe('and so my');
    expect(promptFor(about(''), '')).toBe('');
  });

  it('keeps the end of a long past, in whole words', () => {
    const prompt = promptFor(about(''), `${'word '.repeat(200)}last`);
    expect(prompt.length).toBeLessThanOrEqual(300);
    expect(prompt).toMatch(/^word .* last$/);
  });

  it('leaves the past out when the caller fills the prompt', () => {
    expect(promptFor(about('x'.repeat(500)), 'past')).toBe('x'.repeat(300));
  });
});
