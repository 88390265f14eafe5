import { pino } from 'pino';
import type { LineOutput } from './gathered-lines';

/** Never blocks the event loop: a reader that stalls costs lines beyond this many bytes. */
const maxPendingBytes = 4 * 1024 * 1024;
/** A reader that has not taken what was written so long ago stalls. */
const stallMs = 1_000;

/** Standard output: written by a thread, or at once by the caller. */
export class StandardOutput implements LineOutput {
  readonly #later = pino.destination({ dest: 1, sync: false, maxLength: maxPendingBytes });
  readonly #now = pino.destination({ dest: 1, sync: true });
  #behindSinceMs: number | undefined;

  constructor() {
    this.#later.on('drain', () => (this.#behindSinceMs = undefined));
  }

  get stalled(): boolean {
    return this.#behindSinceMs !== undefined && performance.now() - this.#behindSinceMs > stallMs;
  }

  write(lines: string): void {
    this.#behindSinceMs ??= performance.now();
    this.#later.write(lines);
  }

  writeSync(lines: string): void {
    // What a thread is writing in this moment cannot be waited for.
    if (this.#behindSinceMs !== undefined) this.#later.flushSync();
    if (lines !== '') this.#now.write(lines);
  }
}
