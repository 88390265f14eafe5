import { field, type ReceivedEvent } from '@parley/testing';

/** A stretch in which something was heard. */
export interface Played {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * A listener's player: plays what comes in order at 1×, stops at once when it is told to, keeps or drops what it
 * holds, and knows when it was heard. Times are performance.now().
 */
export class PausingPlayer {
  readonly played: Played[] = [];
  /** How long it stood still each time it went on. */
  readonly pausesMs: number[] = [];
  private endMs = 0;
  private heldMs = 0;
  private pausedAtMs: number | undefined;

  constructor(private readonly flushesOnSpeech: boolean) {}

  on(event: ReceivedEvent): void {
    const { atMs, type } = event;
    if (type === 'response.output_audio.delta') this.hear(atMs, deltaMs(event));
    if (type === 'parley.output_audio.paused') this.pause(atMs);
    if (type === 'parley.output_audio.resumed') this.resume(atMs);
    if (type === 'input_audio_buffer.speech_started' && this.flushesOnSpeech) this.flush(atMs);
  }

  /** When the last sample was heard. */
  get heardToMs(): number {
    return this.played.at(-1)?.toMs ?? 0;
  }

  hear(atMs: number, ms: number): void {
    if (this.pausedAtMs !== undefined) {
      this.heldMs += ms;
      return;
    }
    const fromMs = Math.max(atMs, this.endMs);
    this.endMs = fromMs + ms;
    const last = this.played.at(-1);
    if (last?.toMs === fromMs) this.played[this.played.length - 1] = { ...last, toMs: this.endMs };
    else this.played.push({ fromMs, toMs: this.endMs });
  }

  pause(atMs: number): void {
    if (this.pausedAtMs !== undefined) return;
    this.heldMs = Math.max(0, this.endMs - atMs);
    this.cut(atMs);
    this.pausedAtMs = atMs;
  }

  resume(atMs: number): void {
    if (this.pausedAtMs === undefined) return;
    this.pausesMs.push(atMs - this.pausedAtMs);
    this.pausedAtMs = undefined;
    const { heldMs } = this;
    this.heldMs = 0;
    if (heldMs > 0) this.hear(atMs, heldMs);
  }

  flush(atMs: number): void {
    this.pausedAtMs = undefined;
    this.heldMs = 0;
    this.cut(atMs);
  }

  private cut(atMs: number): void {
    this.endMs = Math.min(this.endMs, atMs);
    const kept = this.played.filter(({ fromMs }) => fromMs < atMs);
    this.played.splice(
      0,
      this.played.length,
      ...kept.map((one) => ({ ...one, toMs: Math.min(one.toMs, atMs) })),
    );
  }
}

/** Of an audio delta: PCM16 at 24 kHz. */
export const pcmOf = (event: ReceivedEvent): Buffer => Buffer.from(String(field(event, 'delta')), 'base64');

const deltaMs = (event: ReceivedEvent): number => pcmOf(event).byteLength / 48;
