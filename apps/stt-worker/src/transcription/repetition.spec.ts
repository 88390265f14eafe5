import { tooMuchFor, trailingRepetition } from './repetition';

describe('trailingRepetition', () => {
  it.each([
    ['front left front left front left front', 'front left', 3, true],
    ['side, right. Right. Right. Right.', 'side, right', 4, false],
    ['And so my, and so my, and so', 'And so my', 2, true],
    ['and so my fellow and so my', 'and so my fellow', 1, true],
    ['Rear - Left. Rear - Left. Rear - Left. Re', 'Rear - Left', 3, true],
    ['center, center', 'center', 2, true],
    ['0.0.0.0.0', '0', 5, true],
    ['What your country can do for you? What', 'What your country can do for you', 1, true],
  ])('%p', (text, once, times, wholeText) => {
    expect(trailingRepetition(text)).toMatchObject({ once, times, wholeText });
  });

  it.each(['', 'one', 'one two three', 'it is what it was', 'ask not what you ask them'])(
    'finds none in %p',
    (text) => {
      expect(trailingRepetition(text)).toBeUndefined();
    },
  );
});

describe('tooMuchFor', () => {
  it('knows what nobody can say in the time', () => {
    expect(tooMuchFor('Thank you for watching this video.', 0.2)).toBe(true);
    expect(tooMuchFor('Thank you for watching this video.', 1.5)).toBe(false);
  });
});
