import { pino } from 'pino';
import type { LineOutput } from './gathered-lines';

/** A reader that stalls costs lines beyond this many bytes. */
const maxPendingBytes = 4 * 1024 * 1024;

/** Standard output: written by a thread, or at once by the caller. */
export class StandardOutput implements LineOutput {
  readonly #later = pino.destination({ dest: 1, sync: false, maxLength: maxPendingBytes });
  readonly #now = pino.destination({ dest: 1, sync: true });
  #isBehind = false;

  constructor() {
    this.#later.on('drain', () => (this.#isBehind = false));
    // A disk that is full ends nobody who has something to say.
    this.#now.on('error', () => undefined);
  }

  write(lines: string): void {
    this.#isBehind = true;
    this.#later.write(lines);
  }

  writeSync(lines: string): void {
    // What a thread is writing in this moment cannot be waited for.
    if (this.#isBehind) this.#later.flushSync();
    if (lines !== '') this.#now.write(lines);
  }
}
