import * as fc from 'fast-check';
import { Timeline, timelineDefaults, type AudioRun } from './timeline';

const counted = (start: number, length: number): Int16Array =>
  Int16Array.from({ length }, (_, i) => start + i);

const samplesOf = (runs: readonly AudioRun[]): number[] =>
  runs.flatMap((run) =>
    run.kind === 'audio' ? [...run.samples] : Array.from({ length: run.samples }, () => -1),
  );

describe('the timeline', () => {
  it('hands audio on as it comes', () => {
    const timeline = new Timeline(100);
    expect(samplesOf(timeline.push(100, counted(100, 3), 0))).toEqual([100, 101, 102]);
    expect(timeline.nextSample).toBe(103);
  });

  it('drops what it has heard already', () => {
    const timeline = new Timeline(100);
    timeline.push(100, counted(100, 10), 0);
    expect(timeline.push(90, counted(90, 15), 0)).toEqual([]);
    expect(samplesOf(timeline.push(105, counted(105, 7), 0))).toEqual([110, 111]);
  });

  it('ignores audio before its beginning', () => {
    expect(samplesOf(new Timeline(100).push(95, counted(95, 8), 0))).toEqual([100, 101, 102]);
  });

  it('holds a gap open while a replay fills it', () => {
    const timeline = new Timeline(0);
    expect(timeline.push(10, counted(10, 5), 0)).toEqual([]);
    expect(timeline.push(15, counted(15, 5), 20)).toEqual([]);
    expect(samplesOf(timeline.push(0, counted(0, 12), 40))).toEqual([...counted(0, 20)]);
    expect(timeline.expiresAtMs).toBeUndefined();
  });

  it('gives a gap up half a second after the last progress', () => {
    const timeline = new Timeline(0);
    timeline.push(10, counted(10, 2), 1_000);
    expect(timeline.expire(1_499)).toEqual([]);
    expect(samplesOf(timeline.push(0, counted(0, 4), 1_400))).toEqual([0, 1, 2, 3]);
    expect(timeline.expire(1_899)).toEqual([]);
    expect(samplesOf(timeline.expire(1_900))).toEqual([-1, -1, -1, -1, -1, -1, 10, 11]);
    expect(timeline.nextSample).toBe(12);
  });

  it('gives a gap up at once when too much waits behind it', () => {
    const timeline = new Timeline(0, { ...timelineDefaults, heldLimitMs: 1 });
    expect(timeline.push(4, counted(4, 16), 0)).toEqual([]);
    expect(timeline.push(20, counted(20, 1), 0)).toHaveLength(3);
  });

  it('does not believe a position far ahead', () => {
    const timeline = new Timeline(0);
    expect(timeline.push(2 ** 52, counted(0, 4), 0)).toEqual([]);
    expect(timeline.push(Number.NaN, counted(0, 4), 0)).toEqual([]);
    expect(timeline.refused).toBe(2);
    expect(timeline.expiresAtMs).toBeUndefined();
  });

  it('keeps its own copy of what waits', () => {
    const timeline = new Timeline(0);
    const frame = counted(1, 1);
    timeline.push(1, frame, 0);
    frame.fill(99);
    expect(samplesOf(timeline.push(0, counted(0, 1), 0))).toEqual([0, 1]);
  });

  it('makes one timeline of frames in any order, doubled and overlapping', () => {
    const frame = fc.record({ start: fc.nat(400), length: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.array(frame, { minLength: 1, maxLength: 40 }), (frames) => {
        const timeline = new Timeline(0);
        const heard: number[] = [];
        const sent = new Set<number>();
        for (const { start, length } of frames) {
          for (let i = start; i < start + length; i++) sent.add(i);
          heard.push(...samplesOf(timeline.push(start, counted(start, length), 0)));
        }
        while (timeline.expiresAtMs !== undefined)
          heard.push(...samplesOf(timeline.expire(timeline.expiresAtMs)));
        // Every sample at its place; silence only where nothing ever came.
        expect(heard.every((sample, i) => sample === (sent.has(i) ? i : -1))).toBe(true);
        expect(heard).toHaveLength(Math.max(...sent) + 1);
      }),
    );
  });
});
