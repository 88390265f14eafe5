import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { concatInt16, float32ToInt16, int16ToFloat32, levelDbfs } from '@parley/audio';
import { v1 } from '@parley/contracts';
import { resolveProgram } from '@parley/engines-kit';
import { shippedUtterance } from '../testing/recordings';
import { DenoiseThread } from './denoise-thread';

const program = resolveProgram(__dirname, './denoise.worker.ts');
const { NEAR_FIELD, FAR_FIELD } = v1.NoiseReduction.Type;
const near = { type: NEAR_FIELD, strength: 1 };
const far = { type: FAR_FIELD, strength: 1 };

/** Falling with frequency, as an engine or a fan. */
function hum(length: number, level: number): Float32Array {
  let seed = 3;
  let slow = 0;
  return Float32Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    slow = 0.95 * slow + 0.05 * (seed / 2 ** 31 - 1);
    return slow * level;
  });
}

const plus = (a: Float32Array, b: Float32Array): Int16Array =>
  float32ToInt16(a.map((sample, i) => sample + b[i]!));

/** How far the voice is above what is not the voice, dB. */
function snrDb(voice: Int16Array, heard: Int16Array): number {
  let both = 0;
  let own = 0;
  for (const [i, sample] of voice.entries()) {
    both += sample * heard[i]!;
    own += sample * sample;
  }
  const gain = both / own;
  let rest = 0;
  for (const [i, sample] of voice.entries()) rest += (heard[i]! - gain * sample) ** 2;
  return 10 * Math.log10((gain * gain * own) / rest);
}

describe('the noise reduction of the service', () => {
  let thread: DenoiseThread;
  const restarts: string[] = [];

  beforeEach(async () => {
    restarts.length = 0;
    thread = new DenoiseThread({ program, onRestart: (message) => restarts.push(message) });
    await thread.start();
  });
  afterEach(() => thread.stop());

  async function cleaned(pcm: Int16Array, reduction: v1.NoiseReduction.$Properties): Promise<Int16Array> {
    const parts: Int16Array[] = [];
    let answers = 0;
    let orders = 1;
    await new Promise<void>((resolve) => {
      const lane = thread.open(reduction, (part) => {
        parts.push(part);
        answers += 1;
        if (answers === orders) resolve();
      });
      for (let at = 0; at < pcm.length; at += 1_600) {
        orders += 1;
        lane.push(pcm.subarray(at, at + 1_600));
      }
      lane.flush();
      lane.close();
    });
    return concatInt16(parts);
  }

  it('takes noise away and leaves the voice where it was; more so across a room', async () => {
    const voice = shippedUtterance();
    const noise = hum(voice.length, 0.6);
    const noisy = plus(int16ToFloat32(voice), noise);
    const before = snrDb(voice, noisy);
    const [nearby, across] = await Promise.all([cleaned(noisy, near), cleaned(noisy, far)]);
    expect(nearby.length).toBe(voice.length);
    expect(across.length).toBe(voice.length);
    expect(snrDb(voice, nearby)).toBeGreaterThan(before + 1.5);
    expect(snrDb(voice, across)).toBeGreaterThan(before + 1.5);
    const alone = float32ToInt16(hum(32_000, 0.12));
    const left = await Promise.all([
      cleaned(alone, { ...near, strength: 0.5 }),
      cleaned(alone, near),
      cleaned(alone, far),
    ]);
    const levels = left.map((pcm) => levelDbfs(pcm.subarray(8_000)) - levelDbfs(alone.subarray(8_000)));
    expect(levels[0]).toBeLessThan(-2);
    expect(levels[1]).toBeLessThan(levels[0]! - 3);
    expect(levels[2]).toBeLessThan(levels[1]! - 6);
  });

  it('gives everything back with its noise when it goes away, and works again later', async () => {
    const pcm = shippedUtterance().subarray(0, 16_000);
    const parts: Int16Array[] = [];
    const lane = thread.open(near, (part) => parts.push(part));
    lane.push(pcm.subarray(0, 8_000));
    await thread.interrupt();
    lane.push(pcm.subarray(8_000));
    lane.flush();
    expect(concatInt16(parts)).toEqual(pcm);
    while (!thread.ready) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(restarts).toHaveLength(1);
    const again = await cleaned(pcm, near);
    expect(again.length).toBe(pcm.length);
    expect(again).not.toEqual(pcm);
  });
});

it('is replaced when it hangs, also while nobody says more, and what it had comes back', async () => {
  const hanging = path.join(mkdtempSync(path.join(tmpdir(), 'denoiser-')), 'hanging.cjs');
  writeFileSync(
    hanging,
    `const { parentPort } = require('node:worker_threads');
     parentPort.once('message', () => { for (;;); });
     parentPort.postMessage({ kind: 'ready' });`,
  );
  const restarts: string[] = [];
  const thread = new DenoiseThread({ program: hanging, onRestart: (message) => restarts.push(message) });
  try {
    await thread.start();
    const pcm = shippedUtterance().subarray(0, 8_000);
    const back = await new Promise<Int16Array>((resolve) => {
      thread.open(near, resolve).push(pcm);
    });
    expect(back).toEqual(pcm);
    expect(restarts).toHaveLength(1);
  } finally {
    await thread.stop();
    rmSync(path.dirname(hanging), { recursive: true });
  }
});
