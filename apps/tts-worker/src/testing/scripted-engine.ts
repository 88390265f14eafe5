import type { SpeechEngine, SpeechPart, SpeechRequest } from '../engines/engine';

/** What the engine does when asked for the n-th time (from 0). */
export type Script = (call: number, request: SpeechRequest, signal: AbortSignal) => AsyncIterable<SpeechPart>;

/** An engine that does what a test says, and remembers what it was asked. */
export class ScriptedEngine implements SpeechEngine {
  readonly name = 'scripted';
  readonly ready = true;
  readonly requests: SpeechRequest[] = [];
  readonly aborted: string[] = [];

  constructor(private readonly script: Script) {}

  async *speak(request: SpeechRequest, signal: AbortSignal): AsyncGenerator<SpeechPart> {
    const call = this.requests.push(request) - 1;
    try {
      yield* this.script(call, request, signal);
    } finally {
      if (signal.aborted) this.aborted.push(request.spoken.text);
    }
  }
}

async function* tone(ms: number): AsyncGenerator<SpeechPart> {
  const samples = Float32Array.from({ length: 24 * ms }, (_, n) => 0.2 * Math.sin(n / 8));
  await Promise.resolve();
  yield { kind: 'audio', samples, sampleRate: 24_000 };
  yield { kind: 'words', words: [{ startMs: 0, endMs: ms }] };
}

export const second = (): AsyncIterable<SpeechPart> => tone(1_000);

/** Hardly anything. */
export const blip = (): AsyncIterable<SpeechPart> => tone(10);

// eslint-disable-next-line require-yield -- it never says anything
export async function* hang(_: number, __: SpeechRequest, signal: AbortSignal): AsyncGenerator<SpeechPart> {
  await new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });
}
