/** Asked for again after so long. */
const freshMs = 5_000;
/** Not believed any longer. */
const keptMs = 60_000;

/** An answer of workers that nobody waits for: it is asked for behind what needs it, and is there for the next. */
export class Known<Answer> {
  #answer: Answer | undefined;
  #answeredMs = -Infinity;
  #askedMs = -Infinity;
  #refreshing: Promise<void> | undefined;

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

  /** For who can wait. Undefined: nobody answers. */
  async fetch(): Promise<Answer | undefined> {
    const { answer } = this;
    await (answer === undefined ? this.#refresh(this.nowMs()) : undefined);
    return answer ?? this.answer;
  }

  #refresh(nowMs: number): Promise<void> {
    this.#askedMs = nowMs;
    this.#refreshing ??= this.#ask().finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  async #ask(): Promise<void> {
    try {
      this.#answer = await this.ask();
      this.#answeredMs = this.nowMs();
    } catch {
      // No worker answers: what was known holds for a while.
    }
  }
}
