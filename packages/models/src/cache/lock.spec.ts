import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { failureOf, temporaryFolder } from '../testing/files';
import { withLock } from './lock';

const folder = temporaryFolder();
const path = () => join(folder(), 'locks', 'tiny');

describe('withLock', () => {
  it('lets one holder in at a time', async () => {
    let inside = 0;
    let most = 0;
    let waited = 0;
    const enter = () =>
      withLock(path(), { waitMs: 20_000, onWait: () => waited++ }, async () => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setTimeout(resolve, 20));
        inside--;
      });
    await Promise.all([enter(), enter(), enter()]);
    expect(most).toBe(1);
    expect(waited).toBe(2);
  });

  it('is free again after a failure', async () => {
    const failing = withLock(path(), { waitMs: 0 }, async () => {
      throw new Error('no luck');
    });
    expect((await failureOf(failing)).message).toBe('no luck');
    expect(await withLock(path(), { waitMs: 0 }, async () => 'in')).toBe('in');
  });

  it('gives up waiting in time, or when told to', async () => {
    await withLock(path(), { waitMs: 0 }, async () => {
      const late = await failureOf(withLock(path(), { waitMs: 300 }, async () => 0));
      expect(late.message).toMatch(/another process holds/);
      const abort = new AbortController();
      const options = { waitMs: 60_000, signal: abort.signal, onWait: () => abort.abort() };
      expect((await failureOf(withLock(path(), options, async () => 0))).message).toBe('cancelled');
    });
  });

  it('takes over the lock of a process that died', async () => {
    const program = `
      require(${JSON.stringify(require.resolve('proper-lockfile'))})
        .lock('x', { realpath: false, lockfilePath: process.argv[1] }).then(() => console.log('held'));
      setInterval(() => {}, 1000);`;
    await withLock(path(), { waitMs: 0 }, async () => undefined);
    const holder = spawn(process.execPath, ['-e', program, path()], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    expect((await failureOf(withLock(path(), { waitMs: 0 }, async () => 0))).message).toMatch(
      /another process/,
    );
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(await withLock(path(), { waitMs: 20_000, staleMs: 2000 }, async () => 'in')).toBe('in');
  });
});
