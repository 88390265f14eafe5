/**
 * The client's playback as the server can know it: it plays from the first delta at normal speed, waits when it
 * runs dry, and drops what it holds when interrupted.
 */
export interface PlaybackClock {
  /** When everything sent so far will have been played. */
  readonly endAtMs: number;
}

export const idleClock: PlaybackClock = { endAtMs: 0 };

export const sent = (clock: PlaybackClock, audioMs: number, nowMs: number): PlaybackClock => ({
  endAtMs: Math.max(clock.endAtMs, nowMs) + audioMs,
});

export const interrupted = (clock: PlaybackClock, nowMs: number): PlaybackClock =>
  clock.endAtMs <= nowMs ? clock : { endAtMs: nowMs };

/** Audio sent and not yet played. */
export const leadMs = (clock: PlaybackClock, nowMs: number): number => Math.max(0, clock.endAtMs - nowMs);
