import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { fromRoot } from './paths.mjs';

/** Locks a file as the pull of the models does, which hooks into signals, and takes a while to stop. */
const house = `
  import { createRequire } from 'node:module';
  import { interrupted } from ${JSON.stringify(import.meta.resolve('./signals.mjs'))};
  const signal = interrupted();
  const { lock } = createRequire(${JSON.stringify(fromRoot('packages/models/package.json'))})('proper-lockfile');
  const unlock = await lock(import.meta.filename ?? process.execPath, { realpath: false, lockfilePath: process.argv[1] });
  await unlock();
  setInterval(() => undefined, 1000);
  console.log('up');
  console.log(await signal);
  await new Promise((resolve) => setTimeout(resolve, 100));
  console.log('stopped');
  process.exit(0);
`;

test('a signal is waited out, also where a library listens for signals too', async () => {
  const lock = `${process.env.TMPDIR ?? '/tmp'}/parley-signals-${process.pid}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', house, lock], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = text(child.stdout);
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  assert.deepEqual([await said, code], ['up\nSIGTERM\nstopped\n', 0]);
});
