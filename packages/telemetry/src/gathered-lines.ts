import { symbols, type DestinationStream } from 'pino';

/** What lines go to. */
export interface LineOutput {
  /** The reader has taken nothing for a while: who writes at once waits for it. */
  readonly stalled: boolean;
  /** Without waiting. */
  write(lines: string): void;
  /** Written, behind all that waits, before this returns. */
  writeSync(lines: string): void;
}

/** How long a line may wait for others. */
const gatherMs = 100;
const mostChars = 16 * 1024;
const warnLevel = 40;
/** From here on a line may be the last that a process has to say. */
const errorLevel = 50;
const fatalLevel = 60;

/**
 * Lines leave together: each write wakes a thread, which takes the event loop's core from it, and then whoever reads
 * them. Warnings go at once, with what waited before them. So do errors, and these are written before the caller goes
 * on: a thread would not come to it in a process that ends in this moment.
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
    if (this.#mustBeWritten()) this.flushSync();
    else if (this.lastLevel >= warnLevel || this.#lines.length >= mostChars) this.#release();
    else this.#timer ??= setTimeout(() => this.#release(), gatherMs).unref();
  }

  /** What waits is written before this returns. */
  flushSync(): void {
    this.output.writeSync(this.#take());
  }

  /** The event loop is not stopped by a reader that stalls, unless it ends anyway. */
  #mustBeWritten(): boolean {
    return this.lastLevel >= (this.output.stalled ? fatalLevel : errorLevel);
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
