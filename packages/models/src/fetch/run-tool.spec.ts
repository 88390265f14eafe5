import { failureOf } from '../testing/files';
import { runTool } from './run-tool';

const node = (script: string) => ({ command: process.execPath, args: ['-e', script], stallMs: 60_000 });
const FOREVER = 'setInterval(() => {}, 1000)';

describe('runTool', () => {
  it('gives exit code and output', async () => {
    const result = await runTool(node('console.log("out"); console.error("err"); process.exitCode = 3'));
    expect(result).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n' });
  });

  it('tells a program that cannot start from one that fails', async () => {
    const result = await runTool({ command: '/no/such/program', args: [], stallMs: 1000 });
    expect(result.code).toBeUndefined();
  });

  it('stops a program that makes no progress', async () => {
    const failure = await failureOf(runTool({ ...node(FOREVER), measure: async () => 7, stallMs: 300 }));
    expect(failure.message).toMatch(/no progress for 0\.3 s/);
  });

  it('leaves one alone that does, however long it takes', async () => {
    let bytes = 0;
    const seen: number[] = [];
    const result = await runTool({
      ...node('setTimeout(() => {}, 1500)'),
      measure: async () => ++bytes,
      onBytes: (n) => seen.push(n),
      stallMs: 600,
    });
    expect(result.code).toBe(0);
    expect(seen.length).toBeGreaterThan(1);
  });

  it('ends with its signal, even a program that will not', async () => {
    const abort = new AbortController();
    const stubborn = `process.on('SIGTERM', () => {}); console.log('up'); ${FOREVER}`;
    const running = runTool({
      ...node(stubborn),
      signal: abort.signal,
      measure: async () => {
        setTimeout(() => abort.abort(), 400);
        return 0;
      },
    });
    expect((await failureOf(running)).message).toBe('cancelled');
    expect((await failureOf(runTool({ ...node(FOREVER), signal: abort.signal }))).message).toBe('cancelled');
  });
});
