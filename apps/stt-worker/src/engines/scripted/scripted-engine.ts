import { setTimeout as delay } from 'node:timers/promises';
import { EngineError } from '@parley/engines-kit';
import type { Recognition, RecognizeRequest, RecognizerCapabilities, RecognizerEngine } from '../recognizer';

export interface ScriptedOptions {
  /** Time each decode takes, ms. */
  readonly delayMs: number;
  /** What it hears; "utterance <n>" when not set. */
  readonly transcript: string | undefined;
}

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

  async recognize({ language, utterance, signal, timeoutMs }: RecognizeRequest): Promise<Recognition> {
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
    return {
      text: transcript ?? `utterance ${utterance}`,
      language: language || 'en',
      confidence: 1,
      decodeMs: delayMs,
    };
  }

  stop(): Promise<void> {
    this.#stopped = true;
    return Promise.resolve();
  }
}
