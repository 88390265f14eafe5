import { setTimeout as pause } from 'node:timers/promises';
import { resolveProgram } from '@parley/engines-kit';
import { Child, freePort, waitFor } from '@parley/testing';

const program = resolveProgram(__dirname, '../main.ts');

async function live(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/live`)).ok;
  } catch {
    return false;
  }
}

it('a worker that is told to stop while its threads load their models ends as it was told', async () => {
  const ends: (number | string)[] = [];
  for (let count = 0; count < 6; count += 1) {
    const port = await freePort();
    const child = new Child(process.execPath, [program], {
      env: {
        NATS_URL: process.env['PARLEY_TEST_NATS_URL'],
        PARLEY_HEALTH_PORT: String(port),
        PARLEY_TEST_ENGINES: '1',
        PARLEY_STT_MODEL: 'test/scripted',
      },
    });
    await waitFor('alive', 20_000, () => live(port));
    // Each is a little further in loading than the one before.
    await pause(60 * count);
    child.signal('SIGTERM');
    ends.push(await child.exited);
  }
  expect(ends).toEqual([0, 0, 0, 0, 0, 0]);
}, 60_000);
