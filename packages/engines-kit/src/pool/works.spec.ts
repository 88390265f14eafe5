import { testHost, until, type TestHost } from './test-host';

describe('works of an engine', () => {
  let test: TestHost;
  afterEach(() => test.host.stop());

  it('starts, answers and streams results in order', async () => {
    test = testHost({}, { threads: 3, env: {} });
    process.env['SECRET_KEY'] = 'secret';
    const ready = await test.host.start();
    delete process.env['SECRET_KEY'];
    expect(ready).toMatchObject({ name: 'fixture', facts: { threads: '3', omp: '3', key: '' } });
    expect(test.host.state).toBe('ready');
    expect(await test.ask({ do: 'echo', values: [1, 'two', [3]] })).toEqual([1, 'two', [3]]);
    expect(await test.metric('parley_engine_up')).toBe(1);
    expect(await test.metric('parley_engine_works_total', { outcome: 'done' })).toBe(1);
  });

  it('is not disturbed by native text on stdout', async () => {
    test = testHost();
    await test.host.start();
    expect(await test.ask({ do: 'print' })).toEqual(['printed']);
    expect(await test.ask({ do: 'echo', values: ['after'] })).toEqual(['after']);
  });

  it('carries megabytes both ways', async () => {
    test = testHost();
    await test.host.start();
    const tag = 'x'.repeat(5_000_000);
    expect(await test.ask({ do: 'echo', values: [tag] })).toEqual([tag]);
  });

  it('keeps the class and code of a failure, and goes on', async () => {
    test = testHost();
    await test.host.start();
    await expect(
      test.ask({ do: 'fail', class: 'caller_fault', code: 'too_long', message: 'no' }),
    ).rejects.toMatchObject({ errorClass: 'caller_fault', code: 'too_long', retryable: false });
    await expect(test.ask({ do: 'crash' })).rejects.toMatchObject({ code: 'engine_error' });
    expect(await test.ask({ do: 'echo', values: [1] })).toEqual([1]);
    expect(await test.metric('parley_engine_restarts_total')).toBe(0);
  });

  it('runs as many at a time as the engine says, by priority', async () => {
    test = testHost({ concurrency: '2' });
    await test.host.start();
    const order: string[] = [];
    const ask = async (tag: string, priority: number) => {
      await test.ask({ do: 'wait', ms: 60, tag }, { priority });
      order.push(tag);
    };
    const all = [ask('a', 0), ask('b', 0), ask('c', 0), ask('urgent', 9)];
    expect(test.host.running).toBe(2);
    expect(test.host.queued).toBe(2);
    await Promise.all(all);
    const started = test.workLog().filter((line) => line.includes('wait'));
    expect(started.map((line) => line.split(' ')[2])).toEqual(['a', 'b', 'urgent', 'c']);
  });

  it('stands still while it is paused, and goes on where it was', async () => {
    test = testHost();
    await test.host.start();
    test.host.pause();
    let answered = false;
    const asked = test.ask({ do: 'echo', values: [1] }).then((values) => {
      answered = true;
      return values;
    });
    // Another process answers meanwhile: there was time enough.
    const other = testHost();
    await other.host.start();
    await other.ask({ do: 'echo', values: [2] });
    await other.host.stop();
    expect(answered).toBe(false);
    test.host.resume();
    expect(await asked).toEqual([1]);
  });

  it('ends while it is paused', async () => {
    test = testHost();
    await test.host.start();
    test.host.pause();
    await test.host.stop();
    expect(test.host.state).toBe('stopped');
  });

  it('refuses more than the queue limit at once', async () => {
    test = testHost({}, { queueLimit: 1 });
    await test.host.start();
    const first = test.ask({ do: 'wait', ms: 100 });
    const second = test.ask({ do: 'echo', values: [2] });
    await expect(test.ask({ do: 'echo', values: [3] })).rejects.toMatchObject({
      errorClass: 'transient',
      code: 'engine_busy',
    });
    await first;
    expect(await second).toEqual([2]);
    expect(await test.metric('parley_engine_works_total', { outcome: 'refused' })).toBe(1);
  });

  it('cancels in the engine when the signal aborts or the reader leaves', async () => {
    test = testHost({ concurrency: '2' });
    await test.host.start();
    const controller = new AbortController();
    const aborted = test.ask({ do: 'wait', ms: 20_000 }, { signal: controller.signal });
    await until(() => test.workLog().length === 1);
    controller.abort();
    await expect(aborted).rejects.toMatchObject({ code: 'aborted', errorClass: 'caller_fault' });
    await until(() => test.workLog().some((line) => line.endsWith('end true')));
    for await (const _ of test.host.work(Buffer.from('{"do":"spin","ms":100}'))) break;
    await until(() => test.host.running === 0);
    expect(await test.metric('parley_engine_works_total', { outcome: 'cancelled' })).toBe(2);
  });

  it('never dispatches a work that was aborted while waiting', async () => {
    test = testHost();
    await test.host.start();
    const running = test.ask({ do: 'wait', ms: 100 });
    const controller = new AbortController();
    const waiting = test.ask({ do: 'wait', ms: 1, tag: 'never' }, { signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'aborted' });
    await running;
    expect(await test.ask({ do: 'echo', values: [1] })).toEqual([1]);
    expect(test.workLog().join()).not.toContain('never');
  });

  it('ends a work whose reader does not read', async () => {
    test = testHost({}, { maxUnreadBytes: 1_000 });
    await test.host.start();
    const work = test.host.work(Buffer.from('{"do":"flood","bytes":900}'));
    await until(() => test.host.running === 0);
    await expect(work.next()).rejects.toMatchObject({ code: 'results_unread' });
  });

  it('does a thousand works without losing or mixing one', async () => {
    test = testHost({ concurrency: '4' }, { processes: 2, queueLimit: 2_000 });
    await test.host.start();
    const asks = Array.from({ length: 1_000 }, (_, n) => test.ask({ do: 'echo', values: [n, n + 1] }));
    const answers = await Promise.all(asks);
    expect(answers).toEqual(asks.map((_, n) => [n, n + 1]));
    expect(await test.metric('parley_engine_works_total', { outcome: 'done' })).toBe(1_000);
    expect(test.host.queued).toBe(0);
    expect(test.host.running).toBe(0);
  });
});
