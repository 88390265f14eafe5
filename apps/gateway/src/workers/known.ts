/** Asked for again after so long. */
const freshMs = 5_000;
/** Not believed any longer. */
const keptMs = 60_000;

/** An answer of workers that nobody waits for: it is asked for behind what needs it, and is there for the next. */
export class Known<Answer> {
  #answer: Answer | undefined;
  #answeredMs = -Infinity;
  #askedMs = -Infinity;

  constructor(
    private readonly ask: () => Promise<Answer>,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** Undefined: it is not known. */
  get answer(): Answer | undefined {
    const nowMs = this.nowMs();
    if (nowMs - this.#askedMs >= freshMs) void this.#refresh(nowMs);
    return nowMs - this.#answeredMs < keptMs ? this.#answer : undefined;
  }

  async #refresh(nowMs: number): Promise<void> {
    this.#askedMs = nowMs;
    try {
      this.#answer = await this.ask();
      this.#answeredMs = this.nowMs();
    } catch {
      // No worker answers: what was known holds for a while.
    }
  }
}
