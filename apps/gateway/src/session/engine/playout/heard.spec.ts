import { heardText, resumePosition } from './heard';
import type { Segment, Spoken, SpokenWord } from './timeline';

const text = 'One two, three. Four five six.';

/** 50 ms a character, without spaces between the times. */
function words(from: number, to: number): SpokenWord[] {
  return [...text.slice(from, to).matchAll(/\p{L}+/gu)].map((match) => {
    const textStart = from + match.index;
    const textEnd = textStart + match[0].length;
    return { textStart, textEnd, startMs: textStart * 50, endMs: textEnd * 50 };
  });
}

const first: Segment = { textStart: 0, textEnd: 16, startMs: 0, endMs: 800, words: words(0, 16) };
const second: Segment = { textStart: 16, textEnd: 30, startMs: 800, endMs: 1_500, words: words(16, 30) };
const whole: Spoken = { text, segments: [first, second], sentMs: 1_500, complete: true };
const cut: Spoken = {
  ...whole,
  complete: false,
  sentMs: 1_000,
  segments: [first, { ...second, endMs: null, words: [] }],
};

describe('heard', () => {
  it.each([
    [0, ''],
    [149, ''],
    [150, 'One'],
    [349, 'One'],
    [350, 'One two,'],
    [699, 'One two,'],
    [700, 'One two, three.'],
    [999, 'One two, three.'],
    [1_000, 'One two, three. Four'],
    [1_449, 'One two, three. Four five'],
    [1_500, text],
    [9_999, text],
  ])('after %i ms', (ms, expected) => {
    expect(heardText(whole, ms)).toBe(expected);
  });

  it('by the voice’s own rate within a segment that has no word times', () => {
    expect(heardText(cut, 990)).toBe('One two, three.');
    expect(heardText(cut, 1_000)).toBe('One two, three. Four');
  });

  it('by the segment’s rate when the voice never tells word times', () => {
    const silent = { ...whole, segments: [{ ...first, words: [] }] };
    expect(heardText(silent, 400)).toBe('One two,');
  });

  it('nothing of text that was never spoken', () => {
    expect(heardText({ text, segments: [], sentMs: 0, complete: false }, 5_000)).toBe('');
    expect(heardText(cut, 60_000)).toBe('One two, three. Four');
  });
});

describe('where another voice goes on', () => {
  it.each<[string, Spoken, number]>([
    ['nothing was said', { ...cut, segments: [], sentMs: 0 }, 0],
    ['a segment was said to its end', { ...cut, segments: [first], sentMs: 800 }, 16],
    ['a segment was announced, and none of it said', { ...cut, sentMs: 800 }, 16],
    ['between two words', cut, 21],
    ['within a word, which is not said again', { ...cut, sentMs: 900 }, 21],
    ['past its end', { ...cut, sentMs: 5_000 }, 30],
  ])('%s', (_name, spoken, expected) => {
    expect(resumePosition(spoken)).toBe(expected);
  });
});
