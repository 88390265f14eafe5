import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { resolveProgram } from '@parley/engines-kit';
import { endThread } from './ending';

const run = promisify(execFile);
const modelPath = require.resolve('@ricky0123/vad-web/dist/silero_vad_v6.onnx');
const dist = join(resolveProgram(__dirname, '../vad/vad.worker.ts'), '../..');

/** Threads that do nothing but run a model, each ended a little later in its life than the one before. */
const program = `
const { Worker } = require('node:worker_threads');
const { setTimeout: pause } = require('node:timers/promises');
const { endThread } = require(${JSON.stringify(join(dist, 'threads/ending.js'))});
const source = \`
  require(${JSON.stringify(join(dist, 'threads/ending.js'))}).endWhenAsked();
  const { SileroModel, SileroState } = require(${JSON.stringify(join(dist, 'vad/silero-model.js'))});
  (async () => {
    const model = await SileroModel.load(${JSON.stringify(modelPath)});
    require('node:worker_threads').parentPort.postMessage('ready');
    const row = { state: new SileroState(), samples: new Int16Array(512) };
    for (;;) await model.run([row]);
  })();
\`;
(async () => {
  for (let count = 0; count < 10; count += 1) {
    const worker = new Worker(source, { eval: true });
    await new Promise((resolve) => worker.once('message', resolve));
    await pause(count);
    await endThread(worker, 20_000);
  }
  for (let count = 0; count < 10; count += 1) {
    const worker = new Worker(source, { eval: true });
    await pause(5 * count);
    await endThread(worker, 20_000);
  }
  console.log('all ended');
})();
`;

it('a thread that is ended in the midst of its model’s runs, or of loading it, takes nothing with it', async () => {
  const { stdout } = await run(process.execPath, ['-e', program]);
  expect(stdout).toBe('all ended\n');
}, 60_000);

it('a thread that does not go when it is asked is ended', async () => {
  const worker = new Worker('for (;;) {}', { eval: true });
  await Promise.all([endThread(worker, 50), endThread(worker, 50)]);
  expect(worker.threadId).toBe(-1);
  await endThread(worker);
});
