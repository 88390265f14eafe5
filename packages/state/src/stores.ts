import type { Lifetimes } from './backend';
import { BackedSessionStore, type StoreLimits } from './backed-store';
import { MemoryBackend } from './memory-backend';
import { RedisBackend } from './redis/backend';
import { RedisConnection, type RedisLog } from './redis/connection';
import type { SessionStore } from './session-store';

export interface StoreOptions {
  /** This process, among all that share the store. */
  readonly owner: string;
  readonly lifetimes?: Partial<Lifetimes>;
  readonly limits?: Partial<StoreLimits>;
}

export interface RedisStoreOptions extends StoreOptions {
  readonly url: string;
  /** For every operation. */
  readonly deadlineMs?: number;
  readonly log?: RedisLog;
}

const mebibyte = 1024 * 1024;

const defaultLifetimes: Lifetimes = { leaseMs: 10_000, retainMs: 15 * 60_000 };

const defaultLimits: StoreLimits = {
  operations: 1_000,
  bytes: mebibyte,
  totalBytes: 64 * mebibyte,
  batchOperations: 100,
  batchBytes: mebibyte / 4,
};

const withDefaults = ({ owner, lifetimes, limits }: StoreOptions) => ({
  owner,
  lifetimes: { ...defaultLifetimes, ...lifetimes },
  limits: { ...defaultLimits, ...limits },
});

/** Connects in the background, for ever; until then and in between the store is `unavailable`. */
export function redisSessionStore(options: RedisStoreOptions): SessionStore {
  const settings = withDefaults(options);
  const { url, deadlineMs = 1_000, log } = options;
  const connection = new RedisConnection({ url, deadlineMs, ...(log ? { log } : {}) });
  return new BackedSessionStore(new RedisBackend(connection, settings.lifetimes), settings);
}

/** The same rules without Redis, for tests: `backend.connected` and `backend.wipe()` play the faults. */
export function memorySessionStore(
  options: StoreOptions & { readonly backend?: MemoryBackend },
): SessionStore & { readonly memory: MemoryBackend } {
  const settings = withDefaults(options);
  const memory = options.backend ?? new MemoryBackend(settings.lifetimes);
  return Object.assign(new BackedSessionStore(memory, settings), { memory });
}
