import { bytesToInt16, int16ToFloat32 } from '@parley/audio';
import { decode, encode, v1 } from '@parley/contracts';
import { EngineError, singleResult, type EngineHost, type WorkOptions } from '@parley/engines-kit';
import { respell } from './respelling';
import type { SpeechEngine, SpeechPart, SpeechRequest } from '../engine';

const phonemizeTimeoutMs = 5_000;
const speakTimeoutMs = 20_000;

/** The separate espeak-ng program: phonemes for other voices, and a plain voice in about a hundred languages. */
export class EspeakEngine implements SpeechEngine {
  readonly name = 'espeak';

  constructor(private readonly host: EngineHost) {}

  get ready(): boolean {
    return this.host.state === 'ready';
  }

  /** IPA per word, as SynthesizeWork takes it but without marks. */
  async phonemize(
    words: readonly string[],
    language: string,
    options: WorkOptions,
  ): Promise<readonly string[]> {
    const work = { phonemize: { words: respell(words, language), language } };
    const result = await this.#run(work, { timeoutMs: phonemizeTimeoutMs, ...options });
    const phonemes = result.phonemes?.phonemes;
    if (phonemes?.length !== words.length)
      throw new EngineError('unknown', 'bad_result', 'Phonemes are missing');
    return phonemes;
  }

  async *speak(request: SpeechRequest, signal: AbortSignal): AsyncIterable<SpeechPart> {
    const { spoken, rate, priority, voice } = request;
    const words = spoken.words.map(({ text }) => text);
    const work = { synthesize: { text: spoken.text, words, language: voice, rate } };
    const { speech } = await this.#run(work, { timeoutMs: speakTimeoutMs, priority, signal });
    if (speech?.pcm?.length === undefined)
      throw new EngineError('unknown', 'bad_result', 'No speech came back');
    const samples = int16ToFloat32(bytesToInt16(speech.pcm));
    yield { kind: 'audio', samples, sampleRate: speech.sampleRate || 22_050 };
    yield { kind: 'words', words: (speech.words ?? []).map(toSpan) };
  }

  async #run(work: v1.SpeechWork.$Properties, options: WorkOptions): Promise<v1.SpeechResult.$Shape> {
    return decode(v1.SpeechResult, await singleResult(this.host.work(encode(v1.SpeechWork, work), options)));
  }
}

const toSpan = (word: v1.WordTime.$Properties) => ({ startMs: word.startMs ?? 0, endMs: word.endMs ?? 0 });
