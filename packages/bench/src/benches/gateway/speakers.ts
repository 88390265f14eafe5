const tickMs = 2;

interface Speaking {
  readonly startMs: number;
  readonly count: number;
  readonly say: (index: number) => void;
  readonly done: () => void;
  said: number;
}

/** Says pieces of audio when each is due, of all who speak with one timer: so many of their own would be the bench's load. */
export class Speakers {
  readonly #speaking = new Set<Speaking>();

  constructor(private readonly pieceMs: number) {
    setInterval(() => this.#tick(), tickMs);
  }

  /** `say` is called for each of `count` pieces at its time, `done` after the last. Returns how to stop it. */
  begin(count: number, say: (index: number) => void, done: () => void): () => void {
    const speaking: Speaking = { startMs: performance.now(), count, say, done, said: 0 };
    this.#speaking.add(speaking);
    return () => void this.#speaking.delete(speaking);
  }

  #tick(): void {
    const nowMs = performance.now();
    for (const speaking of this.#speaking) {
      const { startMs, count, say, done } = speaking;
      for (; speaking.said < count && startMs + speaking.said * this.pieceMs <= nowMs; speaking.said += 1)
        say(speaking.said);
      if (speaking.said < count || startMs + count * this.pieceMs > nowMs) continue;
      this.#speaking.delete(speaking);
      done();
    }
  }
}
