import { short } from './event-log';

const shown = (value: unknown): unknown => JSON.parse(JSON.stringify(value, short));

it('shows texts whole, however long', () => {
  const texts = ['word '.repeat(1_000), 'wort,'.repeat(1_000), '字'.repeat(5_000), 'a'.repeat(1_999)];
  expect(shown({ texts })).toEqual({ texts });
});

it('tells of audio and of images what they begin with, and how long they are', () => {
  const base64 = 'A'.repeat(4_004);
  expect(shown({ delta: base64 })).toEqual({ delta: `${'A'.repeat(60)}… (4004 characters)` });
  const image = `data:image/png;base64,${base64}`;
  expect(shown([image])).toEqual([`${image.slice(0, 60)}… (4026 characters)`]);
});
