import { bytesToInt16, int16ToFloat32 } from '@parley/audio';
import { decode, encode, v1 } from '@parley/contracts';
import type { EngineHost } from '@parley/engines-kit';
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
    const texts = request.spoken.words.map(({ text }) => text);
    const { priority } = request;
    const sounds = await this.phonemizer.phonemize(texts, request.language, { signal, priority });
    const phonemes = sounds.map((sound, index) => sound + marksAfter(texts[index] ?? ''));
    const work = encode(v1.SynthesizeWork, { phonemes, voice: request.voice, rate: request.rate });
    const options = { timeoutMs: speakTimeoutMs, priority, signal };
    for await (const payload of this.host.work(work, options)) {
      const { pcm, sampleRate, words } = decode(v1.SynthesizeResult, payload);
      if (words.length > 0) yield { kind: 'words', words: words.map(toSpan) };
      yield { kind: 'audio', samples: int16ToFloat32(bytesToInt16(pcm)), sampleRate };
    }
  }
}

const toSpan = ({ startMs, endMs }: v1.WordTime.$Properties) => ({
  startMs: startMs ?? 0,
  endMs: endMs ?? 0,
});

/** The voice's melody follows the marks. */
const marksAfter = (word: string): string => /[.,;:!?]+$/.exec(word)?.[0].slice(-1) ?? '';
