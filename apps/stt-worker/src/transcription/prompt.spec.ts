import { promptFor } from './prompt';

describe('promptFor', () => {
  it('puts what was said after what the caller wants known', () => {
    expect(promptFor('Parley, Kazimir.', 'and so my')).toBe('Parley, Kazimir. and so my');
    expect(promptFor('', 'and so my')).toBe('and so my');
    expect(promptFor('', '')).toBe('');
  });

  it('keeps the end of a long past, in whole words', () => {
    const prompt = promptFor('', `${'word '.repeat(200)}last`);
    expect(prompt.length).toBeLessThanOrEqual(300);
    expect(prompt).toMatch(/^word .* last$/);
  });

  it('leaves the past out when the caller fills the prompt', () => {
    expect(promptFor('x'.repeat(500), 'past')).toBe('x'.repeat(300));
  });
});
