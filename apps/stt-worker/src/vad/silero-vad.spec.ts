import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { concatInt16 } from '@parley/audio';
import { resolveProgram } from '@parley/engines-kit';
import { frameSamples, windowSamples } from './frame';
import { SileroVad } from './silero-vad';

const modelPath = require.resolve('@ricky0123/vad-web/dist/silero_vad_v6.onnx');
const program = resolveProgram(__dirname, './vad.worker.ts');

/** A buzz that rises and falls like syllables, different for each seed. */
function voice(seed: number, frames: number): Int16Array[] {
  return Array.from({ length: frames }, (_, f) =>
    Int16Array.from({ length: frameSamples }, (_unused, i) => {
      const t = (f * frameSamples + i) / 16_000;
      const envelope = Math.max(0, Math.sin(2 * Math.PI * 3 * t + seed));
      return 6_000 * envelope * Math.sign(Math.sin(2 * Math.PI * (110 + 10 * seed) * t)) * Math.sin(900 * t);
    }),
  );
}

/** Pushes frames as room allows, in bursts of the given size; resolves with what came back. */
function hear(
  vad: SileroVad,
  frames: readonly Int16Array[],
  burst: number,
  restMs = 0,
): Promise<[number, boolean][]> {
  return new Promise((resolve) => {
    const heard: [number, boolean][] = [];
    let next = 0;
    const push = (): void => {
      for (let i = 0; i < burst && next < frames.length && lane.hasRoom; i++) lane.push(frames[next++]!);
    };
    const lane = vad.open((probability, fallback) => {
      heard.push([probability, fallback]);
      if (heard.length < frames.length) {
        if (restMs > 0) setTimeout(push, restMs);
        else push();
      } else {
        lane.close();
        resolve(heard);
      }
    });
    push();
  });
}

describe('Silero in its thread', () => {
  it('judges many streams together as it would each alone', async () => {
    const vad = new SileroVad({ program, modelPath, lanes: 6 });
    await vad.start();
    const streams = [1, 2, 3, 4, 5, 6].map((seed) => voice(seed, 20 + seed));
    const alone: [number, boolean][][] = [];
    for (const frames of streams) alone.push(await hear(vad, frames, 1));
    const together = await Promise.all(streams.map((frames, i) => hear(vad, frames, 1 + (i % 3))));
    for (const [i, expected] of alone.entries()) {
      expect(together[i]).toHaveLength(20 + i + 1);
      together[i]!.forEach(([probability], f) => expect(probability).toBeCloseTo(expected[f]![0], 3));
    }
    expect(new Set(alone.flat().map(([probability]) => probability.toFixed(2))).size).toBeGreaterThan(10);
    await vad.stop();
  });

  it('judges in passing without a trace, and in the end as the frame itself', async () => {
    const vad = new SileroVad({ program, modelPath, lanes: 1 });
    await vad.start();
    const frames = voice(2, 12);
    const straight = await hear(vad, frames, 1);
    const whole = concatInt16(frames);
    const peeked: number[] = [];
    const judged: number[] = [];
    await new Promise<void>((resolve) => {
      let next = 0;
      let peeking = false;
      const lane = vad.open((probability) => {
        (peeking ? peeked : judged).push(probability);
        if (judged.length === frames.length) return resolve();
        peeking = !peeking && next >= 2;
        // A window that ends with the frame before is that frame again.
        if (peeking) lane.peek(whole.slice(next * frameSamples - windowSamples, next * frameSamples));
        else lane.push(frames[next++]!);
      });
      lane.push(frames[next++]!);
    });
    expect(judged).toEqual(straight.map(([probability]) => probability));
    expect(peeked.map((p) => p.toFixed(4))).toEqual(judged.slice(1, -1).map((p) => p.toFixed(4)));
    await vad.stop();
  });

  it('starts each stream afresh on a lane that was used before', async () => {
    const vad = new SileroVad({ program, modelPath, lanes: 1 });
    await vad.start();
    const frames = voice(3, 25);
    const first = await hear(vad, frames, 1);
    expect(await hear(vad, frames, 1)).toEqual(first);
    await vad.stop();
  });

  it('refuses more streams than lanes, and takes one again when another has gone', async () => {
    const vad = new SileroVad({ program, modelPath, lanes: 1 });
    await vad.start();
    const lane = vad.open(() => undefined);
    expect(() => vad.open(() => undefined)).toThrow('taken');
    lane.close();
    vad.open(() => undefined).close();
    await vad.stop();
  });

  it('does not start without its model', async () => {
    const vad = new SileroVad({ program, modelPath: '/nowhere.onnx', lanes: 1 });
    await expect(vad.start()).rejects.toThrow('could not start');
    await vad.stop();
  });

  it('goes on by level when the thread dies, and by the model when it is back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-vad-'));
    // The real program, with a thread that dies when it is woken for the 5th time, once.
    const mortal = join(folder, 'mortal.js');
    const mark = join(folder, 'died');
    writeFileSync(
      mortal,
      `const { parentPort } = require('node:worker_threads');
       const fs = require('node:fs');
       let wakes = 0;
       if (!fs.existsSync(${JSON.stringify(mark)})) parentPort.on('message', () => {
         if (++wakes === 5) { fs.writeFileSync(${JSON.stringify(mark)}, ''); throw new Error('struck down'); }
       });
       require(${JSON.stringify(program)});`,
    );
    const restarts: string[] = [];
    const vad = new SileroVad({
      program: mortal,
      modelPath,
      lanes: 2,
      onRestart: (why) => restarts.push(why),
    });
    await vad.start();
    const frames = voice(1, 30);
    // Time in between lets the thread fall asleep, so that each frame wakes it.
    const heard = await hear(vad, frames, 1, 10);
    expect(heard).toHaveLength(30);
    expect(heard.some(([, fallback]) => fallback)).toBe(true);
    expect(heard[0]![1]).toBe(false);
    expect(restarts[0]).toContain('struck down');
    for (let waited = 0; !vad.ready && waited < 10_000; waited += 20) await delay(20);
    const again = await hear(vad, frames, 1);
    expect(again.every(([, fallback]) => !fallback)).toBe(true);
    await vad.stop();
    rmSync(folder, { recursive: true });
  });
});
