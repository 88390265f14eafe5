import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { repositoryRoot } from '@parley/testing';

/** A built program of an app that answers each line of JSON with one. */
export class LineProgram {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #reader: Interface;

  /** @param program below the repository's root */
  constructor(
    private readonly program: string,
    options: readonly string[] = [],
  ) {
    this.#child = spawn(process.execPath, [path.join(repositoryRoot(), program), ...options], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#reader = createInterface({ input: this.#child.stdout! });
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  async ask(request: unknown): Promise<unknown> {
    this.#child.stdin!.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error(`${this.program} ended`);
    return JSON.parse(value);
  }

  stop(): void {
    this.#reader.close();
    this.#child.stdin!.end();
    this.#child.kill();
  }
}
