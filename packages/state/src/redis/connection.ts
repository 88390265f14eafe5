import { Redis } from 'ioredis';
import { StateError } from '../errors';
import type { Script } from './script';

export interface RedisLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface RedisConnectionOptions {
  readonly url: string;
  /** For every command, and for a connection at the start. */
  readonly deadlineMs: number;
  readonly log?: RedisLog;
}

const firstRetryMs = 50;
const longestRetryMs = 2_000;

/** A connection that comes back by itself for ever, fails at once while it is away, and never waits past its deadline. */
export class RedisConnection {
  readonly #redis: Redis;
  readonly #listeners: (() => void)[] = [];
  readonly #first: Promise<void>;
  #wasReady = false;
  /** Said once for each outage. */
  #told = false;
  #closed = false;

  constructor(private readonly options: RedisConnectionOptions) {
    this.#redis = new Redis(options.url, {
      connectTimeout: 2_000,
      disconnectTimeout: 200,
      commandTimeout: options.deadlineMs,
      // A connection that answers nothing for so long while commands wait is dead.
      socketTimeout: Math.max(2 * options.deadlineMs, 1_000),
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
      retryStrategy: (attempt) => Math.min(firstRetryMs * 2 ** Math.min(attempt - 1, 10), longestRetryMs),
      // After a failover the old master answers so: the name may lead to the new one by now.
      reconnectOnError: (error) => error.message.startsWith('READONLY'),
    });
    this.#first = new Promise((resolve) => void this.#redis.once('ready', resolve));
    this.#redis.on('ready', () => {
      this.options.log?.info({}, this.#wasReady ? 'redis is back' : 'redis is connected');
      this.#wasReady = true;
      this.#told = false;
      for (const listener of this.#listeners) listener();
    });
    this.#redis.on('error', (error: Error) => this.#away(error.message));
    this.#redis.on('close', () => this.#away('the connection was closed'));
  }

  get ready(): boolean {
    return this.#redis.status === 'ready';
  }

  onReady(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Rejects with StateError `unavailable` on anything but a reply. */
  async run(script: Script, keys: readonly string[], args: readonly (string | number)[]): Promise<unknown> {
    if (!this.#wasReady) await this.#firstReady();
    const rest = [...keys, ...args];
    try {
      return await this.#redis.evalsha(script.sha, keys.length, ...rest);
    } catch (error) {
      if (!isUnknownScript(error)) throw unavailable(error);
    }
    try {
      return await this.#redis.eval(script.lua, keys.length, ...rest);
    } catch (error) {
      throw unavailable(error);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#redis.disconnect();
    await Promise.resolve();
  }

  #away(why: string): void {
    if (this.#told || this.#closed || this.ready) return;
    this.#told = true;
    this.options.log?.warn({ why }, 'redis is away; trying to reach it');
  }

  /** Only before the first connection is it worth waiting: afterwards "away" is known at once. */
  async #firstReady(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.options.deadlineMs);
    });
    await Promise.race([this.#first, deadline]);
    clearTimeout(timer);
  }
}

const isUnknownScript = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('NOSCRIPT');

const unavailable = (cause: unknown): StateError =>
  new StateError('unavailable', 'redis is not available', { cause });
