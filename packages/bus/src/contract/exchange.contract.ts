import { BusError } from '../errors';
import type { Bus, OpenOptions, Stream } from '../stream';
import { bytes, Recorder, shouting, TestWorker, type World, type WorldMaker, patience, plain } from './world';

const numbers = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, n) => String(from + n));

export function exchange(maker: WorldMaker): void {
  describe(`${maker.name}: exchange`, () => {
    let world: World;
    let caller: Bus;
    let heard: Recorder;

    beforeEach(async () => {
      world = await maker.make(patience);
      caller = await world.connect();
      heard = new Recorder();
    });
    afterEach(() => world.dispose());

    const open = (extra: Partial<OpenOptions> = {}): Promise<Stream> =>
      caller.open({ ...plain, handlers: heard, ...extra });
    const worker = async (...args: Parameters<TestWorker['serve']>) =>
      new TestWorker(await world.connect()).serve(...args);

    it('keeps the order of both directions', async () => {
      await new TestWorker(await world.connect(), shouting).serve();
      const stream = await open({ credit: 1_000 });
      for (const number of numbers(200)) expect(stream.send(bytes(`n${number}`))).toBe(true);
      await heard.until(() => heard.frames.length === 200);
      expect(heard.texts).toEqual(numbers(200).map((number) => `N${number}`));
    });

    it('sends no more than the credit allows, and no less', async () => {
      const serving = await worker({ credit: 10 });
      const stream = await open();
      expect(stream.credit).toBe(10);
      expect(numbers(12).filter((number) => stream.send(bytes(number)))).toEqual(numbers(10));
      expect(stream.credit).toBe(0);
      const receiver = serving.last.heard;
      await receiver.until(() => receiver.frames.length === 10);
      await stream.ready();
      expect(receiver.texts).toEqual(numbers(10));
    });

    it('returns credit as frames are handled, so that any number passes', async () => {
      const serving = await worker({ credit: 8 });
      const stream = await open();
      const sent = numbers(500);
      for (const number of sent) {
        await stream.ready();
        expect(stream.send(bytes(number))).toBe(true);
      }
      const receiver = serving.last.heard;
      await receiver.until(() => receiver.frames.length === 500);
      expect(receiver.texts).toEqual(sent);
    });

    it('carries messages too large for one frame, as one', async () => {
      const serving = await worker({ credit: 2 });
      const stream = await open();
      const large = (letter: string) => bytes(letter.repeat(3_000_000));
      expect([stream.send(large('a')), stream.send(large('b')), stream.send(large('c'))]).toEqual([
        true,
        true,
        false,
      ]);
      await stream.ready();
      stream.send(bytes('small'));
      const receiver = serving.last.heard;
      await receiver.until(() => receiver.frames.length === 3);
      expect(receiver.texts.map((text) => `${text.length} ${text[0]}`)).toEqual([
        '3000000 a',
        '3000000 b',
        '5 s',
      ]);
      expect(() => stream.send(new Uint8Array(20_000_000))).toThrow(BusError);
      expect(stream.closed).toBe(false);
    });

    it('with manual credit, sends what was granted', async () => {
      const serving = await worker();
      const stream = await open({ credit: 3, manualCredit: true });
      const sender = serving.last.stream;
      const sent = numbers(20).filter((number) => sender.send(bytes(number)));
      expect(sent).toEqual(['0', '1', '2']);
      await heard.until(() => heard.frames.length === 3);
      const ready = sender.ready();
      stream.grant(2);
      await ready;
      expect(sender.credit).toBe(2);
      expect(numbers(5, 3).filter((number) => sender.send(bytes(number)))).toEqual(['3', '4']);
      await heard.until(() => heard.frames.length === 5);
      expect(heard.texts).toEqual(numbers(5));
    });

    it('drops late frames of a cancelled generation, on both sides', async () => {
      const serving = await worker();
      const stream = await open();
      const sender = serving.last.stream;
      sender.send(bytes('old'), { generation: 3 });
      await heard.until(() => heard.frames.length === 1);
      stream.cancel(3);
      // Under way before the worker knows of it.
      sender.send(bytes('late'), { generation: 3 });
      sender.send(bytes('new'), { generation: 4 });
      await heard.until(() => heard.frames.length === 2);
      expect(heard.texts).toEqual(['old', 'new']);
      const receiver = serving.last.heard;
      await receiver.until(() => receiver.cancels.length === 1);
      expect(receiver.cancels).toEqual([3]);
      expect(sender.send(bytes('never'), { generation: 2 })).toBe(true);
      expect(stream.send(bytes('never'), { generation: 3 })).toBe(true);
      stream.send(bytes('next'), { generation: 5 });
      await receiver.until(() => receiver.frames.length === 1);
      expect(receiver.texts).toEqual(['next']);
    });

    it('drops frames behind a newer generation', async () => {
      const serving = await worker();
      await open();
      const sender = serving.last.stream;
      sender.send(bytes('five'), { generation: 5 });
      sender.send(bytes('four'), { generation: 4 });
      sender.send(bytes('more'));
      await heard.until(() => heard.frames.length === 2);
      expect(heard.frames).toEqual([
        { text: 'five', generation: 5, shared: false },
        { text: 'more', generation: 5, shared: false },
      ]);
    });

    it('gives dropped frames their credit back', async () => {
      const serving = await worker();
      const stream = await open({ credit: 4, manualCredit: true });
      stream.cancel(7);
      const sender = serving.last.stream;
      const receiver = serving.last.heard;
      await receiver.until(() => receiver.cancels.length === 1);
      const past = Date.now() - 60_000;
      for (const number of numbers(4)) sender.send(bytes(number), { generation: 8, deadlineUnixMs: past });
      expect(sender.credit).toBe(0);
      await sender.ready();
      expect(heard.frames).toEqual([]);
    });

    it('drops frames past their deadline, and no others', async () => {
      const serving = await worker();
      await open();
      const sender = serving.last.stream;
      sender.send(bytes('late'), { deadlineUnixMs: Date.now() - 5_000 });
      sender.send(bytes('in time'), { deadlineUnixMs: Date.now() + 60_000 });
      await heard.until(() => heard.frames.length === 1);
      expect(heard.texts).toEqual(['in time']);
    });

    it('closes by halves', async () => {
      const serving = await worker();
      const stream = await open();
      stream.send(bytes('last'));
      stream.end();
      expect(stream.send(bytes('too late'))).toBe(false);
      const { heard: receiver, stream: sender } = serving.last;
      await receiver.until(() => receiver.ended === 1);
      expect(receiver.events).toEqual(['frame last', 'end']);
      sender.send(bytes('answer'));
      sender.end();
      await heard.until(() => heard.close !== undefined);
      await receiver.until(() => receiver.close !== undefined);
      expect(heard.events).toEqual(['frame answer', 'end', 'close ended']);
      expect(receiver.events).toEqual(['frame last', 'end', 'close ended']);
      expect(serving.serving?.streams).toBe(0);
    });

    it('closes both sides exactly once, last', async () => {
      const serving = await worker();
      const stream = await open();
      stream.send(bytes('one'));
      stream.close();
      stream.close({ code: 'x', message: 'again', retryable: true });
      const { heard: receiver, stream: sender } = serving.last;
      await receiver.until(() => receiver.close !== undefined);
      expect(receiver.events).toEqual(['frame one', 'close ended']);
      expect(heard.events).toEqual(['close ended']);
      expect([stream.closed, sender.closed]).toEqual([true, true]);
      expect([stream.send(bytes('x')), sender.send(bytes('x')), sender.credit]).toEqual([false, false, 0]);
      await expect(sender.ready()).rejects.toMatchObject({ code: 'closed' });
    });

    it('tells the peer why it was closed', async () => {
      const serving = await worker();
      await open();
      const waiting = serving.last.stream.ready();
      await waiting;
      serving.last.stream.close({ code: 'engine_failed', message: 'out of memory', retryable: true });
      await heard.until(() => heard.close !== undefined);
      const failed = { kind: 'failed', code: 'engine_failed', message: 'out of memory', retryable: true };
      expect(heard.close).toEqual(failed);
      expect(serving.last.heard.closes).toEqual([failed]);
    });

    it('closes a stream whose handler throws, and only that', async () => {
      const serving = await new TestWorker(await world.connect(), () => ({
        onFrame: ({ payload }) => {
          if (payload.length === 3) throw new Error('bug');
        },
      })).serve();
      const stream = await open();
      const otherHeard = new Recorder();
      const other = await open({ handlers: otherHeard });
      stream.send(bytes('bug'));
      await heard.until(() => heard.close !== undefined);
      expect(heard.close).toMatchObject({ kind: 'failed', code: 'internal', retryable: true });
      other.send(bytes('fine'));
      const receiver = serving.last.heard;
      await receiver.until(() => receiver.frames.length === 1);
      expect(other.closed).toBe(false);
    });

    it('wakes a sender that waits for credit when the stream closes', async () => {
      const serving = await worker();
      const stream = await open({ credit: 1, manualCredit: true });
      const sender = serving.last.stream;
      sender.send(bytes('x'));
      const ready = sender.ready();
      stream.close();
      await expect(ready).rejects.toMatchObject({ code: 'closed' });
    });
  });
}
