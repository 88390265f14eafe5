import * as fc from 'fast-check';
import { AudioRing } from './audio-ring';

/** Samples that tell their own position. */
const counted = (start: number, length: number): Int16Array =>
  Int16Array.from({ length }, (_, i) => ((start + i) % 30_000) + 1);

describe('the audio ring', () => {
  it('gives back what was put in, whatever the pieces', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.array(fc.nat(20_000), { maxLength: 12 }),
        fc.nat(200_000),
        fc.nat(50_000),
        (start, pieces, from, length) => {
          const ring = new AudioRing(start, 1_000_000);
          for (const piece of pieces) ring.append(counted(ring.endSample, piece));
          const read = ring.read(from, from + length);
          const wrong = read.findIndex((sample, i) => {
            const at = from + i;
            return sample !== (at >= start && at < ring.endSample ? (at % 30_000) + 1 : 0);
          });
          expect(wrong).toBe(-1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('holds no more than its capacity, and reads the rest as silence', () => {
    const ring = new AudioRing(0, 32_000);
    for (let i = 0; i < 20; i++) ring.append(counted(ring.endSample, 16_000));
    expect(ring.size).toBeLessThanOrEqual(3 * 32_000);
    expect(ring.read(0, 10)).toEqual(new Int16Array(10));
    expect(ring.read(319_000, 319_001)[0]).toBe((319_000 % 30_000) + 1);
  });

  it('holds what is not judged yet, within limits', () => {
    const ring = new AudioRing(0, 32_000, 320_000);
    ring.judged(0);
    for (let i = 0; i < 10; i++) ring.append(counted(ring.endSample, 16_000));
    expect(ring.read(0, 160_000)).toEqual(counted(0, 160_000));
    ring.judged(160_000);
    ring.append(counted(160_000, 16_000));
    expect(ring.read(0, 10)).toEqual(new Int16Array(10));
    expect(ring.read(144_000, 176_000)).toEqual(counted(144_000, 32_000));
    for (let i = 0; i < 40; i++) ring.append(counted(ring.endSample, 16_000));
    expect(ring.size).toBeLessThanOrEqual(2 * (320_000 + 2 * 16_000));
  });

  it('forgets what is not needed any more', () => {
    const ring = new AudioRing(0, 1_000_000);
    ring.append(counted(0, 80_000));
    ring.forget(70_000);
    expect(ring.size).toBe(32_000);
    expect(ring.read(70_000, 70_001)[0]).toBe((70_000 % 30_000) + 1);
  });

  it('skips ten minutes without holding them', () => {
    const ring = new AudioRing(0, 100_000);
    ring.append(counted(0, 1_000));
    ring.skipTo(9_600_000);
    expect(ring.size).toBe(0);
    ring.append(counted(9_600_000, 10));
    expect(ring.read(9_599_999, 9_600_001)).toEqual(Int16Array.from([0, 1]));
  });
});
