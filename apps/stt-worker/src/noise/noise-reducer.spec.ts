import { concatInt16 } from '@parley/audio';
import * as fc from 'fast-check';
import { NoiseReducer } from './noise-reducer';
import { denoiseFrameSamples, type FrameDenoiser } from './rnnoise';

/** Takes nothing out, and is as late as the real one. */
function lateDenoiser(): FrameDenoiser {
  const before = new Float32Array(denoiseFrameSamples);
  return {
    process: (frame) => {
      const heard = frame.slice();
      frame.set(before);
      before.set(heard);
    },
    close: () => undefined,
  };
}

const tone = (length: number, from = 0): Int16Array =>
  Int16Array.from({ length }, (_, i) => Math.round(8_000 * Math.sin((from + i) * 0.12)));

function cut(samples: Int16Array, pieces: readonly number[]): Int16Array[] {
  const cuts: Int16Array[] = [];
  for (let at = 0, i = 0; at < samples.length; at += pieces[i++ % pieces.length]!)
    cuts.push(samples.subarray(at, at + pieces[i % pieces.length]!));
  return cuts;
}

const farthest = (a: Int16Array, b: Int16Array): number =>
  a.reduce((most, sample, i) => Math.max(most, Math.abs(sample - b[i]!)), 0);

describe('noise reduction of one stream', () => {
  it('gives every sample back at its own position, however it comes in pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_700 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 6_000 }),
        (pieces, length) => {
          const reducer = new NoiseReducer(lateDenoiser(), 0);
          const samples = tone(length);
          const out = concatInt16([
            ...cut(samples, pieces).map((piece) => reducer.process(piece)),
            reducer.flush(),
          ]);
          expect(out.length).toBe(length);
          // The edges of a tone that begins and ends at once ring a little.
          expect(farthest(samples.subarray(64, -64), out.subarray(64, -64))).toBeLessThan(100);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('goes on after a flush as if nothing had been', () => {
    const reducer = new NoiseReducer(lateDenoiser(), 0.25);
    const out = [0, 4_000, 8_000].map((from) =>
      concatInt16([reducer.process(tone(4_000, from)), reducer.flush()]),
    );
    for (const [i, part] of out.entries()) {
      const heard = tone(4_000, i * 4_000);
      expect(part.length).toBe(4_000);
      expect(farthest(heard.subarray(64, -64), part.subarray(64, -64))).toBeLessThan(100);
    }
  });

  it('leaves of what is taken out as much as it is told to', () => {
    const deaf: FrameDenoiser = { process: (frame) => frame.fill(0), close: () => undefined };
    const reducer = new NoiseReducer(deaf, 0.25);
    const samples = tone(4_000);
    const out = concatInt16([reducer.process(samples), reducer.flush()]);
    const quarter = samples.map((sample) => Math.round(sample / 4));
    expect(farthest(quarter.subarray(64, -64), out.subarray(64, -64))).toBeLessThan(100);
  });
});
