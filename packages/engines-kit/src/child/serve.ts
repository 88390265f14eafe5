import type { v1 } from '@parley/contracts';
import { EngineError } from '../errors';
import { FrameReader } from '../wire/framing';
import { fromEngineFrame, parseToEngine } from '../wire/messages';
import { openFrameOutput } from './output';
import { dieWithParent } from './watchdog';

export interface WorkContext {
  readonly workId: number;
  /** Sends one result payload. */
  readonly emit: (payload: Uint8Array) => void;
  /** Aborted when the host cancels the work; the work should then end soon, in any way. */
  readonly signal: AbortSignal;
}

/** The engine itself, inside its own process. */
export interface EngineProgram {
  /** Loads the models; a rejection means that the engine cannot start. */
  start(start: v1.EngineStart.$Properties): Promise<v1.EngineReady.$Properties>;
  /** Resolves when the work is done; an EngineError keeps its class and code on the way to the host. */
  work(payload: Uint8Array, context: WorkContext): Promise<void>;
  /** Figures the engine knows better than the process does. */
  health?(): v1.EngineHealth.$Properties;
  stop?(): Promise<void>;
}

/** Serves the engine protocol on this process's pipes until the host stops it or is gone. */
export function serveEngine(program: EngineProgram): void {
  // Ctrl-C reaches the whole process group: the service drains first and then closes stdin.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  dieWithParent();
  new EngineServer(program).run();
}

class EngineServer {
  readonly #output = openFrameOutput();
  readonly #running = new Map<number, AbortController>();
  readonly #reader = new FrameReader();

  constructor(private readonly program: EngineProgram) {}

  run(): void {
    process.stdin.on('data', (chunk: Buffer) => {
      for (const frame of this.#reader.push(chunk)) this.#handle(frame);
    });
    process.stdin.on('end', () => process.exit(0));
    process.stdin.on('error', () => process.exit(0));
  }

  #send(message: v1.FromEngine.$Properties): void {
    this.#output.write(fromEngineFrame(message));
  }

  #handle(frame: Buffer): void {
    const message = parseToEngine(frame);
    switch (message.message) {
      case 'start':
        void this.#start(message.start);
        break;
      case 'work':
        void this.#work(message.work.workId ?? 0, message.work.payload ?? new Uint8Array());
        break;
      case 'cancel':
        this.#running.get(message.cancel.workId ?? 0)?.abort();
        break;
      case 'health':
        this.#send({ health: this.#health() });
        break;
      case 'stop':
        void this.#stop();
        break;
      default:
    }
  }

  async #start(start: v1.EngineStart.$Properties): Promise<void> {
    try {
      this.#send({ ready: await this.program.start(start) });
    } catch (error) {
      this.#send({ failed: describeFailure(0, error) });
    }
  }

  async #work(workId: number, payload: Uint8Array): Promise<void> {
    const controller = new AbortController();
    this.#running.set(workId, controller);
    try {
      await this.program.work(payload, {
        workId,
        signal: controller.signal,
        emit: (result) => this.#send({ result: { workId, payload: result } }),
      });
      this.#send({ done: { workId } });
    } catch (error) {
      this.#send({ failed: describeFailure(workId, error) });
    } finally {
      this.#running.delete(workId);
    }
  }

  #health(): v1.EngineHealth.$Properties {
    const cpu = process.cpuUsage();
    return {
      rssBytes: process.memoryUsage.rss(),
      running: this.#running.size,
      cpuSeconds: (cpu.user + cpu.system) / 1e6,
      ...this.program.health?.(),
    };
  }

  async #stop(): Promise<void> {
    try {
      await this.program.stop?.();
    } finally {
      process.exit(0);
    }
  }
}

function describeFailure(workId: number, error: unknown): v1.EngineFailed.$Properties {
  const message = error instanceof Error ? error.message : String(error);
  if (EngineError.isInstance(error)) {
    return { workId, code: error.code, message, retryable: error.retryable, class: error.errorClass };
  }
  return { workId, code: 'engine_error', message, retryable: false, class: 'unknown' };
}
