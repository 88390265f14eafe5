import type { v1 } from '@parley/contracts';
import { EngineError } from '../errors';
import type { EngineLogger, EngineSpec } from '../host';
import { planRestart } from './backoff';
import { EngineProcess } from './process';
import type { Work } from './work';

export interface PlaceEvents {
  onReady(ready: v1.EngineReady.$Properties): void;
  onRoom(): void;
  onUsage(cpuSeconds: number): void;
  /** A process ended; the place tries again by itself. */
  onExit(error: EngineError, held: readonly Work[]): void;
  onRestart(): void;
}

/** One place of the pool: at most one process at a time, started again whenever it ends. */
export class Place {
  process: EngineProcess | undefined;
  /** Too many failures in a row; tried again slowly. */
  gaveUp = false;
  #failures = 0;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;
  #onGone: (() => void) | undefined;

  constructor(
    private readonly spec: EngineSpec,
    private readonly logger: EngineLogger,
    private readonly events: PlaceEvents,
  ) {}

  start(): void {
    if (this.#stopped) return;
    try {
      this.process = new EngineProcess(this.spec, this.logger, {
        onReady: (process, ready) => {
          this.gaveUp = false;
          this.logger.info(
            { engine: this.spec.name, enginePid: process.pid, version: ready.version },
            'engine ready',
          );
          this.events.onReady(ready);
        },
        onRoom: () => {
          this.#failures = 0;
          this.events.onRoom();
        },
        onUsage: (_, cpuSeconds) => this.events.onUsage(cpuSeconds),
        onExit: (process, error, held) => this.#exited(process, error, held),
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#again(new EngineError('transient', 'engine_not_started', `${this.spec.name}: ${reason}`), [], 1);
    }
  }

  /** Resolves when the process is gone. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const { process } = this;
    if (process === undefined || process.state === 'dead') return;
    const gone = new Promise<void>((resolve) => {
      this.#onGone = resolve;
    });
    process.stop();
    await gone;
  }

  #exited(process: EngineProcess, error: EngineError, held: readonly Work[]): void {
    // A process that worked and was replaced on purpose, or died after works, starts again without delay.
    this.#again(error, held, process.proven && this.#failures === 0 ? 0 : 1);
    this.#onGone?.();
  }

  #again(error: EngineError, held: readonly Work[], failed: 0 | 1): void {
    this.#failures = failed === 0 ? 1 : this.#failures + 1;
    const plan = planRestart(this.#failures, this.spec.restart);
    this.gaveUp = plan.gaveUp;
    const delayMs = failed === 0 ? 0 : plan.delayMs;
    if (!this.#stopped) {
      this.#timer = setTimeout(() => {
        this.events.onRestart();
        this.start();
      }, delayMs);
      this.#timer.unref();
    }
    this.events.onExit(error, held);
  }
}
