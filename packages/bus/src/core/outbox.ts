interface Kept {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/** What one side has sent and the peer has not yet acknowledged, ready to be sent again. */
export class Outbox {
  #kept: Kept[] = [];
  #first = 0;
  #bytes = 0;
  #lastSeq = 0;
  #acknowledgedSeq = 0;

  constructor(
    private readonly maxFrames: number,
    private readonly maxBytes: number,
  ) {}

  get lastSeq(): number {
    return this.#lastSeq;
  }

  /** Nothing sent is still unacknowledged. */
  get settled(): boolean {
    return this.#acknowledgedSeq === this.#lastSeq;
  }

  /** More is unacknowledged than may be kept. */
  get overfull(): boolean {
    return this.#kept.length - this.#first > this.maxFrames || this.#bytes > this.maxBytes;
  }

  next(): number {
    this.#lastSeq += 1;
    return this.#lastSeq;
  }

  /** Small frames are pieces of one larger buffer, which one that is kept would keep whole. */
  keep(seq: number, bytes: Uint8Array): void {
    const own = bytes.length < bytes.buffer.byteLength ? new Uint8Array(bytes) : bytes;
    this.#kept.push({ seq, bytes: own });
    this.#bytes += bytes.length;
  }

  acknowledge(seq: number): void {
    if (seq > this.#lastSeq || seq <= this.#acknowledgedSeq) return;
    this.#acknowledgedSeq = seq;
    while (this.#first < this.#kept.length) {
      const kept = this.#kept[this.#first];
      if (kept === undefined || kept.seq > seq) break;
      this.#bytes -= kept.bytes.length;
      this.#first += 1;
    }
    if (this.#first * 2 < this.#kept.length) return;
    this.#kept = this.#kept.slice(this.#first);
    this.#first = 0;
  }

  unacknowledged(): readonly Uint8Array[] {
    return this.#kept.slice(this.#first).map((kept) => kept.bytes);
  }
}
