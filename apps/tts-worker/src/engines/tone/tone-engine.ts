import { setTimeout as sleep } from 'node:timers/promises';
import { scatter } from '@parley/engines-kit';
import type { SpeechEngine, SpeechPart, SpeechRequest, TimeSpan } from '../engine';

const sampleRate = 24_000;
const characterMs = 60;
const partMs = 100;
const hertz = 440;
const level = 0.1;
/** 44 whole periods: every part is the same, and takes no time to make. */
const tone = Float32Array.from(
  { length: (sampleRate * partMs) / 1_000 },
  (_, n) => level * Math.sin((2 * Math.PI * hertz * n) / sampleRate),
);

/** A stand-in for tests: 60 ms of quiet tone per character, with exact word times. */
export class ToneEngine implements SpeechEngine {
  readonly name = 'test';
  readonly ready = true;

  constructor(
    private readonly firstByteMs: number,
    private readonly jitterPercent = 0,
  ) {}

  async *speak({ spoken, rate }: SpeechRequest, signal: AbortSignal): AsyncIterable<SpeechPart> {
    const waitMs = scatter(this.firstByteMs, this.jitterPercent);
    if (waitMs > 0) await sleep(waitMs, undefined, { signal });
    const perCharacter = Math.round((sampleRate * characterMs) / 1_000 / rate);
    const total = spoken.text.length * perCharacter;
    for (let from = 0; from < total; from += tone.length) {
      yield { kind: 'audio', samples: tone.subarray(0, total - from), sampleRate };
      signal.throwIfAborted();
    }
    yield { kind: 'words', words: wordTimes(spoken, (perCharacter * 1_000) / sampleRate) };
  }
}

function wordTimes(spoken: SpeechRequest['spoken'], msPerCharacter: number): TimeSpan[] {
  let at = 0;
  return spoken.words.map(({ text }) => {
    const start = Math.max(at, spoken.text.indexOf(text, at));
    at = start + text.length;
    return { startMs: Math.round(start * msPerCharacter), endMs: Math.round(at * msPerCharacter) };
  });
}
