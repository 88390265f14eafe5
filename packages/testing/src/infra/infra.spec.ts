import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { Child, freePort, repositoryRoot, sharedSpeech, startNats, startRedis, waitFor } from './index';
import { greet } from './ports';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('a child', () => {
  it('is heard, and ends when told', async () => {
    const child = new Child(
      process.execPath,
      ['-e', 'console.log(process.env.WORD); setInterval(() => {}, 1e3)'],
      {
        env: { WORD: 'hello' },
      },
    );
    await waitFor('its word', 10_000, () => child.lines.includes('hello'));
    expect(isAlive(child.pid)).toBe(true);
    expect(await child.stop()).toBe('SIGTERM');
    expect([child.running, isAlive(child.pid)]).toEqual([false, false]);
  });

  it('is killed when it does not listen', async () => {
    const deaf = 'process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1e3)';
    const child = new Child(process.execPath, ['-e', deaf]);
    await waitFor('it is up', 10_000, () => child.lines.includes('up'));
    expect(await child.stop(100)).toBe('SIGKILL');
  });

  it('takes its own children with it', async () => {
    const parent =
      'const c = require("child_process").spawn("sleep", ["600"]); console.log(c.pid); setInterval(() => {}, 1e3)';
    const child = new Child(process.execPath, ['-e', parent]);
    await waitFor('the pid', 10_000, () => child.lines.length > 0);
    const pid = Number(child.lines[0]);
    expect(isAlive(pid)).toBe(true);
    await child.kill();
    await waitFor('its child is gone', 5_000, () => !isAlive(pid));
  });

  it('says so when there is no such program', async () => {
    const child = new Child('/no/such/program', []);
    expect(await child.exited).not.toBe(0);
    expect(child.running).toBe(false);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('dies with its parent, ended by %s', async (signal) => {
    const kit = join(repositoryRoot(), 'packages', 'testing', 'dist', 'infra', 'child.js');
    const script = `const { Child } = require(${JSON.stringify(kit)});
      console.log(new Child('sleep', ['600']).pid); setInterval(() => {}, 1e3);`;
    const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = Number(await firstLine(parent));
    expect(isAlive(pid)).toBe(true);
    parent.kill(signal);
    await once(parent, 'exit');
    await waitFor('the child is gone', 5_000, () => !isAlive(pid));
  });
});

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('nothing was said');
}

describe('servers', () => {
  it('NATS starts, restarts on its port, and stops', async () => {
    const nats = await startNats();
    const hello = () => greet(nats.port, '', 500);
    expect(await hello()).toMatch(/^INFO /);
    await nats.kill();
    expect(await hello()).toBeUndefined();
    await nats.start();
    await nats.restart(50);
    expect(await hello()).toMatch(/^INFO /);
    await nats.pause();
    // All its threads stand still a moment after the signal.
    await waitFor('silence', 5_000, async () => (await hello()) === undefined);
    await nats.resume();
    expect(await hello()).toMatch(/^INFO /);
    await nats.stop();
    expect(await hello()).toBeUndefined();
  });

  it('Redis starts and stops', async () => {
    const redis = await startRedis();
    expect(redis.url).toBe(`redis://127.0.0.1:${redis.port}`);
    expect(await greet(redis.port, 'PING\r\n')).toBe('+PONG\r\n');
    await redis.stop();
    expect(await greet(redis.port, 'PING\r\n', 500)).toBeUndefined();
  });

  it('of the whole run are there', async () => {
    const ports = ['PARLEY_TEST_NATS_URL', 'PARLEY_TEST_REDIS_URL'].map((name) =>
      Number(new URL(process.env[name] ?? '').port),
    );
    expect(await Promise.all([greet(ports[0] ?? 0, ''), greet(ports[1] ?? 0, 'PING\r\n')])).toEqual([
      expect.stringMatching(/^INFO /),
      '+PONG\r\n',
    ]);
  });
});

describe('finding things', () => {
  it('gives ports that are free, and the root of the repository', async () => {
    expect(await freePort()).toBeGreaterThan(1_023);
    expect(repositoryRoot()).toBe(join(__dirname, '..', '..', '..', '..'));
    expect(() => repositoryRoot('/')).toThrow('not inside the repository');
  });

  it('finds recorded speech beside the repository, if it is there', () => {
    expect(sharedSpeech() ?? join(repositoryRoot(), '..', 'shared', 'speech')).toMatch(/shared\/speech$/);
  });
});
