/** Memory that sessions of one process keep their items' audio in: what there is in all is shared out evenly. */
export class AudioBudget {
  #sessions = 0;

  /**
   * @param maxBytes the most that one session keeps; 0: nothing is kept
   * @param totalBytes the most that all of them keep, but for newest items that are larger than a share
   */
  constructor(
    readonly maxBytes: number,
    private readonly totalBytes: number,
  ) {}

  /** What each session may keep while there are as many as now. */
  get shareBytes(): number {
    return Math.min(this.maxBytes, this.totalBytes / Math.max(1, this.#sessions));
  }

  /** Another session keeps audio. */
  join(): void {
    this.#sessions += 1;
  }

  /** One that has kept some is over. */
  leave(): void {
    this.#sessions -= 1;
  }
}
