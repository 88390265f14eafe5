import { MemoryBus } from './memory/memory-bus';
import { Line } from './line';

const settled = async (reached: () => boolean): Promise<void> => {
  while (!reached()) await new Promise((resolve) => setTimeout(resolve, 2));
};

describe('a line', () => {
  const open = async (credit: number) => {
    const bus = new MemoryBus();
    const got: number[] = [];
    let grant = (_frames: number): void => undefined;
    await bus.serve({ service: 's', workerId: 'w', slots: 1, credit }, ({ stream }) => {
      grant = (frames) => stream.grant(frames);
      return { onFrame: ({ payload }) => void got.push(payload[0] ?? -1), onClose: () => undefined };
    });
    const caller = new MemoryBus(bus.network);
    const handlers = { onFrame: () => undefined, onClose: () => undefined };
    const stream = await caller.open({ service: 's', sessionId: 'x', config: new Uint8Array(), handlers });
    return { stream, got, grant: (frames: number) => grant(frames) };
  };

  it('sends in order, and the rest when there is credit', async () => {
    const { stream, got } = await open(2);
    const line = new Line(stream);
    for (let index = 0; index < 50; index += 1) line.send(Uint8Array.of(index));
    await settled(() => got.length === 50);
    expect(got).toEqual(Array.from({ length: 50 }, (_, index) => index));
  });

  it('lets no more wait than it may', async () => {
    const { stream, got } = await open(2);
    const line = new Line(stream, 3);
    const taken = [0, 1, 2, 3, 4, 5].map((index) => line.send(Uint8Array.of(index)));
    expect(taken).toEqual([true, true, true, true, true, false]);
    await settled(() => got.length === 5);
    expect(line.send(Uint8Array.of(6))).toBe(true);
    await settled(() => got.length === 6);
    expect(got).toEqual([0, 1, 2, 3, 4, 6]);
  });

  it('lets go of what waits when the stream is closed', async () => {
    const { stream } = await open(1);
    const line = new Line(stream);
    for (let index = 0; index < 3; index += 1) line.send(Uint8Array.of(index));
    stream.close();
    expect(line.send(Uint8Array.of(9))).toBe(false);
    await expect(stream.ready()).rejects.toThrow('closed');
  });
});
