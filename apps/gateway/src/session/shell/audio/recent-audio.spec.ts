import * as fc from 'fast-check';
import { AudioMemory, SlabReserve } from './audio-memory';
import { RecentAudio } from './recent-audio';

/** Samples numbered from `start`. */
const piece = (start: number, samples: number): Uint8Array => {
  const pcm = new Int16Array(samples).map((_, i) => start + i);
  return new Uint8Array(pcm.buffer);
};
const samples = (bytes: Uint8Array): number[] => [...new Int16Array(bytes.buffer, 0, bytes.byteLength / 2)];

const memory = (): AudioMemory => new AudioMemory(new SlabReserve());

function filled(max = 1_000): RecentAudio {
  const audio = new RecentAudio(memory(), max);
  for (let at = 0; at < 100; at += 10) audio.push(piece(at, 10));
  return audio;
}

it('gives back any stretch it holds', () => {
  const audio = filled();
  expect(samples(audio.slice(0, 3))).toEqual([0, 1, 2]);
  expect(samples(audio.slice(8, 13))).toEqual([8, 9, 10, 11, 12]);
  expect(samples(audio.slice(95, 200))).toEqual([95, 96, 97, 98, 99]);
  expect(samples(audio.slice(0, 100))).toHaveLength(100);
  expect(audio.slice(100, 120).byteLength).toBe(0);
  expect(audio.slice(20, 10).byteLength).toBe(0);
});

it('holds no more than it may', () => {
  const audio = filled(25);
  expect(audio.startSample).toBe(75);
  expect(audio.endSample).toBe(100);
  expect(samples(audio.slice(0, 77))).toEqual([75, 76]);
});

it('lets go of what nobody needs, and counts on', () => {
  const audio = filled();
  audio.forgetBefore(55);
  expect(audio.startSample).toBe(55);
  audio.forgetBefore(1_000);
  expect(audio.startSample).toBe(100);
  audio.push(piece(100, 10));
  expect(samples(audio.slice(90, 103))).toEqual([100, 101, 102]);
});

it('stays small over hours', () => {
  const few = memory();
  const audio = new RecentAudio(few, 320);
  for (let at = 0; at < 100_000; at += 10) audio.push(piece(0, 10));
  expect(audio.endSample).toBe(100_000);
  expect(audio.slice(0, 100_000).byteLength).toBe(640);
  expect(few.usedBlocks).toBe(1);
});

it('has given back all of its memory when it is closed', () => {
  const all = memory();
  const audio = new RecentAudio(all, 100_000);
  audio.push(piece(0, 60_001));
  expect(all.usedBlocks).toBe(8);
  audio.close();
  expect(all.usedBlocks).toBe(0);
});

it('is what a plain list of all samples would be', () => {
  const step = fc.record({
    push: fc.nat(30_000),
    forgetBefore: fc.nat(60_000),
    from: fc.nat(90_000),
    length: fc.nat(40_000),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40_000 }), fc.array(step, { maxLength: 25 }), (max, steps) => {
      const audio = new RecentAudio(memory(), max);
      let start = 0;
      let end = 0;
      for (const { push, forgetBefore, from, length } of steps) {
        audio.push(piece(end, push));
        audio.forgetBefore(forgetBefore);
        end += push;
        start = Math.max(start, end - max, Math.min(forgetBefore, end));
        expect([audio.startSample, audio.endSample]).toEqual([start, end]);
        const first = Math.max(from, start);
        const expected = piece(first, Math.max(0, Math.min(from + length, end) - first));
        expect(Buffer.compare(audio.slice(from, from + length), expected)).toBe(0);
      }
    }),
    { numRuns: 300 },
  );
});
