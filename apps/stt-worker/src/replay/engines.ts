import { createHash } from 'node:crypto';
import { int16ToFloat32 } from '@parley/audio';
import { acousticReading } from '../endpointing/acoustic/acoustic-reading';
import type { AcousticReading } from '../endpointing/acoustic/acoustic-ear';
import type { SmartTurn } from '../endpointing/acoustic/smart-turn';
import type { TextModel } from '../endpointing/text/text-model';
import type { WhisperModel } from '../engines/whisper/whisper-model';
import { frameSamples } from '../vad/frame';
import type { KeptWork } from './kept-work';
import { SileroState, type SileroModel } from '../vad/silero-model';

/** A piece of work that was really done, once, and what it took. */
export interface Done<Result> {
  readonly result: Result;
  readonly tookMs: number;
}

/**
 * What work is said to take. `measured`: as long as it did. `cpu`: as long as it would on an idle machine, by the
 * time of all cores it took. `fixed`: always the same.
 */
export type Pace =
  | { readonly kind: 'measured' }
  | { readonly kind: 'cpu' }
  | { readonly kind: 'fixed'; readonly ms: number };

/** Threads of a decode on an idle machine. */
const decodeThreads = 2;

/** The real engines; the same work is done once and its time remembered. */
export class ReplayEngines {
  readonly decodesMs: number[] = [];
  readonly listensMs: number[] = [];
  readonly #decoded = new Map<string, Done<string>>();
  readonly #listened = new Map<string, Done<AcousticReading>>();
  readonly #read = new Map<string, Done<number | undefined>>();

  constructor(
    private readonly vad: SileroModel,
    private readonly whisper: WhisperModel,
    private readonly smartTurn: SmartTurn | undefined,
    private readonly textModel: TextModel | undefined,
    private readonly pace: Pace = { kind: 'measured' },
    /** Work of earlier runs: it is not done again, and took what it took then. */
    private readonly kept?: KeptWork,
  ) {}

  /** Speech probability of each whole frame. */
  async probabilities(pcm: Int16Array): Promise<number[]> {
    const state = new SileroState();
    const out: number[] = [];
    for (let at = 0; at + frameSamples <= pcm.length; at += frameSamples) {
      const [p] = await this.vad.run([{ state, samples: pcm.subarray(at, at + frameSamples) }]);
      out.push(p ?? 0);
    }
    return out;
  }

  #timer(threads: number): () => number {
    const { pace } = this;
    const startedMs = performance.now();
    const before = process.cpuUsage();
    return () => {
      if (pace.kind === 'fixed') return pace.ms;
      if (pace.kind === 'measured') return performance.now() - startedMs;
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000 / threads;
    };
  }

  decode(pcm: Int16Array, language: string, prompt: string): Done<string> {
    const key = keyOf(pcm, language, prompt);
    let done = this.#decoded.get(key);
    if (!done) {
      done = this.kept?.text(key) ?? this.#decodeNow(key, pcm, language, prompt);
      this.#decoded.set(key, done);
      this.decodesMs.push(done.tookMs);
    }
    return done;
  }

  #decodeNow(key: string, pcm: Int16Array, language: string, prompt: string): Done<string> {
    const stop = this.#timer(decodeThreads);
    const samples = int16ToFloat32(pcm);
    const { text } = this.whisper.read({ samples, language, languages: [], prompt, partial: false });
    const tookMs = stop();
    this.kept?.keep({ key, tookMs, text });
    return { result: text, tookMs };
  }

  get reads(): boolean {
    return this.textModel !== undefined;
  }

  async read(text: string, language: string): Promise<Done<number | undefined>> {
    const key = `${language}\0${text}`;
    let done = this.#read.get(key);
    if (!done) {
      const stop = this.#timer(1);
      done = { result: await this.textModel?.read(text, language), tookMs: stop() };
      this.#read.set(key, done);
    }
    return done;
  }

  async listen(pcm: Int16Array, speechSamples: number): Promise<Done<AcousticReading>> {
    const key = keyOf(pcm, String(speechSamples), '');
    let done = this.#listened.get(key);
    if (!done) {
      done = await this.#listenNow(key, pcm, speechSamples);
      this.#listened.set(key, done);
      this.listensMs.push(done.tookMs);
    }
    return done;
  }

  async #listenNow(key: string, pcm: Int16Array, speechSamples: number): Promise<Done<AcousticReading>> {
    const kept = this.kept?.smartTurn(key);
    if (kept) {
      const { prosody } = await acousticReading(pcm, speechSamples, undefined);
      return { result: { prosody, smartTurn: kept.result }, tookMs: kept.tookMs };
    }
    const stop = this.#timer(1);
    const result = await acousticReading(pcm, speechSamples, this.smartTurn);
    const tookMs = stop();
    if (result.smartTurn !== undefined) this.kept?.keep({ key, tookMs, smartTurn: result.smartTurn });
    return { result, tookMs };
  }
}

function keyOf(pcm: Int16Array, ...more: readonly string[]): string {
  const hash = createHash('sha1').update(new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength));
  return hash.update(more.join('\0')).digest('hex');
}
