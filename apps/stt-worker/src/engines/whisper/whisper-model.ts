import { availableParallelism } from 'node:os';
import { chooseThreads, LoadWatch } from '@parley/engines-kit';
import { Whisper, WhisperFullParams, WhisperSamplingStrategy } from '@napi-rs/whisper';
import {
  audioContext,
  detectSeconds,
  judgeLoop,
  longestSeconds,
  shortestSeconds,
  tokenLimit,
} from './decode-settings';

const sampleRate = 16_000;

export interface WhisperReading {
  readonly text: string;
  /** ISO-639-1. */
  readonly language: string;
}

export interface WhisperRequest {
  /** −1 … 1, 16 kHz, at most `longestSeconds`. */
  readonly samples: Float32Array;
  /** ISO-639-1; empty = detect. */
  readonly language: string;
  /** Where it is detected: it is one of these, the likeliest first; empty = any. */
  readonly languages: readonly string[];
  readonly prompt: string;
  readonly partial: boolean;
}

/** Whisper through its native binding. Every call blocks the thread until it is done. */
export class WhisperModel {
  readonly #whisper: Whisper;
  readonly #load = new LoadWatch();

  constructor(
    path: string,
    private readonly mostThreads: number,
  ) {
    this.#whisper = new Whisper(path, { useGpu: false });
    this.#load.start();
  }

  /** ISO-639-1 codes it knows. */
  get languages(): string[] {
    const last = this.#whisper.isMultilingual ? Whisper.maxLangId() : 0;
    const codes = Array.from({ length: last + 1 }, (_, id) => Whisper.lang(id) ?? '');
    return codes.filter((code) => code !== '');
  }

  knows(language: string): boolean {
    return Whisper.langId(language) >= 0;
  }

  /** The first decode is slow, and a detection costs as much as the decode before it. */
  warmUp(): void {
    this.#decode(new Float32Array(sampleRate * shortestSeconds), 'en', '', 4);
  }

  read(request: WhisperRequest): WhisperReading {
    const samples = atLeast(request.samples, shortestSeconds * sampleRate);
    const language = request.language || likeliest(this.#detect(samples), request.languages);
    const limit = tokenLimit(samples.length / sampleRate, language);
    const text = this.#decode(samples, language, request.prompt, limit);
    const verdict = judgeLoop(text, limit);
    if (verdict.kind === 'loop') return { text: verdict.once, language };
    if (verdict.kind === 'clean' || request.partial) return { text, language };
    return { text: this.#secondOpinion(samples, language, request.prompt, text), language };
  }

  /** Decodes once more with another second behind the audio: loops seldom survive that, real repetitions do. */
  #secondOpinion(samples: Float32Array, language: string, prompt: string, first: string): string {
    if (samples.length / sampleRate + 1 > longestSeconds) return first;
    const longer = withFaintNoise(samples, sampleRate);
    const limit = tokenLimit(longer.length / sampleRate, language);
    const text = this.#decode(longer, language, prompt, limit);
    const verdict = judgeLoop(text, limit);
    return verdict.kind === 'loop' ? verdict.once : text;
  }

  /**
   * whisper.cpp detects with the context of the call before. A call that decodes nothing (its `durationMs` is the
   * shortest it turns down only after taking over the context) sets that to what this audio needs.
   */
  #detect(samples: Float32Array): string {
    const head = samples.subarray(0, detectSeconds * sampleRate);
    const context = this.#params('en', head.length / sampleRate, 4);
    context.durationMs = 1_000;
    this.#whisper.full(context, head.subarray(0, sampleRate / 5));
    const detection = this.#params('auto', head.length / sampleRate, 4);
    detection.detectLanguage = true;
    this.#whisper.full(detection, head);
    return Whisper.lang(this.#whisper.fullLangId) ?? 'en';
  }

  #decode(samples: Float32Array, language: string, prompt: string, limit: number): string {
    const params = this.#params(language, samples.length / sampleRate, limit);
    if (prompt !== '') params.initialPrompt = prompt.replaceAll('\0', '');
    return this.#whisper.full(params, samples).trim();
  }

  #params(language: string, seconds: number, limit: number): WhisperFullParams {
    const params = new WhisperFullParams(WhisperSamplingStrategy.Greedy);
    params.nThreads = chooseThreads(this.mostThreads, availableParallelism(), this.#load.busyCores());
    params.language = language;
    params.audioCtx = audioContext(seconds);
    params.maxTokens = limit;
    params.temperature = 0;
    params.noContext = true;
    // Time tokens make it stop where the speech does: without them short clips end in loops.
    params.noTimestamps = false;
    params.singleSegment = true;
    params.printProgress = false;
    params.printTimestamps = false;
    return params;
  }
}

/** Whisper says only which language is likeliest of all: where that is impossible, the first that is possible. */
const likeliest = (heard: string, languages: readonly string[]): string =>
  languages.length === 0 || languages.includes(heard) ? heard : languages[0]!;

function atLeast(samples: Float32Array, length: number): Float32Array {
  if (samples.length >= length) return samples;
  const padded = new Float32Array(Math.ceil(length));
  padded.set(samples);
  return padded;
}

const faint = 5e-4;

function withFaintNoise(samples: Float32Array, extra: number): Float32Array {
  const out = new Float32Array(samples.length + extra);
  out.set(samples);
  let seed = 1;
  for (let i = samples.length; i < out.length; i++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    out[i] = (seed / 2 ** 31 - 1) * faint;
  }
  return out;
}
