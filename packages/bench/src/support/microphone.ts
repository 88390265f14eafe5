import type { RealtimeClient } from '@parley/testing';

/** PCM16 at 24 kHz. */
const bytesPerMs = 48;

interface Queued {
  pcm: Buffer;
  readonly began: (atMs: number) => void;
  begun: boolean;
}

/** An open microphone: frames leave on their schedule whatever comes back; silence where nothing is said. */
export class Microphone {
  private timer: NodeJS.Timeout | undefined;
  private queued: Queued | undefined;
  private sent = 0;
  /** Milliseconds by which frames left late, the worst of them. */
  worstLateMs = 0;

  constructor(
    private readonly client: RealtimeClient,
    private readonly frameMs = 20,
  ) {
    this.tick(performance.now());
  }

  /** Resolves when the first sample of `pcm` is due, with that time: frames leave when their last sample is. */
  say(pcm: Buffer): Promise<number> {
    return new Promise((began) => (this.queued = { pcm, began, begun: false }));
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private tick(startMs: number): void {
    const frameBytes = this.frameMs * bytesPerMs;
    for (;;) {
      const dueMs = startMs + (this.sent + 1) * this.frameMs;
      const nowMs = performance.now();
      if (dueMs > nowMs) {
        this.timer = setTimeout(() => this.tick(startMs), dueMs - nowMs);
        return;
      }
      this.worstLateMs = Math.max(this.worstLateMs, nowMs - dueMs);
      this.sent += 1;
      const frame = Buffer.alloc(frameBytes);
      const { queued } = this;
      if (queued !== undefined) {
        if (!queued.begun) queued.began(dueMs - this.frameMs);
        queued.begun = true;
        queued.pcm.copy(frame, 0, 0, frameBytes);
        queued.pcm = queued.pcm.subarray(frameBytes);
        if (queued.pcm.length === 0) this.queued = undefined;
      }
      this.client.send({ type: 'input_audio_buffer.append', audio: frame.toString('base64') });
    }
  }
}
