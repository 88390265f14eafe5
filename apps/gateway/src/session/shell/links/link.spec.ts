import { BusError, MemoryBus, MemoryNetwork, type StreamHandlers } from '@parley/bus';
import { pino } from 'pino';
import { eventually } from '../testing/house';
import { Link } from './link';

/** Deliveries do not wait for timers that the test holds. */
const immediately = setImmediate;

let network: MemoryNetwork;
let caller: MemoryBus;
let link: Link;
const seen: string[] = [];
/** Lines of the log. */
const told: string[] = [];
let onOpen: () => void;
const quiet: StreamHandlers = { onFrame: () => undefined, onClose: () => undefined };

beforeEach(() => {
  network = new MemoryNetwork();
  caller = new MemoryBus(network);
  seen.length = 0;
  told.length = 0;
  onOpen = () => undefined;
  const log = pino({ level: 'info' }, { write: (line: string) => void told.push(line) });
  link = new Link({ bus: caller, sessionId: 's', traceparent: '', log }, 'llm', {
    opening: () => ({ config: new Uint8Array() }),
    onOpen: (stream) => {
      seen.push(`open ${stream.workerId}`);
      onOpen();
    },
    onFrame: () => undefined,
    onLost: () => seen.push('lost'),
    onUnavailable: () => seen.push('unavailable'),
    isIdle: () => true,
  });
});

afterEach(async () => {
  link.close();
  await caller.close();
});

async function worker(id: string): Promise<MemoryBus> {
  const bus = new MemoryBus(network);
  await bus.serve({ service: 'llm', workerId: id, slots: 4 }, () => quiet);
  return bus;
}

it('finds a worker that comes late, without a word unless one is needed', async () => {
  link.start();
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(seen).toEqual([]);
  const bus = await worker('a');
  await eventually(() => seen.length > 0);
  expect(seen).toEqual(['open a']);
  await bus.close();
});

it('says soon when one is needed and nobody is there, once for each need', async () => {
  link.demand();
  link.demand();
  await eventually(() => seen.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(seen).toEqual(['unavailable']);
  link.demand();
  await eventually(() => seen.length > 1);
  expect(seen).toEqual(['unavailable', 'unavailable']);
});

it('blames no worker for time in which it stood still itself', async () => {
  const bus = await worker('a');
  link.demand();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_000);
  await eventually(() => seen.length > 0);
  expect(seen).toEqual(['open a']);
  await bus.close();
});

it('takes a need back', async () => {
  link.demand();
  link.relent();
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(seen).toEqual([]);
});

it('goes to another worker when one dies, and back to the only one there is', async () => {
  const a = await worker('a');
  link.start();
  await eventually(() => seen.length === 1);
  const b = await worker('b');
  a.kill();
  await eventually(() => seen.length === 3);
  expect(seen).toEqual(['open a', 'lost', 'open b']);
  link.abandon();
  await eventually(() => seen.length === 5);
  expect(seen.slice(3)).toEqual(['lost', 'open b']);
  await b.close();
}, 15_000);

it('rests longer and longer when no stream holds', async () => {
  const a = await worker('a');
  onOpen = () => link.abandon();
  link.demand();
  await eventually(() => seen.length >= 6);
  await new Promise((resolve) => setTimeout(resolve, 700));
  // 25, 50, 100, 200, 400 ms between them: without rest there are hundreds.
  expect(seen.length).toBeLessThan(40);
  await a.close();
}, 15_000);

it('leaves a worker that is about to stop, without a loss', async () => {
  const a = new MemoryBus(network);
  const serving = await a.serve({ service: 'llm', workerId: 'a', slots: 4 }, () => quiet);
  link.start();
  await eventually(() => seen.length === 1);
  const b = await worker('b');
  await serving.drain(5_000);
  await eventually(() => seen.length === 2);
  expect(seen).toEqual(['open a', 'open b']);
  await a.close();
  await b.close();
}, 15_000);

it('asks workers that do not have what it needs less and less often, and at once for something else', async () => {
  jest.useFakeTimers();
  const pass = async (ms: number): Promise<void> => {
    for (let passedMs = 0; passedMs < ms; passedMs += 25) {
      jest.advanceTimersByTime(25);
      for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => immediately(resolve));
    }
  };
  let asked = 0;
  const bus = new MemoryBus(network);
  await bus.serve({ service: 'llm', workerId: 'a', slots: 4 }, () => {
    asked += 1;
    throw new BusError('refused', 'not here', true);
  });
  link.start();
  await pass(60_000);
  expect(link.refused).toBe(true);
  // 25, 50, … 6,400 ms between them, then 10 s.
  expect(asked).toBeLessThan(18);
  const before = asked;
  link.renew();
  await pass(100);
  expect(asked).toBe(before + 1);
  link.close();
  jest.useRealTimers();
  await bus.close();
});

it.each([
  [{ code: 'refused', message: 'not here', retryable: true }, 30],
  [{ code: 'refused', message: 'nobody can read this', retryable: false }, 40],
  [{ code: 'internal', message: 'broken', retryable: true }, 40],
])(
  'warns of a worker that is lost, not of one that sends it on: %j',
  async (failure, level) => {
    const a = new MemoryBus(network);
    await a.serve({ service: 'llm', workerId: 'a', slots: 4 }, ({ stream }) => {
      setTimeout(() => stream.close(failure));
      return quiet;
    });
    link.start();
    await eventually(() => seen.includes('lost'));
    expect(JSON.parse(told[0]!)).toMatchObject({ level, worker: 'a', close: 'failed' });
    await a.close();
  },
  15_000,
);
