/** Of these, opened first, callers and engines are in one process, and every frame is timed. */
export const watchedSessions = 10;

/** What every session holds over and over: half of each turn's time is the caller's, half is the reply. */
export interface Conversation {
  readonly periodMs: number;
  readonly speechStartMs: number;
  readonly speechEndMs: number;
  readonly replyMs: number;
}

/** 0 turns: the first one never comes. */
export function conversationOf(turnsPerMinute: number): Conversation {
  if (turnsPerMinute === 0) {
    const never = Number.MAX_SAFE_INTEGER;
    return { periodMs: never, speechStartMs: never, speechEndMs: never, replyMs: 0 };
  }
  const periodMs = 60_000 / turnsPerMinute;
  const halfMs = periodMs / 2;
  const restMs = periodMs / 16;
  return { periodMs, speechStartMs: restMs, speechEndMs: halfMs - restMs, replyMs: halfMs };
}

export const replyText = 'Certainly, that will be all right for tomorrow at ten.';

/** PCM16 at 24 kHz: nothing that a codec could make short. */
export function tone(ms: number): Uint8Array {
  const samples = Int16Array.from({ length: ms * 24 }, (_, i) => Math.round(8_000 * Math.sin(i * i * 0.001)));
  return new Uint8Array(samples.buffer);
}
