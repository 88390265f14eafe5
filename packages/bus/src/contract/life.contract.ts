import { setTimeout as sleep } from 'node:timers/promises';
import { audioSubject, type Bus, type OpenOptions, type Stream } from '../stream';
import {
  bytes,
  patiently,
  Recorder,
  shouting,
  TestWorker,
  type World,
  type WorldMaker,
  plain,
} from './world';

export function life(maker: WorldMaker): void {
  describe(`${maker.name}: life and death`, () => {
    let world: World;
    let caller: Bus;
    let heard: Recorder;

    beforeEach(async () => {
      world = await maker.make();
      caller = await world.connect();
      heard = new Recorder();
    });
    afterEach(() => world.dispose());

    const open = (extra: Partial<OpenOptions> = {}): Promise<Stream> =>
      caller.open({ ...plain, handlers: heard, ...extra });

    it('keeps a silent stream alive', async () => {
      const worker = await new TestWorker(await world.connect(), shouting).serve();
      const stream = await open();
      await sleep(1_500);
      stream.send(bytes('still here'));
      await heard.until(() => heard.frames.length === 1);
      expect(heard.events).toEqual(['frame STILL HERE']);
      expect(worker.last.heard.closes).toEqual([]);
    });

    it('notices a dead worker, and reopens elsewhere', async () => {
      const doomed = await world.connect();
      await new TestWorker(doomed).serve({ workerId: 'doomed' });
      const stream = await open();
      await new TestWorker(await world.connect(), shouting).serve({ workerId: 'other' });
      await world.die(doomed);
      await heard.until(() => heard.close !== undefined);
      expect(heard.events).toEqual(['close lost']);
      expect(stream.closed).toBe(true);
      const again = await open({ avoidWorkers: [stream.workerId] });
      expect(again.workerId).toBe('other');
    });

    it('frees the slot of a dead caller', async () => {
      const worker = await new TestWorker(await world.connect()).serve({ slots: 1 });
      const doomed = await world.connect();
      await doomed.open({ ...plain, sessionId: 's2', handlers: new Recorder() });
      await world.die(doomed);
      const lost = worker.last.heard;
      await lost.until(() => lost.close !== undefined);
      expect(lost.events).toEqual(['close lost']);
      expect(worker.serving?.streams).toBe(0);
      expect((await patiently(open)).closed).toBe(false);
    });

    it('drains: takes nothing new, says so, and lets streams finish', async () => {
      const worker = await new TestWorker(await world.connect(), shouting).serve();
      const stream = await open();
      const drained = worker.serving?.drain(20_000);
      await heard.until(() => heard.drainings === 1);
      await expect(open({ handlers: new Recorder() })).rejects.toMatchObject({ code: 'no_capacity' });
      stream.send(bytes('last words'));
      await heard.until(() => heard.frames.length === 1);
      stream.close();
      await drained;
      expect(worker.last.heard.closes).toEqual([{ kind: 'ended' }]);
      expect(heard.texts).toEqual(['LAST WORDS']);
    });

    it('drains: closes what is left when the time is up', async () => {
      const worker = await new TestWorker(await world.connect()).serve();
      await open();
      await worker.serving?.drain(50);
      await heard.until(() => heard.close !== undefined);
      expect(heard.close).toMatchObject({ kind: 'failed', code: 'draining', retryable: true });
    });

    it('closes its streams when the bus is closed', async () => {
      const bus = await world.connect();
      const worker = await new TestWorker(bus).serve();
      await open();
      await bus.close();
      await heard.until(() => heard.close !== undefined);
      expect(heard.close).toMatchObject({ kind: 'failed', code: 'draining', retryable: true });
      expect(worker.last.heard.closes).toHaveLength(1);
    });

    it('goes on over a restart of the message system, without losing or repeating a frame', async () => {
      const worker = await new TestWorker(await world.connect()).serve({ credit: 1_000 });
      const stream = await open({ credit: 1_000, sharedSubject: audioSubject('s1') });
      const { heard: receiver, stream: sender } = worker.last;
      const statuses: string[] = [];
      caller.onStatus((status) => statuses.push(status));
      const audio = caller.broadcast(audioSubject('s1'));
      const talk = new AbortController();
      let sent = 0;
      const chatter = async () => {
        for (; !talk.signal.aborted; sent += 1) {
          stream.send(bytes(`c${sent}`));
          sender.send(bytes(`w${sent}`));
          audio.send(bytes('audio'));
          await sleep(10);
        }
      };
      const talking = chatter();
      await world.restart();
      await receiver.until(() => statuses.includes('connected'));
      await sleep(300);
      talk.abort();
      await talking;
      const own = (recorder: Recorder) =>
        recorder.frames.filter((frame) => !frame.shared).map((frame) => frame.text);
      await receiver.until(() => own(receiver).length >= sent);
      await heard.until(() => own(heard).length >= sent);
      const all = Array.from({ length: sent }, (_, n) => n);
      expect(own(receiver)).toEqual(all.map((n) => `c${n}`));
      expect(own(heard)).toEqual(all.map((n) => `w${n}`));
      expect([stream.closed, sender.closed]).toEqual([false, false]);
      expect(statuses).toEqual(['reconnecting', 'connected']);
    });

    it('waits for the connection to open a stream', async () => {
      await new TestWorker(await world.connect()).serve();
      const back = world.restart();
      while (caller.status === 'connected') await sleep(5);
      // The worker may come back a little later than the caller.
      const opened = await patiently(() => open());
      await back;
      expect(opened.closed).toBe(false);
    });
  });
}
