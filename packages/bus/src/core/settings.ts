/** Every time and limit of a stream, in one place. */
export interface StreamSettings {
  /** Longest time a process stays silent, and a stream that has something to say. */
  readonly heartbeatMs: number;
  /** Longest time that what keeps coming is not acknowledged. */
  readonly flowHeartbeatMs: number;
  /** Longest time that a stream is silent for whose peer's process beats. */
  readonly quietHeartbeatMs: number;
  /** Silence after which the peer counts as lost. */
  readonly lostAfterMs: number;
  /** The same of a stream whose peer's process beats, while something that was sent is not acknowledged. */
  readonly unansweredAfterMs: number;
  /** Added to that after this side's own connection came back: the peer's may take longer. */
  readonly reconnectGraceMs: number;
  /** Without a connection of its own for this long, a side gives its streams up. */
  readonly disconnectedLimitMs: number;
  /** Pause between two requests to send lost frames again. */
  readonly resendAfterMs: number;
  /** How often a stream looks at the clock, and one that has nothing to say and waits for nothing. */
  readonly tickMs: number;
  readonly restTickMs: number;
  /** Frames, and bytes of them, kept until the peer acknowledged them; beyond, the stream is lost. */
  readonly maxUnacknowledgedFrames: number;
  readonly maxUnacknowledgedBytes: number;
}

export const defaultSettings: StreamSettings = {
  heartbeatMs: 250,
  flowHeartbeatMs: 1_000,
  quietHeartbeatMs: 5_000,
  lostAfterMs: 800,
  unansweredAfterMs: 2_000,
  reconnectGraceMs: 1_500,
  disconnectedLimitMs: 10_000,
  resendAfterMs: 200,
  tickMs: 80,
  restTickMs: 400,
  maxUnacknowledgedFrames: 8_192,
  maxUnacknowledgedBytes: 16 * 1024 * 1024,
};
