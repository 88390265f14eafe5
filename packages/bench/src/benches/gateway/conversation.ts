/** Every session holds the same conversation: two seconds of speech, a reply of four, a rest. */
export const cycle = { periodMs: 8_000, speechStartMs: 500, speechEndMs: 2_500 } as const;

export const replyText = 'Certainly, that will be all right for tomorrow at ten.';

export const replyMs = 4_000;

/** PCM16 at 24 kHz: nothing that a codec could make short. */
export function tone(ms: number): Uint8Array {
  const samples = Int16Array.from({ length: ms * 24 }, (_, i) => Math.round(8_000 * Math.sin(i * i * 0.001)));
  return new Uint8Array(samples.buffer);
}
