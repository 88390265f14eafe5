/** What this side may still send, and what it owes the peer for frames it has handled. */
export class Credit {
  #available = 0;
  #owed = 0;

  /** `window`: payload frames the peer may send before the first grant. */
  constructor(
    private readonly window: number,
    private readonly manual: boolean,
  ) {}

  get available(): number {
    return this.#available;
  }

  add(frames: number): void {
    this.#available += frames;
  }

  /** Returns false when there is none. */
  take(): boolean {
    if (this.#available === 0) return false;
    this.#available -= 1;
    return true;
  }

  /** A frame was handled by the application. Returns the frames to grant now. */
  handled(): number {
    return this.manual ? 0 : this.#owe();
  }

  /** A frame never reached the application: its credit goes back in any mode. */
  dropped(): number {
    return this.#owe();
  }

  /** Grants go out in batches of half the window, so that the peer never runs dry and few frames are spent. */
  #owe(): number {
    this.#owed += 1;
    if (this.#owed * 2 < this.window) return 0;
    const grant = this.#owed;
    this.#owed = 0;
    return grant;
  }
}
