/** What one side has sent and the peer has not yet acknowledged, ready to be sent again. */
export class Outbox {
  /** The last ones up to `#lastSeq`, from `#first` on. */
  #kept: Uint8Array[] = [];
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

  /** The number of a frame, which is to be kept before there is another. */
  next(): number {
    this.#lastSeq += 1;
    return this.#lastSeq;
  }

  /** Small frames are pieces of one larger buffer, which one that is kept would keep whole. */
  keep(bytes: Uint8Array): void {
    const own = bytes.length < bytes.buffer.byteLength ? new Uint8Array(bytes) : bytes;
    this.#kept.push(own);
    this.#bytes += bytes.length;
  }

  acknowledge(seq: number): void {
    if (seq > this.#lastSeq || seq <= this.#acknowledgedSeq) return;
    while (this.#acknowledgedSeq < seq) {
      this.#bytes -= this.#kept[this.#first]?.length ?? 0;
      this.#first += 1;
      this.#acknowledgedSeq += 1;
    }
    if (this.#first * 2 < this.#kept.length) return;
    this.#kept = this.#kept.slice(this.#first);
    this.#first = 0;
  }

  unacknowledged(): readonly Uint8Array[] {
    return this.#kept.slice(this.#first);
  }
}
