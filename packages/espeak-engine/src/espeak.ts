import type { EspeakEvent, EspeakModule, EspeakWorker } from '@echogarden/espeak-ng-emscripten';
import { EngineError } from '@parley/engines-kit';
import { assignToWords, phonemeGroups } from './ipa';
import { voiceOf } from './languages';
import { wordTimes, type WordSpan } from './word-times';

/** espeak-ng's own normal speed. */
const neutralWordsPerMinute = 175;

export interface Speech {
  readonly samples: Int16Array;
  readonly sampleRate: number;
  readonly words: readonly WordSpan[];
}

/** One espeak-ng instance. Everything is synchronous. */
export class Espeak {
  readonly voices: ReadonlySet<string>;
  #voice = '';

  private constructor(
    private readonly module: EspeakModule,
    private readonly worker: EspeakWorker,
  ) {
    const names = worker.list_voices().flatMap((voice) => voice.languages.map(({ name }) => name));
    this.voices = new Set(names);
  }

  static async load(): Promise<Espeak> {
    const { default: load } = await import('@echogarden/espeak-ng-emscripten');
    const module = await load();
    return new Espeak(module, new module.eSpeakNGWorker());
  }

  phonemize(words: readonly string[], language: string): string[] {
    this.#use(language);
    const groups = phonemeGroups(this.#phonemes(words.join(' ')));
    const alone = () => words.map((word) => phonemeGroups(this.#phonemes(word)).join(' '));
    return assignToWords(groups, alone, words.length);
  }

  synthesize(text: string, words: readonly string[], language: string, rate: number): Speech {
    this.#use(language);
    this.worker.set_rate(Math.round(Math.min(450, Math.max(80, neutralWordsPerMinute * rate))));
    const chunks: Int16Array[] = [];
    const events: EspeakEvent[] = [];
    this.worker.synthesize(plain(text), (samples, happened) => {
      if (samples !== null && samples.length > 0) chunks.push(samples);
      events.push(...happened);
      return false;
    });
    const samples = concat(chunks);
    const sampleRate = this.worker.get_samplerate();
    const totalMs = (samples.length * 1_000) / sampleRate;
    return { samples, sampleRate, words: wordTimes(text, words, events, totalMs) };
  }

  #use(language: string): void {
    const voice = voiceOf(language, this.voices);
    if (voice === undefined) {
      throw new EngineError('caller_fault', 'unknown_language', `espeak does not speak "${language}"`);
    }
    if (voice === this.#voice) return;
    this.worker.set_voice(voice);
    this.#voice = voice;
  }

  #phonemes(text: string): string {
    const { HEAPU8: heap } = this.module;
    const from = this.worker.convert_to_phonemes(plain(text), true).ptr;
    return Buffer.from(heap.subarray(from, heap.indexOf(0, from))).toString('utf8');
  }
}

/** Without what espeak reads as markup or as phonemes; same number of characters. */
const plain = (text: string): string => text.replace(/[<>&[\]]/g, ' ');

function concat(chunks: readonly Int16Array[]): Int16Array {
  const all = new Int16Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
