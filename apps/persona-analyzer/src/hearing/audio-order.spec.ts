import * as fc from 'fast-check';
import { AudioOrder } from './audio-order';

const order = (startSample = 0, maxHeldSamples = 1000): AudioOrder =>
  new AudioOrder({ startSample, holdMs: 500, maxHeldSamples });
/** Samples that carry their own position. */
const piece = (start: number, length: number): Float32Array =>
  Float32Array.from({ length }, (_, i) => start + i);
const flat = (runs: Float32Array[]): number[] => runs.flatMap((run) => [...run]);

describe('AudioOrder', () => {
  it('passes audio that is in order', () => {
    const o = order(10);
    expect(flat(o.push(10, piece(10, 3), 0))).toEqual([10, 11, 12]);
    expect(o.position).toBe(13);
    expect(o.dueMs).toBeUndefined();
  });

  it('drops what was heard already and what comes before the start', () => {
    const o = order(10);
    expect(flat(o.push(8, piece(8, 4), 0))).toEqual([10, 11]);
    expect(o.push(9, piece(9, 3), 0)).toEqual([]);
    expect(flat(o.push(11, piece(11, 3), 0))).toEqual([12, 13]);
  });

  it('holds later audio until the gap is replayed', () => {
    const o = order();
    expect(o.push(5, piece(5, 2), 100)).toEqual([]);
    expect(o.dueMs).toBe(600);
    expect(flat(o.push(0, piece(0, 5), 200))).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(o.dueMs).toBeUndefined();
  });

  it('goes on with silence when the gap is not filled in time', () => {
    const o = order();
    o.push(3, piece(3, 2), 100);
    expect(o.expire(599)).toEqual([]);
    expect(flat(o.expire(600))).toEqual([0, 0, 0, 3, 4]);
    expect(o.silenceSamples).toBe(3);
  });

  it('gives a gap up when too much audio is held', () => {
    const o = order(0, 10);
    o.push(5, piece(5, 8), 0);
    expect(flat(o.push(13, piece(13, 8), 0)).length).toBe(21);
  });

  it('hands every sample out once and in order, whatever the order of arrival', () => {
    const pieces = fc.shuffledSubarray(
      Array.from({ length: 12 }, (_, i) => i),
      { minLength: 12, maxLength: 12 },
    );
    fc.assert(
      fc.property(pieces, fc.integer({ min: 0, max: 6 }), (arrival, overlap) => {
        const o = order();
        const heard = arrival.flatMap((i) => flat(o.push(i * 10, piece(i * 10, 10 + overlap), 0)));
        return heard.length === 120 + overlap && heard.every((value, i) => value === i);
      }),
    );
  });
});
