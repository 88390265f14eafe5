import { bytesToInt16, levelDbfs } from '@parley/audio';
import type { ReceivedEvent } from '@parley/testing';

const windowSamples = 240; // 10 ms at 24 kHz
const audibleDbfs = -50;

/** What is heard of a response. */
export interface FirstHeard {
  /** The first audible sample of anything; undefined: nothing audible has come. */
  readonly anythingMs: number | undefined;
  /** The first of the answer itself, and not of words that bridge the wait for it. */
  readonly answerMs: number | undefined;
  /** So long it was there before it was heard, as something else was being played. */
  readonly heldUpMs: number;
}

/**
 * When a listener hears the first audible sample of a response: the player starts with the first delta, plays at 1× and
 * waits where it runs dry; audible is the first 10 ms window above −50 dBFS. Undefined while nothing audible has come.
 */
export function firstAudibleMs(events: readonly ReceivedEvent[], responseId?: string): number | undefined {
  return firstHeard(events, responseId).anythingMs;
}

/** The answer begins with its transcript: of words that bridge a wait there is none. */
export function firstHeard(events: readonly ReceivedEvent[], responseId?: string): FirstHeard {
  let anythingMs: number | undefined;
  let endMs = 0;
  let answers = false;
  for (const event of events) {
    if (responseId !== undefined && event.body['response_id'] !== responseId) continue;
    if (event.type === 'response.output_audio_transcript.delta') answers = true;
    if (event.type !== 'response.output_audio.delta') continue;
    const samples = bytesToInt16(Buffer.from(String(event.body['delta']), 'base64'));
    const fromMs = Math.max(endMs, event.atMs);
    endMs = fromMs + samples.length / 24;
    const at = audibleAt(samples);
    if (at === undefined) continue;
    anythingMs ??= fromMs + at / 24;
    if (answers) return { anythingMs, answerMs: fromMs + at / 24, heldUpMs: fromMs - event.atMs };
  }
  return { anythingMs, answerMs: undefined, heldUpMs: 0 };
}

function audibleAt(samples: Int16Array): number | undefined {
  for (let at = 0; at < samples.length; at += windowSamples)
    if (levelDbfs(samples.subarray(at, at + windowSamples)) > audibleDbfs) return at;
  return undefined;
}
