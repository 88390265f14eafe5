import { spawn } from 'node:child_process';
import path from 'node:path';
import { alive, pythonFixture, testHost, until, type TestHost } from './test-host';

describe('the life of an engine', () => {
  let test: TestHost;
  afterEach(() => test.host.stop());

  it('rejects a start that hangs, and kills it', async () => {
    test = testHost({ mode: 'hang' }, { startTimeoutMs: 200 });
    await expect(test.host.start()).rejects.toMatchObject({ code: 'start_timeout', errorClass: 'transient' });
  });

  it('says why the engine refused to start', async () => {
    test = testHost({ mode: 'refuse' });
    await expect(test.host.start()).rejects.toMatchObject({ errorClass: 'model_gone', code: 'no_model' });
  });

  it('gives up after failures in a row, refuses works at once, and keeps trying slowly', async () => {
    test = testHost({ mode: 'exit' }, { restart: { firstDelayMs: 5, giveUpAfter: 2, slowRetryMs: 100 } });
    await expect(test.host.start()).rejects.toMatchObject({ code: 'engine_died' });
    await until(() => test.host.state === 'failed');
    await expect(test.ask({ do: 'echo', values: [1] })).rejects.toMatchObject({ code: 'engine_unavailable' });
    const tried = await test.metric('parley_engine_restarts_total');
    await until(async () => (await test.metric('parley_engine_restarts_total')) > tried);
  });

  it('rejects a program that is not there', async () => {
    test = testHost({}, { program: '/nonexistent/engine' });
    await expect(test.host.start()).rejects.toMatchObject({ code: 'engine_died' });
  });

  it('refuses works before start and after stop, and leaves no process', async () => {
    test = testHost();
    await expect(test.ask({ do: 'pid' })).rejects.toMatchObject({ code: 'engine_unavailable' });
    await test.host.start();
    const [pid] = await test.ask({ do: 'pid' });
    const waiting = test.ask({ do: 'wait', ms: 60_000 });
    await test.host.stop();
    await expect(waiting).rejects.toMatchObject({ code: 'engine_stopped' });
    await expect(test.ask({ do: 'pid' })).rejects.toMatchObject({ code: 'engine_unavailable' });
    expect(test.host.state).toBe('stopped');
    expect(alive(Number(pid))).toBe(false);
  });

  it.each(['wait', 'spin'])('no orphan when the host is killed while the engine is in a %s', async (work) => {
    test = testHost();
    const script = `
      const { createEngineHost } = require(${JSON.stringify(path.resolve(__dirname, '../../dist/index.js'))});
      const { Registry } = require('prom-client');
      const quiet = { debug() {}, info() {}, warn() {}, error() {} };
      const host = createEngineHost({ name: 'x', program: process.argv[1], files: {}, threads: 1 },
        { logger: quiet, metrics: new Registry() });
      const text = async (ask) => { for await (const b of host.work(Buffer.from(JSON.stringify(ask)))) return Buffer.from(b).toString(); };
      host.start().then(() => text({ do: 'pid' })).then((pid) => {
        text({ do: '${work}', ms: 60000 });
        setTimeout(() => process.stdout.write(pid + '\\n'), 200);
      });`;
    const program = path.resolve(__dirname, '../../test/fixtures/engine.js');
    const parent = spawn(process.execPath, ['-e', script, program], { cwd: __dirname });
    const pid = await new Promise<number>((resolve) =>
      parent.stdout.once('data', (text: Buffer) => resolve(Number(text.toString()))),
    );
    expect(alive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await until(() => !alive(pid));
  });

  it('runs an engine written in another language', async () => {
    test = testHost({}, { name: 'upper', program: 'python3', args: [pythonFixture], healthIntervalMs: 30 });
    expect(await test.host.start()).toMatchObject({ name: 'upper', version: '1.0' });
    const shout = async (text: string) => {
      const results: string[] = [];
      for await (const bytes of test.host.work(Buffer.from(text)))
        results.push(Buffer.from(bytes).toString());
      return results;
    };
    expect(await shout('hello there')).toEqual(['HELLO THERE']);
    await expect(shout('fail')).rejects.toMatchObject({ errorClass: 'caller_fault', code: 'bad_text' });
    await until(async () => (await test.metric('parley_engine_rss_bytes')) > 1e6);
    const many = await Promise.all(Array.from({ length: 60 }, (_, n) => shout(`text ${n}`)));
    expect(many).toEqual(many.map((__, n) => [`TEXT ${n}`]));
  });
});
