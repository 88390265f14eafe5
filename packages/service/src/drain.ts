import type { Logger } from '@parley/telemetry';

/** Finishes the work at hand within `timeoutMs` and takes no more. */
export type DrainTask = (timeoutMs: number) => Promise<void>;

/** What a service does between the signal to stop and its end. Tasks run side by side. */
export class Drain {
  readonly #tasks = new Map<string, DrainTask>();
  #draining = false;

  get draining(): boolean {
    return this.#draining;
  }

  register(name: string, task: DrainTask): void {
    this.#tasks.set(name, task);
  }

  /** Never rejects, and takes no longer than `timeoutMs` and a moment. */
  async run(timeoutMs: number, logger: Logger): Promise<void> {
    this.#draining = true;
    const limit = new Promise<void>((resolve) => setTimeout(resolve, timeoutMs + graceMs).unref());
    const runs = [...this.#tasks].map(async ([name, task]) => {
      try {
        await task(timeoutMs);
      } catch (error) {
        logger.error({ err: error, task: name }, 'a drain task failed');
      }
    });
    await Promise.race([Promise.all(runs), limit]);
  }
}

const graceMs = 500;
