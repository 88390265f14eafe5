import type { Readable } from 'node:stream';
import type { EngineLogger } from '../host';

const maxLineLength = 500;
const keptLines = 10;
const linesPerSecond = 50;

/** What an engine prints: to the log at debug level within a rate, and the last lines kept for its obituary. */
export class LogTail {
  readonly #lines: string[] = [];
  #windowStartMs = 0;
  #inWindow = 0;

  constructor(
    private readonly logger: EngineLogger,
    private readonly fields: object,
    private readonly now: () => number,
  ) {}

  get lastLines(): readonly string[] {
    return this.#lines;
  }

  follow(stream: Readable): void {
    let rest = '';
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = (lines.pop() ?? '').slice(-maxLineLength);
      for (const line of lines) this.#take(line);
    });
    stream.on('end', () => this.#take(rest));
    stream.on('error', () => undefined);
  }

  #take(line: string): void {
    const text = line.trim().slice(0, maxLineLength);
    if (text.length === 0) return;
    this.#lines.push(text);
    if (this.#lines.length > keptLines) this.#lines.shift();
    const nowMs = this.now();
    if (nowMs - this.#windowStartMs > 1_000) {
      this.#windowStartMs = nowMs;
      this.#inWindow = 0;
    }
    this.#inWindow += 1;
    if (this.#inWindow <= linesPerSecond) this.logger.debug(this.fields, text);
  }
}
