import { bytesToInt16, levelDbfs } from '@parley/audio';
import type { ReceivedEvent } from '@parley/testing';

const windowSamples = 240; // 10 ms at 24 kHz
const audibleDbfs = -50;

/**
 * When a listener hears the first audible sample of a response: the player starts with the first delta and
 * plays at 1×; audible is the first 10 ms window above −50 dBFS. Undefined while nothing audible has come.
 */
export function firstAudibleMs(events: readonly ReceivedEvent[], responseId?: string): number | undefined {
  let playStartMs: number | undefined;
  let played = 0;
  for (const event of events) {
    if (event.type !== 'response.output_audio.delta') continue;
    if (responseId !== undefined && event.body['response_id'] !== responseId) continue;
    playStartMs ??= event.atMs;
    const samples = bytesToInt16(Buffer.from(String(event.body['delta']), 'base64'));
    for (let at = 0; at < samples.length; at += windowSamples) {
      if (levelDbfs(samples.subarray(at, at + windowSamples)) > audibleDbfs) {
        // Playing cannot run ahead of what has arrived.
        return Math.max(playStartMs + (played + at) / 24, event.atMs);
      }
    }
    played += samples.length;
  }
  return undefined;
}
