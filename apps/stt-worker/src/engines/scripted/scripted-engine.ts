import { setTimeout as delay } from 'node:timers/promises';
import { EngineError } from '@parley/engines-kit';
import type { Recognition, RecognizeRequest, RecognizerCapabilities, RecognizerEngine } from '../recognizer';

export interface ScriptedOptions {
  /** Time each decode takes, ms. */
  readonly delayMs: number;
  /** What it hears; "utterance <n>" when not set. */
  readonly transcript: string | undefined;
}

/** What the prompt or a keyword tells it to hear; `{language}` is the language it was told. */
const told = /\[\[hear: (.*?)\]\]/;

/** A recogniser for tests: hears what it is told to. */
export class ScriptedEngine implements RecognizerEngine {
  readonly id = 'test/scripted';
  readonly capacity = 1;
  readonly capabilities: RecognizerCapabilities = {
    languages: 'any',
    streaming: false,
    detectsLanguage: false,
    wordTimes: false,
    confidence: true,
    sampleRate: 16_000,
    maxSeconds: 60,
  };
  #busy = 0;
  #stopped = false;

  constructor(private readonly options: ScriptedOptions) {}

  get ready(): boolean {
    return !this.#stopped;
  }

  get busy(): number {
    return this.#busy;
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  async recognize(request: RecognizeRequest): Promise<Recognition> {
    const { signal, timeoutMs } = request;
    const { delayMs, transcript } = this.options;
    this.#busy++;
    try {
      if (delayMs > 0) await delay(Math.min(delayMs, timeoutMs), undefined, signal && { signal });
    } catch (error) {
      throw new EngineError('caller_fault', 'aborted', 'the work was aborted', { cause: error });
    } finally {
      this.#busy--;
    }
    if (delayMs > timeoutMs)
      throw new EngineError('transient', 'engine_timeout', `not done in ${timeoutMs} ms`);
    const language = request.language || request.languages[0] || 'en';
    const text = told.exec(request.prompt)?.[1]?.replace('{language}', language);
    return {
      text: text ?? transcript ?? `utterance ${request.utterance}`,
      language,
      confidence: 1,
      decodeMs: delayMs,
    };
  }

  stop(): Promise<void> {
    this.#stopped = true;
    return Promise.resolve();
  }
}
