import { v1 } from '@parley/contracts';
import { SlowDenoiser } from '../testing/slow-denoiser';
import { NoiseStage } from './noise-stage';
import type { AudioRun } from './timeline';

const near = { type: v1.NoiseReduction.Type.NEAR_FIELD, strength: 1 };
const samples = (from: number, length: number): Int16Array => Int16Array.from({ length }, (_, i) => from + i);
const audio = (from: number, length: number): AudioRun => ({ kind: 'audio', samples: samples(from, length) });

function stage(startSample = 0) {
  const denoiser = new SlowDenoiser(30);
  const heard: (number | string)[] = [];
  const noise = new NoiseStage(startSample, denoiser, (run) =>
    run.kind === 'audio' ? heard.push(...run.samples) : heard.push(`missing ${run.samples}`),
  );
  return { denoiser, heard, noise };
}

describe('the noise stage', () => {
  it('passes everything at once where nothing is to be taken out', () => {
    const { heard, noise } = stage();
    noise.take(audio(0, 5));
    noise.take({ kind: 'missing', samples: 3 });
    noise.take(audio(8, 2));
    expect(heard).toEqual([0, 1, 2, 3, 4, 'missing 3', 8, 9]);
    expect(noise.settled).toBe(true);
  });

  it('keeps the order of audio, of what is missing, and of changes in between', () => {
    const { denoiser, heard, noise } = stage();
    noise.take(audio(0, 40));
    noise.configure(near);
    noise.take(audio(40, 100));
    noise.take({ kind: 'missing', samples: 7 });
    noise.take(audio(147, 50));
    noise.configure(undefined);
    noise.take(audio(197, 3));
    expect(heard).toEqual([...samples(0, 40)]);
    expect(noise.settled).toBe(false);
    denoiser.answer();
    expect(heard).toEqual([...samples(0, 140), 'missing 7', ...samples(147, 53)]);
    expect(noise.settled).toBe(true);
    expect([denoiser.opened, denoiser.closed]).toEqual([1, 1]);
  });

  it('brings out what a commit waits for, and nothing before it is there', () => {
    const { denoiser, heard, noise } = stage(1_000);
    noise.configure(near);
    noise.take(audio(0, 100));
    noise.settleTo(1_200);
    denoiser.answer();
    expect(heard.length).toBe(70);
    noise.take(audio(100, 100));
    noise.settleTo(1_200);
    denoiser.answer();
    expect(heard).toEqual([...samples(0, 200)]);
    expect(noise.settled).toBe(true);
  });

  it('is the same stream as long as its settings are, and silent once it is closed', () => {
    const { denoiser, heard, noise } = stage();
    noise.configure(near);
    noise.configure({ ...near });
    noise.configure({ ...near, strength: 0.5 });
    expect([denoiser.opened, denoiser.closed]).toEqual([2, 1]);
    noise.take(audio(0, 100));
    noise.close();
    denoiser.answer();
    expect(heard).toEqual([]);
  });
});
