import { setTimeout as delay } from 'node:timers/promises';
import { levelDbfs } from '@parley/audio';
import { EngineError, scatter } from '@parley/engines-kit';
import { heardSoFar, type WordScripts } from './word-scripts';
import type { Recognition, RecognizeRequest, RecognizerCapabilities, RecognizerEngine } from '../recognizer';

export interface ScriptedOptions {
  /** Tells the end of a turn itself, as `[[end: p]]` in the prompt says. */
  readonly endOfTurn?: boolean;
  /** Time each decode takes, ms. */
  readonly delayMs: number;
  /** By which that scatters. */
  readonly jitterPercent?: number;
  /** What was heard of recordings, by name. */
  readonly scripts?: WordScripts;
  /** What it hears; "utterance <n>" when not set. */
  readonly transcript: string | undefined;
}

/** What the prompt or a keyword tells it to hear; `{language}` is the language it was told. */
const told = /\[\[hear: (.*?)\]\]/;

/** How likely the turn is over, wherever it is heard to. */
const toldEnd = /\[\[end: ([\d.]+)\]\]/;

/** A recogniser for tests: hears what it is told to. */
export class ScriptedEngine implements RecognizerEngine {
  readonly id: string;
  readonly capacity = 64;
  readonly capabilities: RecognizerCapabilities;
  #busy = 0;
  #stopped = false;

  constructor(private readonly options: ScriptedOptions) {
    const { endOfTurn = false } = options;
    this.id = endOfTurn ? 'test/scripted-turns' : 'test/scripted';
    this.capabilities = {
      languages: 'any',
      streaming: false,
      detectsLanguage: false,
      wordTimes: false,
      confidence: true,
      endOfTurn,
      sampleRate: 16_000,
      maxSeconds: 60,
    };
  }

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
    const { transcript, jitterPercent = 0 } = this.options;
    const delayMs = scatter(this.options.delayMs, jitterPercent);
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
    const whole = told.exec(request.prompt)?.[1]?.replace('{language}', language);
    const text = whole === undefined ? this.#scripted(request) : soFar(whole, request);
    return {
      text: text ?? transcript ?? `utterance ${request.utterance}`,
      language,
      confidence: 1,
      decodeMs: delayMs,
      ...(this.capabilities.endOfTurn && { endOfTurn: Number(toldEnd.exec(request.prompt)?.[1] ?? 1) }),
    };
  }

  stop(): Promise<void> {
    this.#stopped = true;
    return Promise.resolve();
  }

  /** `[[recording: name]]` in the prompt: what was heard of that recording so far, by the voice there is. */
  #scripted({ prompt, pcm }: RecognizeRequest): string | undefined {
    const [directive, name = ''] = recording.exec(prompt) ?? [];
    const script = this.options.scripts?.get(name);
    if (directive === undefined || script === undefined) return undefined;
    return heardSoFar(script, voicedMsOf(pcm), prompt.slice(prompt.indexOf(directive) + directive.length));
  }
}

const recording = /\[\[recording: (.*?)\]\]/;

/** `[[spread: ms]]` in the prompt: the words come evenly over so much voice, as somebody says them. */
const spread = /\[\[spread:\s*(\d+)\]\]/;
const frameSamples = 320;
const voicedDbfs = -45;

function soFar(text: string, { prompt, pcm }: RecognizeRequest): string {
  const wholeMs = Number(spread.exec(prompt)?.[1] ?? 0);
  if (wholeMs === 0) return text;
  const words = text.split(' ');
  return words.slice(0, Math.round((words.length * voicedMsOf(pcm)) / wholeMs)).join(' ');
}

function voicedMsOf(pcm: Int16Array): number {
  let voicedMs = 0;
  for (let at = 0; at < pcm.length; at += frameSamples) {
    if (levelDbfs(pcm.subarray(at, at + frameSamples)) > voicedDbfs) voicedMs += 20;
  }
  return voicedMs;
}
