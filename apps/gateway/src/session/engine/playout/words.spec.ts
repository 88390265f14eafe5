import { afterPunctuation, boundaryBefore, nextWordStart } from './words';

const text = 'Hello, big world. Don’t stop';

it.each([
  [0, 0],
  [3, 0],
  [5, 5],
  [6, 6],
  [8, 7],
  [10, 10],
  [16, 16],
  [21, 18],
  [text.length, text.length],
  [99, text.length],
])('the boundary at or before %i is %i', (at, expected) => {
  expect(boundaryBefore(text, at)).toBe(expected);
});

it.each([
  [0, 0],
  [3, 7],
  [5, 7],
  [7, 7],
  [8, 11],
  [16, 18],
  [19, 24],
  [26, text.length],
])('the next word at or after %i starts at %i', (at, expected) => {
  expect(nextWordStart(text, at)).toBe(expected);
});

it.each([
  [5, 6],
  [16, 17],
  [10, 10],
])('the punctuation after %i ends at %i', (end, expected) => {
  expect(afterPunctuation(text, end)).toBe(expected);
});

it('cuts scripts without spaces anywhere, but never within a character', () => {
  expect(boundaryBefore('你好世界', 2)).toBe(2);
  expect(nextWordStart('你好世界', 2)).toBe(2);
  expect(afterPunctuation('你好。世界', 2)).toBe(3);
  expect(boundaryBefore('𠮷野家', 1)).toBe(0);
  expect(nextWordStart('𠮷野家', 1)).toBe(2);
});
