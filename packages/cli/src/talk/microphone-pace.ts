import { WIRE_RATE_HZ } from './session-config';

export const FRAME_MS = 20;
export const FRAME_SAMPLES = (WIRE_RATE_HZ * FRAME_MS) / 1000;

export interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const realClock: Clock = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/**
 * Sends audio as a microphone would: frames leave on their schedule, catching up after a delay, and silence
 * follows the end of the audio for as long as `open` says.
 *
 * @param send gets FRAME_SAMPLES samples
 * @param spoken called once when the last sample of the audio has been sent
 */
export async function sendPaced(
  audio: Int16Array,
  options: {
    readonly send: (frame: Int16Array) => void;
    readonly open: () => boolean;
    readonly spoken?: () => void;
    readonly clock?: Clock;
  },
): Promise<void> {
  const { send, open, spoken, clock = realClock } = options;
  const startMs = clock.now();
  for (let frame = 0; open(); frame++) {
    const dueMs = startMs + (frame + 1) * FRAME_MS - clock.now();
    if (dueMs > 0) await clock.sleep(dueMs);
    if (!open()) return;
    const from = frame * FRAME_SAMPLES;
    send(frameOf(audio, from));
    if (from < audio.length && from + FRAME_SAMPLES >= audio.length) spoken?.();
  }
}

/** Silence pads the last frame and is all there is beyond it. */
function frameOf(audio: Int16Array, from: number): Int16Array {
  if (from + FRAME_SAMPLES <= audio.length) return audio.subarray(from, from + FRAME_SAMPLES);
  const frame = new Int16Array(FRAME_SAMPLES);
  if (from < audio.length) frame.set(audio.subarray(from));
  return frame;
}
