const mostBytes = 64 * 1024;

/** Memory for what is encoded, copied and of no more use: fresh memory takes longer than to write it. */
export class Scratch {
  #memory = Buffer.allocUnsafeSlow(1_024);
  #taken = this.#memory;

  /** What was taken before is no longer what it was. */
  take(bytes: number): Buffer {
    // Most are as long as the one before.
    if (this.#taken.length === bytes) return this.#taken;
    if (bytes > mostBytes) return Buffer.allocUnsafeSlow(bytes);
    if (bytes > this.#memory.length) this.#memory = Buffer.allocUnsafeSlow(mostBytes);
    this.#taken = this.#memory.subarray(0, bytes);
    return this.#taken;
  }
}
