import path from 'node:path';
import { testHost, until, type TestHost } from './test-host';

describe('an engine that breaks', () => {
  let test: TestHost;
  afterEach(() => test.host.stop());

  it.each(['SIGKILL', 'SIGABRT', 'SIGSEGV'])('%s in a work: the work is run again, once', async (signal) => {
    test = testHost();
    await test.host.start();
    const onceIn = path.join(test.folder, 'died');
    expect(await test.ask({ do: 'die', signal, onceIn })).toEqual(['survived']);
    expect(await test.metric('parley_engine_replays_total')).toBe(1);
    expect(await test.metric('parley_engine_restarts_total')).toBe(1);
  });

  it('fails a work that kills twice, and serves others after it', async () => {
    test = testHost();
    await test.host.start();
    await expect(test.ask({ do: 'die', signal: 'SIGABRT' })).rejects.toMatchObject({
      errorClass: 'transient',
      code: 'engine_died',
    });
    expect(test.workLog()).toHaveLength(2);
    expect(await test.ask({ do: 'echo', values: ['still here'] })).toEqual(['still here']);
  });

  it('never repeats a work that had a result, nor one that must not be replayed', async () => {
    test = testHost();
    await test.host.start();
    const results: string[] = [];
    const work = test.host.work(Buffer.from('{"do":"die","signal":"SIGKILL","first":"half"}'));
    await expect(
      (async () => {
        for await (const bytes of work) results.push(Buffer.from(bytes).toString());
      })(),
    ).rejects.toMatchObject({ code: 'engine_died' });
    expect(results).toEqual(['"half"']);
    await expect(test.ask({ do: 'die', signal: 'SIGKILL' }, { replay: false })).rejects.toMatchObject({
      code: 'engine_died',
    });
    expect(test.workLog()).toHaveLength(2);
  });

  it('runs the works of other processes on while one dies', async () => {
    test = testHost({ concurrency: '1' }, { processes: 2 });
    await test.host.start();
    await until(async () => (await test.metric('parley_engine_up')) === 2);
    const [killed, waited] = await Promise.allSettled([
      test.ask({ do: 'die', signal: 'SIGKILL' }, { replay: false }),
      test.ask({ do: 'wait', ms: 200 }),
    ]);
    expect(killed.status).toBe('rejected');
    expect(waited.status).toBe('fulfilled');
  });

  it.each([
    ['an impossible length', [0xff, 0xff, 0xff, 0xff]],
    ['a frame that is no message', [3, 0, 0, 0, 1, 2, 3]],
    ['an empty frame', [0, 0, 0, 0]],
  ])('garbage on the wire (%s): killed and started again', async (_, bytes) => {
    test = testHost();
    await test.host.start();
    await expect(test.ask({ do: 'garbage', bytes }, { replay: false })).rejects.toMatchObject({
      code: 'protocol',
      retryable: true,
    });
    expect(await test.ask({ do: 'echo', values: [1] })).toEqual([1]);
  });

  it('kills an engine whose work outlives its deadline', async () => {
    test = testHost({}, { cancelGraceMs: 50 });
    await test.host.start();
    const [before] = await test.ask({ do: 'pid' });
    await expect(test.ask({ do: 'spin', ms: 60_000 }, { timeoutMs: 300 })).rejects.toMatchObject({
      code: 'engine_timeout',
      retryable: true,
    });
    const [after] = await test.ask({ do: 'pid' });
    expect(after).not.toBe(before);
    expect(await test.metric('parley_engine_works_total', { outcome: 'timeout' })).toBe(1);
  });

  it('replaces an idle engine above its memory limit', async () => {
    test = testHost({}, { memoryLimitBytes: 150e6, healthIntervalMs: 50 });
    await test.host.start();
    const [before] = await test.ask({ do: 'eat', bytes: 120e6 });
    await until(async () => (await test.metric('parley_engine_restarts_total')) === 1);
    await until(() => test.host.state === 'ready');
    const [after] = await test.ask({ do: 'pid' });
    expect(after).not.toBe(before);
  });

  it('kills a busy engine at twice its memory limit', async () => {
    test = testHost({ concurrency: '2' }, { memoryLimitBytes: 100e6, healthIntervalMs: 50 });
    await test.host.start();
    const waiting = test.ask({ do: 'wait', ms: 60_000 }, { replay: false });
    const eating = test.ask({ do: 'eat', bytes: 300e6 });
    await expect(waiting).rejects.toMatchObject({ code: 'memory' });
    await Promise.allSettled([eating]);
    await until(() => test.host.state === 'ready');
  });
});
