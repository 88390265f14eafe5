/** Memory that sessions of one process keep their items' audio in: what there is in all is shared out evenly. */
export class AudioBudget {
  #sessions = 0;
  #shareBytes: number;

  /**
   * @param maxBytes the most that one session keeps; 0: nothing is kept
   * @param totalBytes the most that all of them keep, but for newest items that are larger than a share
   */
  constructor(
    readonly maxBytes: number,
    private readonly totalBytes: number,
  ) {
    this.#shareBytes = Math.min(maxBytes, totalBytes);
  }

  /** What each session may keep while there are as many as now. */
  get shareBytes(): number {
    return this.#shareBytes;
  }

  /** Another session keeps audio. */
  join(): void {
    this.#shareOut(1);
  }

  /** One that has kept some is over. */
  leave(): void {
    this.#shareOut(-1);
  }

  #shareOut(more: number): void {
    this.#sessions += more;
    this.#shareBytes = Math.min(this.maxBytes, this.totalBytes / Math.max(1, this.#sessions));
  }
}
