import { symbols, type DestinationStream } from 'pino';

/** What lines go to: without waiting, or at once because the process ends. */
export interface LineOutput {
  write(lines: string): unknown;
  flushSync(): void;
}

/** How long a line may wait for others. */
const gatherMs = 100;
const mostChars = 16 * 1024;
/** Levels from `warn` on may be the last that a process has to say. */
const urgentLevel = 40;

/**
 * Lines leave together: each write wakes a thread, which takes the event loop's core from it, and then whoever reads
 * them. Warnings and errors go at once, with what waited before them.
 */
export class GatheredLines implements DestinationStream {
  readonly [symbols.needsMetadataGsym] = true;
  /** Set by pino before each line. */
  lastLevel = 0;
  #lines = '';
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly output: LineOutput) {}

  write(line: string): void {
    this.#lines += line;
    if (this.lastLevel >= urgentLevel || this.#lines.length >= mostChars) this.#release();
    else this.#timer ??= setTimeout(() => this.#release(), gatherMs).unref();
  }

  /** What waits is written before this returns. */
  flushSync(): void {
    this.#release();
    this.output.flushSync();
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const lines = this.#lines;
    this.#lines = '';
    if (lines !== '') this.output.write(lines);
  }
}
