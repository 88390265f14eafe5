import { readFile } from 'node:fs/promises';
import { EngineError } from '@parley/engines-kit';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { ruledDurations, wordSpans, type TimeSpan } from './durations';
import { exposeOutput } from './onnx-graph';
import { phonemeIds, type PhonemeIds } from './phoneme-ids';
import { readVoiceConfig, type PiperVoiceConfig } from './voice-config';

export interface PiperSpeech {
  /** ±1. */
  readonly samples: Float32Array;
  readonly sampleRate: number;
  /** One per entry. */
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
    private readonly session: InferenceSession,
    readonly config: PiperVoiceConfig,
    /** The output that tells how long each phoneme lasts, in frames. */
    private readonly durationsOutput: string | undefined,
  ) {
    for (const [symbol, [id]] of Object.entries(config.phoneme_id_map))
      if (id !== undefined) this.#symbols.set(id, symbol);
  }

  static async load(modelPath: string, configPath: string, threads: number): Promise<PiperVoice> {
    const config = readVoiceConfig(configPath);
    const { model, output } = exposeOutput(await readFile(modelPath), 'Ceil');
    const session = await InferenceSession.create(model, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      // Threads that spin while idle would take the cores from everything else.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
    return new PiperVoice(session, config, output);
  }

  get tellsDurations(): boolean {
    return this.durationsOutput !== undefined;
  }

  /** `rate`: 1 = the voice's own, 2 = twice as fast. */
  async speak(entries: readonly string[], rate: number): Promise<PiperSpeech> {
    const sampleRate = this.config.audio.sample_rate;
    const input = phonemeIds(entries, this.config.phoneme_id_map);
    if (input.ids.length > maxIds) {
      throw new EngineError('caller_fault', 'text_too_long', `More than ${maxIds} phonemes`);
    }
    if (!input.audible) {
      return {
        samples: new Float32Array(0),
        sampleRate,
        words: entries.map(() => ({ startMs: 0, endMs: 0 })),
      };
    }
    // A run may, rarely, blow up to NaN by its random numbers: another one does not.
    const outputs = (await this.#run(input, rate)) ?? (await this.#run(input, rate));
    if (outputs === undefined)
      throw new EngineError('transient', 'no_audio', 'The voice gave no usable audio');
    return { ...outputs, sampleRate, words: wordSpans(input.words, outputs.durations, sampleRate) };
  }

  async #run(input: PhonemeIds, rate: number) {
    const { noise_scale: noise, length_scale: length, noise_w: noiseWidth } = this.config.inference;
    const scale = length * Math.min(slowest, Math.max(fastest, (1 + rounding) / rate - rounding));
    const size = input.ids.length;
    const results = await this.session.run({
      input: new Tensor('int64', BigInt64Array.from(input.ids, BigInt), [1, size]),
      input_lengths: new Tensor('int64', BigInt64Array.of(BigInt(size)), [1]),
      scales: new Tensor('float32', Float32Array.of(noise, scale, noiseWidth), [3]),
      ...(this.config.num_speakers > 1 ? { sid: new Tensor('int64', BigInt64Array.of(0n), [1]) } : {}),
    });
    const samples = results['output']?.data;
    if (!(samples instanceof Float32Array) || samples.length === 0 || !samples.every(Number.isFinite))
      return undefined;
    return { samples, durations: this.#durations(results, input.ids, samples.length) };
  }

  /** In samples. */
  #durations(
    results: InferenceSession.OnnxValueMapType,
    ids: readonly number[],
    total: number,
  ): ArrayLike<number> {
    const frames = results[this.durationsOutput ?? '']?.data;
    if (!(frames instanceof Float32Array) || frames.length !== ids.length) {
      return ruledDurations(ids, (id) => this.#symbols.get(id) ?? '', total);
    }
    const sum = frames.reduce((all, frame) => all + frame, 0);
    return frames.map((frame) => (frame * total) / Math.max(1, sum));
  }
}
