import { frameSamples, windowSamples } from './frame';
import { SharedLane, type LaneOwner } from './lane';
import { laneDepth, LaneMemory } from './lane-memory';

const frame = (value = 0): Int16Array => new Int16Array(frameSamples).fill(value);

function rig(memory: LaneMemory | undefined) {
  const owner = { memory, woken: 0, soon: 0, released: 0 };
  const heard: [number, boolean][] = [];
  const calls: LaneOwner = {
    get memory() {
      return owner.memory;
    },
    wake: () => owner.woken++,
    deliverSoon: () => owner.soon++,
    release: () => owner.released++,
  };
  const lane = new SharedLane(0, calls, (probability, fallback) => heard.push([probability, fallback]));
  return { owner, heard, lane };
}

describe('a lane', () => {
  it('has room for so many frames, and again when they are judged', () => {
    const memory = LaneMemory.allocate(1);
    const { lane, heard } = rig(memory);
    for (let i = 0; i < laneDepth; i++) lane.push(frame());
    expect(lane.hasRoom).toBe(false);
    expect(() => lane.push(frame())).toThrow('full');
    memory.finish(0, 0.5);
    lane.deliver();
    expect(heard).toEqual([[0.5, false]]);
    expect(lane.hasRoom).toBe(true);
  });

  it('has a window judged in passing, in its turn', () => {
    const memory = LaneMemory.allocate(1);
    const { lane, heard } = rig(memory);
    lane.push(frame(1));
    lane.peek(new Int16Array(windowSamples).fill(2));
    expect([memory.isPeek(0, 0), memory.isPeek(0, 1)]).toEqual([false, true]);
    expect([memory.samples(0, 0).length, memory.samples(0, 1).length]).toEqual([frameSamples, windowSamples]);
    memory.finish(0, 0.25);
    memory.finish(0, 0.5);
    lane.deliver();
    expect(heard.map(([probability]) => probability)).toEqual([0.25, 0.5]);
  });

  it('judges by level while the model is away', () => {
    const { lane, heard, owner } = rig(undefined);
    lane.push(frame());
    lane.push(frame(8_000));
    expect([heard.length, owner.soon]).toEqual([0, 2]);
    lane.deliver();
    expect(heard.map(([probability]) => probability > 0.5)).toEqual([false, true]);
    expect(heard.every(([, fallback]) => fallback)).toBe(true);
  });

  it('answers what the model left behind when it goes, and asks the next one', () => {
    const first = LaneMemory.allocate(1);
    const { lane, heard, owner } = rig(first);
    lane.push(frame(8_000));
    lane.push(frame(8_000));
    owner.memory = undefined;
    lane.reattach();
    expect(heard).toHaveLength(2);
    const second = LaneMemory.allocate(1);
    owner.memory = second;
    lane.reattach();
    lane.push(frame());
    expect(second.written(0)).toBe(1);
    second.finish(0, 0.25);
    lane.deliver();
    expect(heard.at(-1)).toEqual([0.25, false]);
  });

  it('is released once its frames are judged, and then tells nothing', () => {
    const memory = LaneMemory.allocate(1);
    const { lane, heard, owner } = rig(memory);
    lane.push(frame());
    lane.close();
    expect(owner.released).toBe(0);
    memory.finish(0, 0.9);
    lane.deliver();
    expect(owner.released).toBe(1);
    expect(heard).toEqual([]);
  });
});
