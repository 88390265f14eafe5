import { Registry } from 'prom-client';
import { StreamBus } from '../bus/stream-bus';
import type { Clock } from '../clock';
import { bytes, plain, Recorder, TestWorker } from '../contract/world';
import { BusError } from '../errors';
import { defaultSettings } from '../core/settings';
import { ManualClock } from './manual-clock';
import { MemoryBus } from './memory-bus';
import { MemoryTransport } from './memory-transport';
import { MemoryNetwork } from './network';

describe('the bus in memory, on a clock of its own', () => {
  let clock: ManualClock;
  let network: MemoryNetwork;
  let metrics: Registry;
  let caller: MemoryBus;
  let heard: Recorder;

  beforeEach(() => {
    clock = new ManualClock();
    network = new MemoryNetwork({ clock, faults: { latencyMs: 10 } });
    metrics = new Registry();
    caller = new MemoryBus(network, { metrics });
    heard = new Recorder();
  });

  /** Opens while the clock goes on, since messages take their time. */
  async function open(options: Partial<Parameters<MemoryBus['open']>[0]> = {}) {
    const opened = caller.open({ ...plain, handlers: heard, ...options });
    await clock.advance(20);
    return opened;
  }

  it('takes the time it is told to, and none besides', async () => {
    const worker = await new TestWorker(new MemoryBus(network)).serve();
    const stream = await open();
    stream.send(bytes('hello'));
    await clock.advance(9);
    expect(worker.last.heard.texts).toEqual([]);
    await clock.advance(1);
    expect(worker.last.heard.texts).toEqual(['hello']);
  });

  it('a stream that was taken as the connection broke is closed for its worker', async () => {
    const breaking = new MemoryBus(network);
    const taken = new Recorder();
    const serving = await breaking.serve({ service: plain.service, workerId: 'w1', slots: 1 }, () => {
      breaking.disconnect();
      return taken;
    });
    const [opened] = await Promise.allSettled([open({ timeoutMs: 500 }), clock.advance(1_000)]);
    expect(opened).toMatchObject({ reason: { code: 'timeout' } });
    expect(taken.closes).toHaveLength(1);
    expect(serving.streams).toBe(0);
  });

  it('a worker whose clock goes ahead says that it does not take a stream, and another does', async () => {
    const ahead: Clock = {
      nowMs: () => clock.nowMs(),
      unixMs: () => clock.unixMs() + 2_000,
      after: (delayMs, call) => clock.after(delayMs, call),
      soon: clock.soon,
    };
    const skewed = await new TestWorker(
      new StreamBus(new MemoryTransport(network), { clock: ahead }),
    ).serve();
    const [refused] = await Promise.allSettled([open({ timeoutMs: 1_500 }), clock.advance(1_500)]);
    expect(refused).toMatchObject({ reason: { code: 'no_capacity' } });
    const taking = await new TestWorker(new MemoryBus(network)).serve();
    const taken = open({ timeoutMs: 1_500 });
    await clock.advance(1_500);
    await taken;
    expect([skewed.streams.length, taking.streams.length]).toEqual([0, 1]);
  });

  it('misses a killed worker within a second', async () => {
    const doomed = new MemoryBus(network);
    await new TestWorker(doomed).serve();
    await open();
    await clock.advance(5_000);
    expect(heard.closes).toEqual([]);
    doomed.kill();
    await clock.advance(defaultSettings.lostAfterMs - defaultSettings.heartbeatMs - 20);
    expect(heard.closes).toEqual([]);
    await clock.advance(defaultSettings.heartbeatMs + 2 * defaultSettings.tickMs + 20);
    expect(heard.closes).toMatchObject([{ kind: 'lost' }]);
    expect(defaultSettings.lostAfterMs + 2 * defaultSettings.tickMs).toBeLessThan(1_000);
  });

  it('shuts a worker out that stood still for too long, and lets it know', async () => {
    const zombie = new MemoryBus(network);
    const worker = await new TestWorker(zombie).serve({ slots: 1 });
    await open();
    zombie.pause();
    await clock.advance(5_000);
    expect(heard.closes).toMatchObject([{ kind: 'lost' }]);
    zombie.resume();
    worker.last.stream.send(bytes('too late'));
    await clock.advance(100);
    expect(worker.last.heard.closes).toMatchObject([{ kind: 'lost' }]);
    expect([worker.serving?.streams, heard.texts]).toEqual([0, []]);
  });

  it('forgives a worker that stood still for a moment', async () => {
    const slow = new MemoryBus(network);
    const worker = await new TestWorker(slow).serve();
    const stream = await open();
    slow.pause();
    stream.send(bytes('while you slept'));
    await clock.advance(500);
    slow.resume();
    await clock.advance(3_000);
    expect(worker.last.heard.texts).toEqual(['while you slept']);
    expect([heard.closes, worker.last.heard.closes]).toEqual([[], []]);
  });

  it('counts what happens', async () => {
    const workerMetrics = new Registry();
    const worker = await new TestWorker(new MemoryBus(network, { metrics: workerMetrics })).serve({
      slots: 3,
    });
    const stream = await open({ credit: 1, manualCredit: true });
    const sender = worker.last.stream;
    stream.send(bytes('one'));
    expect([sender.send(bytes('two')), sender.send(bytes('three'))]).toEqual([true, false]);
    await clock.advance(20);
    stream.cancel(0);
    stream.send(bytes('cancelled'));
    const seen = await metrics.metrics();
    expect(seen).toContain('parley_bus_streams_open{bus_service="stt",role="caller"} 1');
    expect(seen).toContain('parley_bus_opens_total{bus_service="stt",outcome="claimed"} 1');
    expect(seen).toContain('parley_bus_open_seconds_count{bus_service="stt"} 1');
    expect(seen).toContain('parley_bus_dropped_total{bus_service="stt",reason="not_sent"} 1');
    const served = await workerMetrics.metrics();
    expect(served).toContain('parley_bus_slots{bus_service="stt",state="used"} 1');
    expect(served).toContain('parley_bus_slots{bus_service="stt",state="free"} 2');
    expect(served).toContain('parley_bus_credit_stalls_total{bus_service="stt"} 1');
    expect(served).toMatch(/parley_bus_frames_total\{bus_service="stt",direction="in"\} [1-9]/);
    expect(served).toMatch(/parley_bus_bytes_total\{bus_service="stt",direction="out"\} [1-9]/);
    stream.close();
    await clock.advance(100);
    expect(await workerMetrics.metrics()).toContain('parley_bus_slots{bus_service="stt",state="used"} 0');
    expect(await metrics.metrics()).toContain('parley_bus_streams_open{bus_service="stt",role="caller"} 0');
  });

  it('does not ask the only worker again and again that has refused', async () => {
    const bus = new MemoryBus(new MemoryNetwork());
    await bus.serve({ service: 'stt', workerId: 'w1', slots: 1 }, () => {
      throw new BusError('refused', 'not here', true);
    });
    const sent = jest.spyOn(bus.network, 'send');
    await expect(bus.open({ ...plain, handlers: new Recorder() })).rejects.toMatchObject({ code: 'refused' });
    const asked = sent.mock.calls.filter(([, { subject }]) => subject === 'parley.stt.open');
    expect(asked.length).toBeLessThan(12);
    await bus.close();
  });

  it('leaves nothing behind after ten thousand streams', async () => {
    const bus = new MemoryBus(new MemoryNetwork());
    const worker = await new TestWorker(bus).serve({ slots: 200 });
    for (let round = 0; round < 50; round += 1) {
      const handlers = new Recorder();
      const streams = await Promise.all(Array.from({ length: 200 }, () => bus.open({ ...plain, handlers })));
      for (const stream of streams) stream.close();
      while ((worker.serving?.streams ?? 0) > 0) await new Promise<void>((resolve) => setImmediate(resolve));
      worker.streams.length = 0;
    }
    while (bus.network.listeners > 1) await new Promise<void>((resolve) => setTimeout(resolve, 10));
    expect(bus.network.listeners).toBe(1);
    await bus.close();
    expect(bus.network.listeners).toBe(0);
  });
});
