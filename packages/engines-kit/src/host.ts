import type { v1 } from '@parley/contracts';

/** How to run one native engine in a child process. */
export interface EngineSpec {
  /** "whisper-base": the label of its metrics and logs. */
  readonly name: string;
  /** Program and arguments. A `.js` program is run with this Node. */
  readonly program: string;
  readonly args?: readonly string[];
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
}

export interface WorkOptions {
  /** Default 30,000. */
  readonly timeoutMs?: number;
  /** Higher goes first. Default 0. */
  readonly priority?: number;
  /** Run again in another process when one dies before the first result. Default true. */
  readonly replay?: boolean;
  readonly signal?: AbortSignal;
}

/** A pool of processes of one engine. */
export interface EngineHost {
  readonly name: string;
  readonly state: 'starting' | 'ready' | 'restarting' | 'stopped' | 'failed';
  readonly queued: number;
  readonly running: number;
  /** Resolves with what the engine said of itself; rejects with an EngineError when it cannot start. */
  start(): Promise<v1.EngineReady>;
  /**
   * Sends one work and yields its result payloads as they come. Ends with the work; throws an EngineError on
   * failure, timeout or abort. Leaving the loop early cancels the work in the engine.
   */
  work(payload: Uint8Array, options?: WorkOptions): AsyncIterable<Uint8Array>;
  stop(): Promise<void>;
}
