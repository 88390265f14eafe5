import { int16ToBytes } from '@parley/audio';
import { decode, encode, v1 } from '@parley/contracts';
import { EngineError, singleResult, type EngineHost } from '@parley/engines-kit';
import type { Recognition, RecognizeRequest, RecognizerCapabilities, RecognizerEngine } from '../recognizer';
import { longestSeconds } from './decode-settings';

/** Whisper in its own processes, behind the engine host. */
export class WhisperEngine implements RecognizerEngine {
  #languages: RecognizerCapabilities['languages'] = 'any';

  constructor(
    readonly id: string,
    private readonly host: EngineHost,
    readonly capacity: number,
  ) {}

  get capabilities(): RecognizerCapabilities {
    return {
      languages: this.#languages,
      streaming: false,
      detectsLanguage: true,
      // The binding gives only times that are seconds off: none are better.
      wordTimes: false,
      confidence: false,
      sampleRate: 16_000,
      maxSeconds: longestSeconds,
    };
  }

  get ready(): boolean {
    return this.host.state === 'ready';
  }

  get busy(): number {
    return this.host.queued + this.host.running;
  }

  async start(): Promise<void> {
    const ready = await this.host.start();
    const languages = ready.facts?.['languages'];
    if (languages) this.#languages = languages.split(',');
  }

  async recognize(request: RecognizeRequest): Promise<Recognition> {
    const payload = encode(v1.TranscribeWork, {
      pcm: int16ToBytes(request.pcm),
      language: request.language,
      prompt: request.prompt,
      partial: request.partial,
    });
    const work = this.host.work(payload, {
      priority: request.priority,
      timeoutMs: request.timeoutMs,
      replay: !request.partial,
      ...(request.signal && { signal: request.signal }),
    });
    const { text, language, confidence, decodeMs } = parse(await singleResult(work));
    return { text, language, confidence, decodeMs };
  }

  stop(): Promise<void> {
    return this.host.stop();
  }
}

function parse(bytes: Uint8Array): v1.TranscribeResult {
  try {
    return decode(v1.TranscribeResult, bytes);
  } catch (error) {
    throw new EngineError('unknown', 'engine_protocol', 'the engine sent something else than a reading', {
      cause: error,
    });
  }
}
