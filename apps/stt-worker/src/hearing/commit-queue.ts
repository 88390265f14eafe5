/** The caller ends a turn here, whatever the VAD says. */
export interface Commit {
  readonly utterance: number;
  readonly startSample: number;
  readonly endSample: number;
}

interface WaitingCommit extends Commit {
  /** When its audio last came nearer. */
  progressMs: number;
}

const mostWaiting = 64;

/** Commits whose audio is not judged yet, in the caller's order. */
export class CommitQueue {
  readonly #waiting: WaitingCommit[] = [];

  constructor(
    /** A commit whose audio does not come nearer for so long is done with what is there. */
    private readonly waitMs: number,
  ) {}

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Positions that are waited for. */
  get ends(): readonly number[] {
    return this.#waiting.map(({ endSample }) => endSample);
  }

  /** Gives back the oldest where there are too many: it waits no longer. */
  add(commit: Commit, nowMs: number): Commit | undefined {
    const oldest = this.#waiting.length >= mostWaiting ? this.#waiting.shift() : undefined;
    this.#waiting.push({ ...commit, progressMs: nowMs });
    return oldest;
  }

  /** A turn ends at this position or behind it. */
  reaches(sample: number): boolean {
    return this.#waiting.some(({ endSample }) => endSample >= sample);
  }

  /** Audio was judged. */
  progressed(nowMs: number): void {
    for (const commit of this.#waiting) commit.progressMs = nowMs;
  }

  /** Takes the first if what it ends is judged, or waited for in vain. */
  takeDue(judgedTo: number, nowMs: number): Commit | undefined {
    const [first] = this.#waiting;
    if (first === undefined) return undefined;
    const due = judgedTo >= first.endSample || nowMs - first.progressMs >= this.waitMs;
    return due ? this.#waiting.shift() : undefined;
  }

  /** Takes the first as it is. */
  take(): Commit | undefined {
    return this.#waiting.shift();
  }
}
