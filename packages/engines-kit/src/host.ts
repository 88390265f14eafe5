import type { v1 } from '@parley/contracts';

/** How to run one native engine in a child process. Durations in milliseconds. */
export interface EngineSpec {
  /** "whisper-base": the label of its metrics and logs. */
  readonly name: string;
  /** Program and arguments. A `.js` program is run with this Node. */
  readonly program: string;
  readonly args?: readonly string[];
  /** On top of a short list of harmless variables (PATH, HOME, LANG …): keys of ours never reach an engine. */
  readonly env?: Readonly<Record<string, string>>;
  /** Verified model files by the name the engine knows them under. */
  readonly files: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, string>>;
  readonly threads: number;
  /** Processes of this engine. Default 1. */
  readonly processes?: number;
  /** A process above this is replaced when idle, or killed at twice of it. Default no limit. */
  readonly memoryLimitBytes?: number;
  /** Default 60,000. */
  readonly startTimeoutMs?: number;
  /** Works waiting for a process, at the most; more are refused at once. Default 64. */
  readonly queueLimit?: number;
  /** Unix nice value of the process, 0–19. Default 0. */
  readonly nice?: number;
  /**
   * Where the engine writes its frames. `fd3`: a pipe of their own, and stdout is free text like stderr;
   * `stdout`: for programs that know nothing of that. Default `fd3` for a `.js` program, else `stdout`.
   */
  readonly output?: 'stdout' | 'fd3';
  /** Default 2,000. */
  readonly healthIntervalMs?: number;
  /** An idle engine that leaves a health request unanswered for this long is killed. Default 10,000. */
  readonly unresponsiveMs?: number;
  /** An abandoned work may hold its place until its deadline and this; then the process is killed. Default 3,000. */
  readonly cancelGraceMs?: number;
  /** Default 64 MiB. */
  readonly maxFrameBytes?: number;
  /** Results a work may hold unread before it is failed. Default 64 MiB. */
  readonly maxUnreadBytes?: number;
  readonly restart?: RestartPolicy;
}

/** Exponential backoff with jitter; after `giveUpAfter` failures in a row the slow retry. */
export interface RestartPolicy {
  /** Default 200. */
  readonly firstDelayMs?: number;
  /** Default 5,000. */
  readonly maxDelayMs?: number;
  /** Default 5. */
  readonly giveUpAfter?: number;
  /** Default 30,000. */
  readonly slowRetryMs?: number;
}

export interface WorkOptions {
  /** From the call to the end of the work, waiting included. Default 30,000. */
  readonly timeoutMs?: number;
  /** Higher goes first. Default 0. */
  readonly priority?: number;
  /** Run again in another process when one dies before the first result, once. Default true. */
  readonly replay?: boolean;
  readonly signal?: AbortSignal;
}

export type EngineState = 'starting' | 'ready' | 'restarting' | 'stopped' | 'failed';

/** A pool of processes of one engine. */
export interface EngineHost {
  readonly name: string;
  /** `starting` until the first process answered; `failed`: given up for now, tried again slowly. */
  readonly state: EngineState;
  readonly queued: number;
  readonly running: number;
  /**
   * Resolves with what the engine said of itself; rejects with an EngineError when no process could start at
   * the first try. The host goes on trying until `stop`.
   */
  start(): Promise<v1.EngineReady.$Properties>;
  /**
   * Sends one work at once and yields its result payloads as they come, to one reader. Ends with the work;
   * throws an EngineError on failure, timeout or abort. Leaving the loop early cancels the work in the engine.
   */
  work(payload: Uint8Array, options?: WorkOptions): AsyncIterableIterator<Uint8Array>;
  /**
   * Stops its processes where they are, with whatever they have begun, so that the machine is free for something
   * that may not wait. Deadlines of works go on. Nothing where the system cannot do it (Windows).
   */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

/** The part of a pino logger that is used. */
export interface EngineLogger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
