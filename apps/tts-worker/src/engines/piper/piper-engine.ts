import { bytesToInt16, int16ToFloat32 } from '@parley/audio';
import { decode, encode, v1 } from '@parley/contracts';
import { singleResult, type EngineHost } from '@parley/engines-kit';
import type { SpeechEngine, SpeechPart, SpeechRequest } from '../engine';
import type { EspeakEngine } from '../espeak/espeak-engine';

const speakTimeoutMs = 30_000;

/** A Piper voice in its own process, fed with phonemes from espeak's. */
export class PiperEngine implements SpeechEngine {
  readonly name = 'piper';

  constructor(
    private readonly host: EngineHost,
    private readonly phonemizer: Pick<EspeakEngine, 'phonemize' | 'ready'>,
  ) {}

  get ready(): boolean {
    return this.host.state === 'ready' && this.phonemizer.ready;
  }

  async *speak(request: SpeechRequest, signal: AbortSignal): AsyncIterable<SpeechPart> {
    const words = request.spoken.words.map(({ text }) => text);
    const { priority } = request;
    const sounds = await this.phonemizer.phonemize(words, request.language, { signal, priority });
    const phonemes = sounds.map((sound, index) => sound + marksAfter(words[index] ?? ''));
    const work = encode(v1.SynthesizeWork, { phonemes, voice: request.voice, rate: request.rate });
    const options = { timeoutMs: speakTimeoutMs, priority, signal };
    const result = decode(v1.SynthesizeResult, await singleResult(this.host.work(work, options)));
    yield { kind: 'audio', samples: int16ToFloat32(bytesToInt16(result.pcm)), sampleRate: result.sampleRate };
    yield {
      kind: 'words',
      words: result.words.map((word) => ({ startMs: word.startMs ?? 0, endMs: word.endMs ?? 0 })),
    };
  }
}

/** The voice's melody follows the marks. */
const marksAfter = (word: string): string => /[.,;:!?]+$/.exec(word)?.[0].slice(-1) ?? '';
