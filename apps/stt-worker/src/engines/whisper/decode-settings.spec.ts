import { audioContext, judgeLoop, longestSeconds, tokenLimit } from './decode-settings';

describe('the encoder context', () => {
  it('grows with the audio and never beyond the window', () => {
    expect(audioContext(1.1)).toBe(130);
    expect(audioContext(5)).toBe(300);
    expect(audioContext(longestSeconds)).toBe(1_500);
    expect(audioContext(60)).toBe(1_500);
  });
});

describe('the token limit', () => {
  it('leaves room for quick speech, and more for dense scripts', () => {
    expect(tokenLimit(2, 'en')).toBe(20);
    expect(tokenLimit(2, 'ja')).toBe(32);
  });
});

describe('judging loops', () => {
  const limit = tokenLimit(1.5, 'en');

  it.each([
    ['Front, left. Front, left. Front, left. Front, left. Front,', 'Front, left'],
    ['side, right. Right. Right. Right. Right. Right. Right.', 'side, right'],
    ['and so my fellow Americans and so my fellow Americans and so my', 'and so my fellow Americans'],
  ])('cuts %p down', (text, once) => {
    expect(judgeLoop(text, limit)).toEqual({ kind: 'loop', once });
  });

  it.each([
    'Side left. Side left.',
    'Front, left. Front',
    'never say never',
    'It is what it is.',
    'Nero. Nero. Nero. Nero. Nero.',
    '9.9.9.9.9',
  ])('doubts %p', (text) => {
    expect(judgeLoop(text, 40)).toEqual({ kind: 'doubtful' });
  });

  it.each(['No, no, no.', 'Bye bye', 'very very good', ''])('believes %p', (text) => {
    expect(judgeLoop(text, 40)).toEqual({ kind: 'clean' });
  });
});
