import { randomUUID } from 'node:crypto';
import { keysOf } from './redis/backend';
import type { LogEntry } from './records';
import type { SessionStore } from './session-store';
import { memorySessionStore, redisSessionStore, type StoreOptions } from './stores';
import { MemoryBackend } from './memory-backend';
import { Redis } from 'ioredis';

/** One world that several stores share, as several gateways do. */
export interface StoreWorld {
  open(options?: Partial<StoreOptions>): SessionStore;
  /** Puts raw text in place of what is stored. */
  spoil(sessionId: string, what: 'config' | 'log', text: string): Promise<void>;
  /** The store loses a session. */
  lose(sessionId: string): Promise<void>;
  /** The store loses the last write it took, as a failover can make it. */
  loseLastWrite(sessionId: string): Promise<void>;
  close(): Promise<void>;
}

export const message = (id: string, text = id) => ({
  id,
  type: 'message',
  content: [{ type: 'input_text', text }],
});

export const added = (id: string, previousItemId: string | null = null, text = id): LogEntry => ({
  kind: 'item',
  previousItemId,
  item: message(id, text),
});

export const newSessionId = (): string => `sess_${randomUUID().replaceAll('-', '')}`;

/** No renewal within a test: nothing but the writes themselves may bring writes about. */
const lifetimes = { leaseMs: 600_000, retainMs: 600_000 };

export function memoryWorld(): StoreWorld {
  const backend = new MemoryBackend(lifetimes);
  const stores: SessionStore[] = [];
  return {
    open(options = {}) {
      const store = memorySessionStore({ owner: randomUUID(), backend, ...options });
      stores.push(store);
      return store;
    },
    spoil: async (id, what, text) => backend.spoil(id, what, text),
    lose: async (id) => backend.lose(id),
    loseLastWrite: async (id) => backend.loseLastWrite(id),
    close: async () => void (await Promise.all(stores.map((store) => store.close()))),
  };
}

export function redisWorld(url: string): StoreWorld {
  const raw = new Redis(url);
  const stores: SessionStore[] = [];
  return {
    open(options = {}) {
      const store = redisSessionStore({ owner: randomUUID(), url, lifetimes, ...options });
      stores.push(store);
      return store;
    },
    async spoil(id, what, text) {
      const [record = '', log = ''] = keysOf(id);
      if (what === 'config') await raw.hset(record, 'config', text);
      else await raw.rpush(log, text);
    },
    async lose(id) {
      await raw.del(...keysOf(id));
    },
    async loseLastWrite(id) {
      const [record = '', log = ''] = keysOf(id);
      await raw.rpop(log);
      await raw.hincrby(record, 'seq', -1);
    },
    async close() {
      await Promise.all(stores.map((store) => store.close()));
      raw.disconnect();
    },
  };
}
