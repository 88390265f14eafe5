/** A bucket that fills at `perSecond` and holds as much as one second brings. */
export interface TokenBucket {
  readonly tokens: number;
  readonly atMs: number;
}

export interface Taken {
  readonly bucket: TokenBucket;
  readonly granted: number;
  /** Until there is one more whole token. */
  readonly retryAfterMs: number;
}

/** Takes up to `wanted` whole tokens; no bucket yet is a full one. */
export function takeTokens(
  bucket: TokenBucket | undefined,
  perSecond: number,
  wanted: number,
  nowMs: number,
): Taken {
  const elapsedMs = Math.max(0, nowMs - (bucket?.atMs ?? nowMs));
  const filled = Math.min(perSecond, (bucket?.tokens ?? perSecond) + (elapsedMs * perSecond) / 1000);
  const granted = Math.min(Math.floor(filled), wanted);
  const tokens = filled - granted;
  const retryAfterMs = tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * 1000) / perSecond);
  return { bucket: { tokens, atMs: nowMs }, granted, retryAfterMs };
}
