export type Arrival = 'next' | 'duplicate' | 'gap';

/** Restores order: frames are taken in sequence, and a gap is noticed and asked for again. */
export class Inbox {
  #receivedSeq = 0;
  #announcedSeq = 0;
  #gapMs = 0;
  #sinceRequestMs: number;

  constructor(private readonly resendAfterMs: number) {
    this.#sinceRequestMs = resendAfterMs;
  }

  /** The highest seq received without a gap. */
  get receivedSeq(): number {
    return this.#receivedSeq;
  }

  /** How long frames have been missing, in time this side was awake and connected. */
  get gapMs(): number {
    return this.#gapMs;
  }

  arrive(seq: number): Arrival {
    this.announce(seq);
    if (seq <= this.#receivedSeq) return 'duplicate';
    if (seq > this.#receivedSeq + 1) return 'gap';
    this.#receivedSeq = seq;
    this.#gapMs = 0;
    if (!this.missing) this.#sinceRequestMs = this.resendAfterMs;
    return 'next';
  }

  /** The peer says that it has sent up to this seq. */
  announce(seq: number): void {
    if (seq > this.#announcedSeq) this.#announcedSeq = seq;
  }

  elapse(ms: number): void {
    if (!this.missing) return;
    this.#gapMs += ms;
    this.#sinceRequestMs += ms;
  }

  /** Whether to ask for the missing frames now; asking is noted. */
  takeResendRequest(): boolean {
    if (!this.missing || this.#sinceRequestMs < this.resendAfterMs) return false;
    this.#sinceRequestMs = 0;
    return true;
  }

  /** Frames that the peer has sent have not come. */
  get missing(): boolean {
    return this.#announcedSeq > this.#receivedSeq;
  }
}
