import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { findProgram } from './paths';

export interface ChildOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
}

const maxLines = 2_000;

/** A child in a process group of its own, which dies with this process however that ends. */
export class Child {
  static readonly #living = new Set<Child>();
  static #hooked = false;
  readonly #process: ChildProcess;
  readonly #lines: string[] = [];
  /** The exit code, or the signal that ended it. */
  readonly exited: Promise<number | NodeJS.Signals>;
  #running = true;

  constructor(command: string, args: readonly string[], options: ChildOptions = {}) {
    Child.#hook();
    const [program, ...rest] = dyingWithParent([command, ...args]);
    this.#process = spawn(program ?? command, rest, {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: { ...process.env, ...options.env },
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      if (stream !== null) createInterface({ input: stream }).on('line', (line) => this.#log(line));
    }
    Child.#living.add(this);
    this.exited = new Promise((resolve) => {
      const ended = (how: number | NodeJS.Signals) => {
        this.#running = false;
        Child.#living.delete(this);
        resolve(how);
      };
      this.#process.once('error', (error) => {
        this.#log(error.message);
        ended(-1);
      });
      this.#process.once('exit', (code, signal) => ended(code ?? signal ?? -1));
    });
  }

  /** -1 when it never started. */
  get pid(): number {
    return this.#process.pid ?? -1;
  }

  get running(): boolean {
    return this.#running;
  }

  /** The last lines of its output. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** Signals the child and everything it started. */
  signal(signal: NodeJS.Signals): void {
    if (!this.#running || this.#process.pid === undefined) return;
    try {
      process.kill(-this.#process.pid, signal);
    } catch {
      // It ended in this moment.
    }
  }

  /** SIGTERM, and SIGKILL when that does not help within `timeoutMs`. */
  async stop(timeoutMs = 5_000): Promise<number | NodeJS.Signals> {
    this.signal('SIGTERM');
    const timer = setTimeout(() => this.signal('SIGKILL'), timeoutMs);
    const how = await this.exited;
    clearTimeout(timer);
    return how;
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.exited;
  }

  #log(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length > maxLines) this.#lines.shift();
  }

  static #hook(): void {
    if (Child.#hooked) return;
    Child.#hooked = true;
    const killAll = () => {
      for (const child of Child.#living) child.signal('SIGKILL');
    };
    process.on('exit', killAll);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      const end = () => {
        killAll();
        process.off(signal, end);
        process.kill(process.pid, signal);
      };
      process.on(signal, end);
    }
  }
}

/** On Linux the kernel itself ends the child when this process is gone, were it by SIGKILL. */
function dyingWithParent(command: readonly string[]): readonly string[] {
  const setpriv = process.platform === 'linux' ? findProgram('setpriv') : undefined;
  return setpriv === undefined ? command : [setpriv, '--pdeathsig', 'KILL', '--', ...command];
}
