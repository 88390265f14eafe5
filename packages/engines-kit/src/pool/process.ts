import { performance } from 'node:perf_hooks';
import type { v1 } from '@parley/contracts';
import { EngineError } from '../errors';
import type { EngineLogger, EngineSpec } from '../host';
import { FrameReader } from '../wire/framing';
import { parseFromEngine, toEngineFrame, type FromEngine } from '../wire/messages';
import { failureOf } from './failure';
import { LogTail } from './log-tail';
import { spawnEngine, type EngineChild } from './spawn';
import { readProcessUsage } from './usage';
import type { Work } from './work';

export interface ProcessEvents {
  onReady(process: EngineProcess, ready: v1.EngineReady.$Properties): void;
  /** A work ended in the process, so there is room for another. */
  onRoom(process: EngineProcess): void;
  onUsage(process: EngineProcess, cpuSeconds: number): void;
  /** Once, last. `held`: the works that were in it. */
  onExit(process: EngineProcess, error: EngineError, held: readonly Work[]): void;
}

/** Frames written before a death may still be in the pipe when it is seen; then the pipe is given up. */
const drainAfterExitMs = 500;
const stopGraceMs = 2_000;

/** One run of an engine program: from spawn to exit, never reused. */
export class EngineProcess {
  state: 'starting' | 'ready' | 'retiring' | 'dead' = 'starting';
  rssBytes = 0;
  #concurrency = 1;
  #worksDone = 0;
  readonly #held = new Map<number, Work>();
  readonly #reader: FrameReader;
  readonly #engine: EngineChild;
  readonly #tail: LogTail;
  readonly #timers = new Set<NodeJS.Timeout>();
  #fault: EngineError | undefined;
  #cpuSeconds = 0;
  #healthAskedMs: number | undefined;
  #paused = false;

  /** Throws when the process cannot be created at all. */
  constructor(
    private readonly spec: EngineSpec,
    private readonly logger: EngineLogger,
    private readonly events: ProcessEvents,
  ) {
    this.#reader = new FrameReader(spec.maxFrameBytes);
    this.#engine = spawnEngine(spec);
    this.#tail = new LogTail(logger, { engine: spec.name, enginePid: this.pid }, () => performance.now());
    this.#listen();
    this.#send({
      start: { files: { ...spec.files }, settings: { ...spec.settings }, threads: spec.threads },
    });
    const startTimeoutMs = spec.startTimeoutMs ?? 60_000;
    this.#after(startTimeoutMs, () => {
      if (this.state === 'starting') this.kill('start_timeout', `No answer within ${startTimeoutMs} ms`);
    });
  }

  get pid(): number | undefined {
    return this.#engine.child.pid;
  }

  get running(): number {
    return this.#held.size;
  }

  /** Works it would take now. */
  get room(): number {
    return this.state === 'ready' ? this.#concurrency - this.#held.size : 0;
  }

  /** It did what it is there for: its end is no failure to start. */
  get proven(): boolean {
    return this.#worksDone > 0;
  }

  dispatch(work: Work): void {
    this.#held.set(work.workId, work);
    this.#send({ work: { workId: work.workId, payload: work.payload } });
  }

  /** The caller wants it no more. It keeps its place until the engine says it ended. */
  abandon(work: Work): void {
    if (!this.#held.has(work.workId) || this.state === 'dead') return;
    this.#send({ cancel: { workId: work.workId } });
    const graceMs = this.spec.cancelGraceMs ?? 3_000;
    this.#after(Math.max(0, work.deadlineMs - performance.now()) + graceMs, () => {
      if (this.#held.has(work.workId)) this.kill('work_stuck', 'A work outlived its deadline');
    });
  }

  pause(): void {
    if (this.#paused || this.state !== 'ready' || process.platform === 'win32') return;
    this.#paused = this.#engine.child.kill('SIGSTOP');
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#healthAskedMs = undefined;
    this.#engine.child.kill('SIGCONT');
  }

  /** Takes no more works and ends when it holds none. */
  retire(): void {
    if (this.state === 'dead') return;
    this.state = 'retiring';
    if (this.#held.size === 0) this.stop();
  }

  stop(): void {
    if (this.state === 'dead') return;
    this.resume();
    this.state = 'retiring';
    this.#fault ??= new EngineError('transient', 'engine_stopped', `${this.spec.name} was stopped`);
    this.#send({ stop: {} });
    this.#engine.input.end();
    this.#after(stopGraceMs, () => this.#engine.child.kill('SIGKILL'));
  }

  kill(code: string, message: string): void {
    if (this.state === 'dead') return;
    this.#fault ??= new EngineError('transient', code, `${this.spec.name}: ${message}`);
    this.state = 'retiring';
    this.#engine.child.kill('SIGKILL');
  }

  #listen(): void {
    const { child, input, frames, texts } = this.#engine;
    for (const text of texts) this.#tail.follow(text);
    input.on('error', () => undefined);
    frames.on('error', () => undefined);
    frames.on('data', (chunk: Buffer) => this.#receive(chunk));
    child.on('error', (error) => this.#exited(`could not be run: ${error.message}`));
    child.on('exit', (code, signal) => {
      const how = `ended with ${signal ?? `code ${code}`}`;
      child.on('close', () => this.#exited(how));
      this.#after(drainAfterExitMs, () => this.#exited(how));
    });
  }

  #receive(chunk: Buffer): void {
    if (this.state === 'dead' || this.#fault?.code === 'protocol') return;
    try {
      for (const frame of this.#reader.push(chunk)) this.#handle(parseFromEngine(frame));
    } catch (error) {
      this.kill('protocol', `Broken protocol: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #handle(message: FromEngine): void {
    switch (message.message) {
      case 'ready':
        this.#ready(message.ready);
        break;
      case 'result':
        this.#held.get(message.result.workId ?? 0)?.push(message.result.payload ?? new Uint8Array());
        break;
      case 'done':
        this.#release(message.done.workId ?? 0, (work) => work.finish());
        break;
      case 'failed':
        this.#failed(message.failed);
        break;
      case 'health':
        this.#health(message.health);
        break;
      default:
    }
  }

  #ready(ready: v1.EngineReady.$Properties): void {
    if (this.state !== 'starting') return;
    this.#concurrency = Math.max(1, ready.concurrency ?? 1);
    this.state = 'ready';
    this.#pollHealth();
    this.events.onReady(this, ready);
  }

  #failed(failed: v1.EngineFailed.$Properties): void {
    const error = failureOf(this.spec.name, failed);
    if (failed.workId) {
      this.#release(failed.workId, (work) => work.fail('failed', error));
    } else {
      this.#fault ??= error;
      this.kill(error.code, error.message);
    }
  }

  #release(workId: number, settle: (work: Work) => void): void {
    const work = this.#held.get(workId);
    if (work === undefined) return;
    this.#held.delete(workId);
    this.#worksDone += 1;
    settle(work);
    if (this.state === 'retiring' && this.#held.size === 0) this.stop();
    else this.events.onRoom(this);
  }

  #pollHealth(): void {
    const intervalMs = this.spec.healthIntervalMs ?? 2_000;
    const unresponsiveMs = this.spec.unresponsiveMs ?? 10_000;
    const timer = setInterval(() => {
      if (this.#paused) return;
      const nowMs = performance.now();
      if (this.#healthAskedMs === undefined) {
        this.#healthAskedMs = nowMs;
        this.#send({ health: {} });
      } else if (this.#held.size > 0) {
        // Native code that holds the engine's one thread is no fault: the work's deadline judges it.
        this.#healthAskedMs = nowMs;
      } else if (nowMs - this.#healthAskedMs > unresponsiveMs) {
        this.kill('unresponsive', `No health answer within ${unresponsiveMs} ms`);
      }
      void this.#measure();
    }, intervalMs);
    timer.unref();
    this.#timers.add(timer);
  }

  #health(health: v1.EngineHealth.$Properties): void {
    this.#healthAskedMs = undefined;
    if (process.platform !== 'linux') this.#usage(health.rssBytes ?? 0, health.cpuSeconds ?? 0);
  }

  async #measure(): Promise<void> {
    if (this.pid === undefined) return;
    const usage = await readProcessUsage(this.pid);
    if (usage !== undefined) this.#usage(usage.rssBytes, usage.cpuSeconds);
  }

  #usage(rssBytes: number, cpuSeconds: number): void {
    if (this.state === 'dead') return;
    const spent = Math.max(0, cpuSeconds - this.#cpuSeconds);
    this.#cpuSeconds = cpuSeconds;
    this.rssBytes = rssBytes;
    this.events.onUsage(this, spent);
    const limit = this.spec.memoryLimitBytes ?? Infinity;
    if (rssBytes > 2 * limit) this.kill('memory', `${rssBytes} bytes of memory`);
    else if (rssBytes > limit && this.state === 'ready') {
      this.logger.warn({ engine: this.spec.name, rssBytes, limit }, 'engine above its memory limit');
      this.retire();
    }
  }

  #send(message: v1.ToEngine.$Properties): void {
    if (this.#engine.input.writable) this.#engine.input.write(toEngineFrame(message));
  }

  #after(delayMs: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, delayMs);
    timer.unref();
    this.#timers.add(timer);
  }

  #exited(how: string): void {
    if (this.state === 'dead') return;
    this.state = 'dead';
    this.rssBytes = 0;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#engine.frames.destroy();
    const error = this.#fault ?? new EngineError('transient', 'engine_died', `${this.spec.name} ${how}`);
    if (error.code !== 'engine_stopped') {
      const fields = { engine: this.spec.name, enginePid: this.pid, how, code: error.code };
      this.logger.warn({ ...fields, lastLines: this.#tail.lastLines }, error.message);
    }
    const held = [...this.#held.values()];
    this.#held.clear();
    this.events.onExit(this, error, held);
  }
}
