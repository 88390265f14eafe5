import { execFileSync } from 'node:child_process';
import { resolveProgram } from '@parley/engines-kit';
import { filesOrSkip } from '../../testing/model-test';

/** In a process of its own: ONNX Runtime takes no arrays of a test's realm. Without its noise a voice says the same every time. */
const program = `
const { readFileSync } = require('node:fs');
const { InferenceSession, Tensor } = require('onnxruntime-node');
const [, vits, path] = process.argv;
const ids = [1, 0, 20, 0, 59, 0, 24, 0, 27, 0, 100, 0, 3, 0, 35, 0, 120, 0, 62, 0, 122, 0, 24, 0, 17, 0, 10, 0, 2];
const scales = [0, 3, 0];
async function main() {
  const model = readFileSync(path);
  const split = await require(vits).loadVits(model, 1);
  const parts = [];
  let told;
  for await (const { samples, plan } of split.speak({ ids, scales, speakers: false })) {
    parts.push(...samples);
    told ??= plan.totalSamples;
  }
  const whole = await InferenceSession.create(model, { intraOpNumThreads: 1 });
  const { output } = await whole.run({
    input: new Tensor('int64', BigInt64Array.from(ids, BigInt), [1, ids.length]),
    input_lengths: new Tensor('int64', BigInt64Array.of(BigInt(ids.length)), [1]),
    scales: new Tensor('float32', Float32Array.from(scales), [3]),
  });
  const difference = Math.max(...parts.map((sample, at) => Math.abs(sample - output.data[at])));
  console.log(JSON.stringify({ told, said: parts.length, expected: output.data.length, difference }));
}
main();
`;

it('says in parts what it says in one piece', async () => {
  const files = await filesOrSkip('piper-en-joe');
  if (files === undefined) return;
  const vits = resolveProgram(__dirname, './vits.ts');
  const args = ['-e', program, vits, files['model'] as string];
  const result = JSON.parse(execFileSync(process.execPath, args, { cwd: __dirname, encoding: 'utf8' })) as {
    told: number;
    said: number;
    expected: number;
    difference: number;
  };
  expect(result.said).toBe(result.expected);
  expect(result.told).toBe(result.expected);
  expect(result.expected).toBeGreaterThan(22_050);
  expect(result.difference).toBeLessThan(1e-3);
}, 60_000);
