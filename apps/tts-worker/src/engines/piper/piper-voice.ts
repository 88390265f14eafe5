import { readFile } from 'node:fs/promises';
import { EngineError } from '@parley/engines-kit';
import { ruledDurations, wordSpans, type TimeSpan } from './durations';
import { phonemeIds } from './phoneme-ids';
import { loadVits, type Vits, type VitsAudio } from './vits';
import { readVoiceConfig, type PiperVoiceConfig } from './voice-config';

export interface PiperSpeech {
  /** ±1. */
  readonly samples: Float32Array;
  readonly sampleRate: number;
  /** With the first part, one per entry. */
  readonly words: readonly TimeSpan[];
}

/** Length scales beyond which speech is no longer speech. */
const slowest = 5;
const fastest = 0.1;
/**
 * The voice rounds each sound up to a whole frame, about half a frame a sound: a third of what is scaled (measured:
 * two frames a sound at its own speed). That part does not shrink with the scale.
 */
const rounding = 1 / 3;
/** The decoder's memory grows with the text: a segment is never this long. */
const maxIds = 3_000;

/** One loaded VITS voice as Piper exports it. */
export class PiperVoice {
  readonly #symbols = new Map<number, string>();

  private constructor(
    private readonly vits: Vits,
    readonly config: PiperVoiceConfig,
  ) {
    for (const [symbol, [id]] of Object.entries(config.phoneme_id_map))
      if (id !== undefined) this.#symbols.set(id, symbol);
  }

  static async load(modelPath: string, configPath: string, threads: number): Promise<PiperVoice> {
    const config = readVoiceConfig(configPath);
    return new PiperVoice(await loadVits(await readFile(modelPath), threads), config);
  }

  get tellsDurations(): boolean {
    return this.vits.tellsDurations;
  }

  /** `rate`: 1 = the voice's own, 2 = twice as fast. At least one part, each as soon as it is made. */
  async *speak(entries: readonly string[], rate: number): AsyncGenerator<PiperSpeech> {
    const sampleRate = this.config.audio.sample_rate;
    const { ids, words, audible } = phonemeIds(entries, this.config.phoneme_id_map);
    if (ids.length > maxIds) {
      throw new EngineError('caller_fault', 'text_too_long', `More than ${maxIds} phonemes`);
    }
    if (!audible) {
      const none = entries.map(() => ({ startMs: 0, endMs: 0 }));
      yield { samples: new Float32Array(0), sampleRate, words: none };
      return;
    }
    const { noise_scale: noise, length_scale: length, noise_w: noiseWidth } = this.config.inference;
    const scale = length * Math.min(slowest, Math.max(fastest, (1 + rounding) / rate - rounding));
    const speakers = this.config.num_speakers > 1;
    for await (const { samples, plan } of this.vits.speak({
      ids,
      scales: [noise, scale, noiseWidth],
      speakers,
    })) {
      const spans = plan === undefined ? [] : wordSpans(words, this.#durations(plan, ids), sampleRate);
      yield { samples, sampleRate, words: spans };
    }
  }

  /** In samples. */
  #durations(
    { totalSamples, durations }: NonNullable<VitsAudio['plan']>,
    ids: readonly number[],
  ): ArrayLike<number> {
    if (durations?.length !== ids.length) {
      return ruledDurations(ids, (id) => this.#symbols.get(id) ?? '', totalSamples);
    }
    const sum = durations.reduce((all, duration) => all + duration, 0);
    return durations.map((duration) => (duration * totalSamples) / Math.max(1, sum));
  }
}
