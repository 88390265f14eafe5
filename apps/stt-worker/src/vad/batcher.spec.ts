import { Batcher } from './batcher';
import { frameSamples } from './frame';
import { laneDepth, LaneMemory } from './lane-memory';

const frame = (value: number): Int16Array => new Int16Array(frameSamples).fill(value);

/** The other thread: one run over what waits, answering each row with its first sample / 100. */
function run(batcher: Batcher): number[] {
  const lanes = batcher.waiting();
  const rows = batcher.rows(lanes);
  batcher.finish(
    lanes,
    Float32Array.from(rows, (row) => row.samples[0]! / 100),
  );
  return lanes;
}

describe('the shared memory of the VAD', () => {
  it('takes one frame of each lane at a time, oldest first', () => {
    const memory = LaneMemory.allocate(4);
    const batcher = new Batcher(memory);
    memory.write(0, frame(10));
    memory.write(0, frame(20));
    memory.write(3, frame(30));
    expect(run(batcher)).toEqual([0, 3]);
    expect(run(batcher)).toEqual([0]);
    expect(run(batcher)).toEqual([]);
    expect([memory.probability(0, 0), memory.probability(0, 1), memory.probability(3, 0)]).toEqual(
      [0.1, 0.2, 0.3].map(Math.fround),
    );
  });

  it('goes round its slots without end', () => {
    const memory = LaneMemory.allocate(1);
    const batcher = new Batcher(memory);
    for (let i = 0; i < 5 * laneDepth; i++) {
      memory.write(0, frame(i));
      run(batcher);
      expect(memory.probability(0, i)).toBe(Math.fround(i / 100));
    }
  });

  it('gives a lane a fresh state with a new stream, and keeps it otherwise', () => {
    const memory = LaneMemory.allocate(1);
    const batcher = new Batcher(memory);
    memory.write(0, frame(1));
    const state = batcher.rows([0])[0]!.state;
    state.hidden.fill(7);
    state.context.fill(7);
    expect(batcher.rows([0])[0]!.state.hidden[0]).toBe(7);
    memory.nextEpoch(0);
    expect(batcher.rows([0])[0]!.state.hidden[0]).toBe(0);
    expect(state.context[0]).toBe(0);
  });

  it('is woken and notified by the first who must', () => {
    const memory = LaneMemory.allocate(1);
    expect(memory.mustWake()).toBe(false);
    memory.sleep();
    expect([memory.mustWake(), memory.mustWake()]).toEqual([true, false]);
    expect([memory.mustNotify(), memory.mustNotify()]).toEqual([true, false]);
    memory.notified();
    expect(memory.mustNotify()).toBe(true);
  });
});
