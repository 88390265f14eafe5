import { createEngineHost, resolveProgram, type EngineHost } from '@parley/engines-kit';
import { concatFloat32, levelDbfs } from '@parley/audio';
import { Registry } from '@parley/telemetry';
import { SpeakableText } from '../../normalisation/speakable';
import { spokenText } from '../../normalisation/spoken';
import { filesOrSkip, quiet } from '../../testing/model-test';
import type { TimeSpan } from '../engine';
import { EspeakEngine } from '../espeak/espeak-engine';
import { PiperEngine } from './piper-engine';

describe('Piper', () => {
  const hosts: EngineHost[] = [];
  let piper: PiperEngine | undefined;

  beforeAll(async () => {
    const files = await filesOrSkip('piper-en-joe');
    if (files === undefined) return;
    const start = async (name: string, program: string, withFiles: Readonly<Record<string, string>>) => {
      const host = createEngineHost(
        { name, program, files: withFiles, threads: 1 },
        { logger: quiet, metrics: new Registry() },
      );
      hosts.push(host);
      await host.start();
      return host;
    };
    const espeak = await start(
      'espeak',
      resolveProgram('', require.resolve('@parley/espeak-engine/program')),
      {},
    );
    const voice = await start('piper', resolveProgram(__dirname, './program.ts'), files);
    piper = new PiperEngine(voice, new EspeakEngine(espeak));
  }, 60_000);
  afterAll(() => Promise.all(hosts.map((host) => host.stop())));

  const speak = async (text: string, rate = 1) => {
    const spoken = spokenText(new SpeakableText().read(text, 'en'));
    const request = { voice: 'joe', language: 'en', spoken, rate, priority: 0 };
    const parts: Float32Array[] = [];
    let sampleRate = 0;
    let words: readonly TimeSpan[] = [];
    for await (const part of piper!.speak(request, AbortSignal.timeout(30_000))) {
      if (part.kind === 'words') ({ words } = part);
      else {
        parts.push(part.samples);
        ({ sampleRate } = part);
      }
    }
    const samples = concatFloat32(parts);
    const level = ({ startMs, endMs }: TimeSpan) =>
      levelDbfs(samples.subarray((startMs * sampleRate) / 1_000, (endMs * sampleRate) / 1_000));
    return { spoken, words, parts: parts.length, ms: (samples.length * 1_000) / sampleRate, level };
  };

  it('speaks, with a time for every word, and silence where it pauses', async () => {
    if (piper === undefined) return;
    const { words, ms, level, spoken, parts } = await speak(
      'Good morning, I have three apples. Would you like one?',
    );
    expect(words).toHaveLength(spoken.words.length);
    expect(parts).toBeGreaterThan(1);
    words.forEach((word, index) => {
      expect(word.endMs).toBeGreaterThan(word.startMs);
      expect(word.startMs).toBeGreaterThanOrEqual(words[index - 1]?.endMs ?? 0);
      expect(level(word)).toBeGreaterThan(-40);
    });
    expect(words.at(-1)?.endMs).toBeLessThanOrEqual(ms);
    const pause = { startMs: (words[5]?.endMs ?? 0) + 40, endMs: (words[6]?.startMs ?? 0) - 20 };
    expect(pause.endMs - pause.startMs).toBeGreaterThan(60);
    expect(level(pause)).toBeLessThan(level({ startMs: 0, endMs: ms }) - 12);
  }, 60_000);

  /** The model draws how long each sound takes: a sentence may be a quarter longer than the same one again. */
  const fourMs = async (rate: number): Promise<number> => {
    let ms = 0;
    for (let time = 0; time < 4; time += 1) ms += (await speak('This is spoken at two speeds.', rate)).ms;
    return ms;
  };
  let ownMs: number | undefined;

  it.each([0.6, 0.8, 1.25, 1.6])(
    'is as fast as it is asked to be: %f',
    async (rate) => {
      if (piper === undefined) return;
      const askedMs = await fourMs(rate);
      ownMs ??= await fourMs(1);
      expect((ownMs / askedMs / rate - 1) * 100).toBeGreaterThan(-20);
      expect((ownMs / askedMs / rate - 1) * 100).toBeLessThan(20);
    },
    60_000,
  );

  it('says nothing for nothing', async () => {
    if (piper === undefined) return;
    expect((await speak('...')).ms || 0).toBe(0);
  }, 60_000);
});
