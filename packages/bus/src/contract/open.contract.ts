import { BusError } from '../errors';
import type { Bus } from '../stream';
import {
  bytes,
  patiently,
  Recorder,
  shouting,
  TestWorker,
  text,
  type World,
  type WorldMaker,
  patience,
  plain,
} from './world';

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    return BusError.isInstance(error) ? error.code : String(error);
  }
  return 'none';
};

export function opening(maker: WorldMaker): void {
  describe(`${maker.name}: opening`, () => {
    let world: World;
    let caller: Bus;

    beforeEach(async () => {
      world = await maker.make(patience);
      caller = await world.connect();
    });
    afterEach(() => world.dispose());

    const open = (extra: Partial<Parameters<Bus['open']>[0]> = {}) =>
      caller.open({
        ...plain,
        sessionId: 'session1',
        config: bytes('config'),
        handlers: new Recorder(),
        ...extra,
      });

    it('hands the worker the session, the configuration and the trace', async () => {
      const worker = await new TestWorker(await world.connect()).serve();
      const stream = await open({ traceparent: '00-abc' });
      const { incoming } = worker.last;
      expect(text(incoming.config)).toBe('config');
      expect(incoming.traceparent).toBe('00-abc');
      expect(incoming.stream).toMatchObject({ id: stream.id, sessionId: 'session1', workerId: 'w1' });
      expect(stream).toMatchObject({ sessionId: 'session1', workerId: 'w1', closed: false });
    });

    it('says at once that there is no capacity when nobody serves', async () => {
      expect(await codeOf(open())).toBe('no_capacity');
    });

    it('says at once that there is no capacity when every slot is taken, and takes a freed one', async () => {
      const worker = await new TestWorker(await world.connect()).serve({ slots: 2 });
      const first = await open();
      await open();
      expect(worker.serving?.streams).toBe(2);
      expect(await codeOf(open())).toBe('no_capacity');
      first.close();
      await worker.streams[0]?.heard.until(() => worker.streams[0]?.heard.close !== undefined);
      expect((await patiently(open)).closed).toBe(false);
    });

    it('never claims more slots than there are, however many ask at once', async () => {
      const worker = await new TestWorker(await world.connect()).serve({ slots: 3 });
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => codeOf(open())));
      expect(outcomes.filter((outcome) => outcome === 'none')).toHaveLength(3);
      expect(new Set(outcomes)).toEqual(new Set(['none', 'no_capacity']));
      expect(worker.streams).toHaveLength(3);
    });

    it('spreads over workers until all are full', async () => {
      const workers = await Promise.all(
        ['w1', 'w2', 'w3'].map(async (workerId) =>
          new TestWorker(await world.connect()).serve({ slots: 2, workerId }),
        ),
      );
      const outcomes = await Promise.all(Array.from({ length: 6 }, () => codeOf(open())));
      expect(outcomes).toEqual(Array.from({ length: 6 }, () => 'none'));
      expect(workers.map((worker) => worker.streams.length)).toEqual([2, 2, 2]);
    });

    it('does not ask a worker again that is to be avoided', async () => {
      for (const workerId of ['bad', 'good']) {
        await new TestWorker(await world.connect()).serve({ slots: 50, workerId });
      }
      for (let count = 0; count < 20; count += 1) {
        expect((await open({ avoidWorkers: ['bad'] })).workerId).toBe('good');
      }
      expect(await codeOf(open({ avoidWorkers: ['bad', 'good'] }))).toBe('no_capacity');
    });

    it('asks the next worker when one cannot, until one can or nobody is left', async () => {
      const refusals = new Map<string, number>();
      for (let number = 1; number <= 5; number += 1) {
        const workerId = `w${number}`;
        const bus = await world.connect();
        await bus.serve({ service: 'stt', workerId, slots: 4 }, ({ config }) => {
          if (text(config) === workerId) return new Recorder();
          refusals.set(workerId, (refusals.get(workerId) ?? 0) + 1);
          throw new BusError('refused', `no ${text(config)} here`, true);
        });
      }
      const { workerId } = await open({ config: bytes('w3'), timeoutMs: 20_000 });
      expect(workerId).toBe('w3');
      expect(Math.max(0, ...refusals.values())).toBeLessThanOrEqual(1);
      refusals.clear();
      await expect(open({ config: bytes('w6'), timeoutMs: 20_000 })).rejects.toMatchObject({
        code: 'refused',
        message: 'no w6 here',
        retryable: true,
      });
      expect([...refusals.values()]).toEqual([1, 1, 1, 1, 1]);
    });

    it('does not take the refusal of one for that of another that has no slot left', async () => {
      const other = await world.connect();
      await other.serve({ service: 'stt', workerId: 'other', slots: 4 }, () => {
        throw new BusError('refused', 'not here', true);
      });
      const able = await new TestWorker(await world.connect()).serve({ workerId: 'able', slots: 1 });
      const first = await open({ timeoutMs: 20_000 });
      expect(await codeOf(open({ timeoutMs: 20_000 }))).toBe('no_capacity');
      first.close();
      await able.streams[0]?.heard.until(() => able.streams[0]?.heard.close !== undefined);
      expect((await patiently(() => open({ timeoutMs: 20_000 }))).workerId).toBe('able');
      await able.serving?.drain(0);
      await expect(open({ timeoutMs: 20_000 })).rejects.toMatchObject({ message: 'not here' });
    });

    it('passes a refusal on, and frees the slot', async () => {
      const bus = await world.connect();
      const serving = await bus.serve({ service: 'stt', workerId: 'w1', slots: 1 }, () => {
        throw new BusError('refused', 'unknown voice', false);
      });
      for (let count = 0; count < 3; count += 1) {
        await expect(open()).rejects.toMatchObject({
          code: 'refused',
          message: 'unknown voice',
          retryable: false,
        });
      }
      expect(serving.streams).toBe(0);
    });

    it('refuses, retryable, when accepting fails without saying why', async () => {
      const bus = await world.connect();
      await bus.serve({ service: 'stt', workerId: 'w1', slots: 1 }, () =>
        Promise.reject(new Error('secret')),
      );
      const refused = open();
      await expect(refused).rejects.toMatchObject({ code: 'refused', retryable: true });
      await expect(refused).rejects.not.toThrow(/secret/);
    });

    it('does not have all workers fail at what one failed at', async () => {
      let failed = 0;
      for (const workerId of ['w1', 'w2', 'w3']) {
        const bus = await world.connect();
        await bus.serve({ service: 'stt', workerId, slots: 1 }, () => {
          failed += 1;
          throw new Error('a bug');
        });
      }
      expect(await codeOf(open())).toBe('refused');
      expect(failed).toBe(1);
    });

    it('gives up on a worker that does not answer, and frees its slot', async () => {
      const bus = await world.connect();
      const late = new Recorder();
      let answer: (handlers: Recorder) => void = () => undefined;
      const serving = await bus.serve(
        { service: 'stt', workerId: 'w1', slots: 1 },
        () => new Promise((resolve) => (answer = resolve)),
      );
      expect(await codeOf(open({ timeoutMs: 80 }))).toBe('timeout');
      answer(late);
      await late.until(() => late.close !== undefined);
      expect(serving.streams).toBe(0);
    });

    it('delivers what the worker says first, even before its claim', async () => {
      const worker = new TestWorker(await world.connect(), ({ stream }) => {
        stream.send(bytes('early'));
        return {};
      });
      await worker.serve();
      const heard = new Recorder();
      const stream = await open({ handlers: heard });
      worker.last.stream.send(bytes('later'));
      await heard.until(() => heard.frames.length === 2);
      expect(heard.texts).toEqual(['early', 'later']);
      expect(stream.closed).toBe(false);
    });

    it('answers requests, and passes their errors on', async () => {
      const bus = await world.connect();
      await bus.respond('parley.tts.voices', (payload) => {
        if (text(payload) === 'bad') return Promise.reject(new BusError('refused', 'no such thing', false));
        if (text(payload) === 'broken') return Promise.reject(new Error('secret'));
        return Promise.resolve(bytes(text(payload).toUpperCase()));
      });
      const ask = (payload: string) => caller.request('parley.tts.voices', bytes(payload), 5_000);
      expect(text(await ask('joe'))).toBe('JOE');
      expect((await ask('')).length).toBe(0);
      await expect(ask('bad')).rejects.toMatchObject({
        code: 'refused',
        message: 'no such thing',
        retryable: false,
      });
      await expect(ask('broken')).rejects.toMatchObject({ code: 'refused', retryable: true });
      await expect(ask('broken')).rejects.not.toThrow(/secret/);
      expect(await codeOf(caller.request('parley.none', bytes(''), 20_000))).toBe('no_responders');
    });

    it('gathers the answers of all, and leaves refusals out', async () => {
      for (const name of ['a', 'b', 'bad']) {
        const bus = await world.connect();
        await bus.respond('parley.tts.voices', (payload) =>
          name === 'bad' || text(payload) === 'bad'
            ? Promise.reject(new BusError('refused', 'no such thing', false))
            : Promise.resolve(bytes(`${name} ${text(payload)}`)),
        );
      }
      const gather = async (payload: string) =>
        (await caller.gather('parley.tts.voices', bytes(payload), 5_000)).map(text);
      expect((await gather('joe')).toSorted()).toEqual(['a joe', 'b joe']);
      await expect(gather('bad')).rejects.toMatchObject({ code: 'refused', message: 'no such thing' });
      expect(await codeOf(caller.gather('parley.none', bytes(''), 20_000))).toBe('no_responders');
    });

    it('refuses names that would widen a subject', async () => {
      expect(await codeOf(open({ service: '*' }))).toBe('invalid_message');
      expect(await codeOf(open({ sharedSubject: 'parley.audio.>' }))).toBe('invalid_message');
      expect(() => caller.broadcast('a b')).toThrow(BusError);
      expect(await codeOf(caller.request('a.*', bytes(''), 100))).toBe('invalid_message');
    });

    it('is of no use once closed', async () => {
      await new TestWorker(await world.connect(), shouting).serve();
      await caller.close();
      expect(caller.status).toBe('closed');
      expect(await codeOf(open())).toBe('disconnected');
    });
  });
}
