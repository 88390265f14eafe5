import { int16ToBytes } from '@parley/audio';
import { decode, encode, v1 } from '@parley/contracts';
import { EngineError, singleResult, type EngineHost, type WorkOptions } from '@parley/engines-kit';
import type { Recognition, RecognizeRequest, RecognizerCapabilities, RecognizerEngine } from '../recognizer';
import { longestSeconds } from './decode-settings';

/** After a final comes its answer: a partial that was under way, and is of no use now, waits for that too. */
const partialRestMs = 1_500;

/** Whisper in its own processes, behind the engine host. */
export class WhisperEngine implements RecognizerEngine {
  #languages: RecognizerCapabilities['languages'] = 'any';
  #endOfTurn = false;
  #finals = 0;
  #resuming: NodeJS.Timeout | undefined;

  constructor(
    readonly id: string,
    private readonly host: EngineHost,
    readonly capacity: number,
    /** What is only shown is decoded here, so that a final never waits for it; none = no partials. */
    private readonly partialHost?: EngineHost,
  ) {}

  get capabilities(): RecognizerCapabilities {
    return {
      languages: this.#languages,
      streaming: false,
      detectsLanguage: true,
      // The binding gives only times that are seconds off: none are better.
      wordTimes: false,
      confidence: false,
      endOfTurn: this.#endOfTurn,
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
    const [ready] = await Promise.all([this.host.start(), this.partialHost?.start()]);
    const languages = ready.facts?.['languages'];
    if (languages) this.#languages = languages.split(',');
    this.#endOfTurn = ready.facts?.['end_of_turn'] === 'true';
  }

  async recognize(request: RecognizeRequest): Promise<Recognition> {
    const payload = encode(v1.TranscribeWork, {
      pcm: int16ToBytes(request.pcm),
      language: request.language,
      languages: [...request.languages],
      prompt: request.prompt,
      partial: request.partial,
    });
    const options = {
      priority: request.priority,
      timeoutMs: request.timeoutMs,
      replay: !request.partial,
      ...(request.signal && { signal: request.signal }),
    };
    const result = request.partial ? this.#partial(payload, options) : this.#final(payload, options);
    const { text, language, confidence, decodeMs, endOfTurn } = parse(await result);
    return { text, language, confidence, decodeMs, endOfTurn: endOfTurn ?? undefined };
  }

  #partial(payload: Uint8Array, options: WorkOptions): Promise<Uint8Array> {
    if (this.#finals === 0) this.#resume();
    return singleResult((this.partialHost ?? this.host).work(payload, options));
  }

  /** Whisper cannot be stopped in mid-decode, and two decodes at once take more than twice as long. */
  async #final(payload: Uint8Array, options: WorkOptions): Promise<Uint8Array> {
    this.#finals += 1;
    clearTimeout(this.#resuming);
    this.partialHost?.pause();
    try {
      return await singleResult(this.host.work(payload, options));
    } finally {
      this.#finals -= 1;
      if (this.#finals === 0) this.#resuming = setTimeout(() => this.#resume(), partialRestMs).unref();
    }
  }

  #resume(): void {
    clearTimeout(this.#resuming);
    this.partialHost?.resume();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#resuming);
    await Promise.all([this.host.stop(), this.partialHost?.stop()]);
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
