import { symbols, type DestinationStream } from 'pino';

/** What lines go to. */
export interface LineOutput {
  /** Without waiting. */
  write(lines: string): void;
  /** Written before this returns, however long the reader takes; what a thread writes in this moment may come behind it. */
  writeSync(lines: string): void;
}

/** How long a line may wait for others. */
const gatherMs = 100;
const mostChars = 16 * 1024;
const warnLevel = 40;
const fatalLevel = 60;

/**
 * Lines leave together: each write wakes a thread, which takes the event loop's core from it, and then whoever reads
 * them. Warnings and errors go at once, with what waited before them. What is fatal is written before the caller goes
 * on: a thread would not come to it in a process that ends in this moment. Nothing else is, as the event loop would stop
 * with a reader that stalls.
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
    if (this.lastLevel >= fatalLevel) this.flushSync();
    else if (this.lastLevel >= warnLevel || this.#lines.length >= mostChars) this.#release();
    else this.#timer ??= setTimeout(() => this.#release(), gatherMs).unref();
  }

  /** What waits is written before this returns. */
  flushSync(): void {
    this.output.writeSync(this.#take());
  }

  #release(): void {
    const lines = this.#take();
    if (lines !== '') this.output.write(lines);
  }

  #take(): string {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const lines = this.#lines;
    this.#lines = '';
    return lines;
  }
}
