/** Looks whether the keys of those who are in still hold: what a revoked key opened is ended. */
export class KeyWatch {
  readonly #watched = new Map<string, Set<() => void>>();
  readonly #timer: NodeJS.Timeout;
  #looking = false;

  /** @param stands whether the key of a digest may still come in; rejects while that cannot be said */
  constructor(
    private readonly stands: (digest: string) => Promise<boolean>,
    everyMs: number,
  ) {
    this.#timer = setInterval(() => void this.#look(), everyMs).unref();
  }

  /** `ended` is called once, when the key no longer holds. Returns how to stop watching; null is no key at all. */
  watch(digest: string | null, ended: () => void): () => void {
    if (digest === null) return () => undefined;
    const listeners = this.#watched.get(digest) ?? new Set();
    this.#watched.set(digest, listeners.add(ended));
    return () => {
      listeners.delete(ended);
      if (listeners.size === 0 && this.#watched.get(digest) === listeners) this.#watched.delete(digest);
    };
  }

  close(): void {
    clearInterval(this.#timer);
    this.#watched.clear();
  }

  /** One after the other: nothing here is urgent enough for a burst of questions. */
  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    for (const [digest, listeners] of this.#watched) {
      if (await this.#holds(digest)) continue;
      this.#watched.delete(digest);
      for (const ended of listeners) ended();
    }
    this.#looking = false;
  }

  /** Nobody is sent away because the question could not be answered. */
  async #holds(digest: string): Promise<boolean> {
    try {
      return await this.stands(digest);
    } catch {
      return true;
    }
  }
}
