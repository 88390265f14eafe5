import { setTimeout as delay } from 'node:timers/promises';

const longestBackoffMs = 5_000;

export interface RelaunchOptions {
  readonly firstBackoffMs: number;
  /** Rejects when it could not be started. */
  readonly launch: () => Promise<void>;
  /** It is away, and is to come back. */
  readonly isWanted: () => boolean;
  readonly onFailed: (message: string) => void;
}

/** Starts a thread that went away again, with pauses that grow until it works. */
export class Relaunch {
  #backoffMs: number;

  constructor(private readonly options: RelaunchOptions) {
    this.#backoffMs = options.firstBackoffMs;
  }

  /** It works: the next time begins with the shortest pause. */
  worked(): void {
    this.#backoffMs = this.options.firstBackoffMs;
  }

  async run(): Promise<void> {
    const { isWanted, launch, onFailed } = this.options;
    while (isWanted()) {
      await delay(this.#backoffMs, undefined, { ref: false });
      this.#backoffMs = Math.min(2 * this.#backoffMs, longestBackoffMs);
      if (isWanted()) await launch().catch((error: unknown) => onFailed(String(error)));
    }
  }
}
