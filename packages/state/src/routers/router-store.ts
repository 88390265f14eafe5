import { z } from 'zod';
import { StateError } from '../errors';
import { jsonText } from '../json-text';
import { RedisConnection, type RedisLog } from '../redis/connection';
import { script } from '../redis/script';

/** One hash: name → router; and a number that rises with every change, so that readers ask for no more than that. */
const routersKey = 'parley:{routers}';
const versionKey = 'parley:{routers}:version';
const keys = [routersKey, versionKey];

const create = script(`
if redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 0 then return 0 end
redis.call('INCR', KEYS[2])
return 1`);
const replace = script(`
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('INCR', KEYS[2])
return 1`);
const remove = script(`
if redis.call('HDEL', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('INCR', KEYS[2])
return 1`);
const version = script(`return redis.call('GET', KEYS[2]) or '0'`);
const all = script(`return {redis.call('GET', KEYS[2]) or '0', redis.call('HGETALL', KEYS[1])}`);

const snapshotSchema = z.tuple([z.string(), z.array(z.string())]);

export interface StoredRouters {
  readonly version: string;
  /** Name → the router as it was stored. */
  readonly routers: ReadonlyMap<string, unknown>;
}

export interface RouterStoreOptions {
  readonly url: string;
  readonly deadlineMs?: number;
  readonly log?: RedisLog;
}

/** Routers in Redis, as JSON whose meaning is llm-router's. Rejects with StateError `unavailable` while it is away. */
export class RouterStore {
  readonly #connection: RedisConnection;

  constructor({ url, deadlineMs = 1_000, log }: RouterStoreOptions) {
    this.#connection = new RedisConnection({ url, deadlineMs, ...(log ? { log } : {}) });
  }

  /** @throws StateError `exists` */
  async create(name: string, router: object): Promise<void> {
    if ((await this.#connection.run(create, keys, [name, JSON.stringify(router)])) !== 1) {
      throw new StateError('exists', `there is a router ${name}`);
    }
  }

  /** @throws StateError `not_found` */
  async replace(name: string, router: object): Promise<void> {
    if ((await this.#connection.run(replace, keys, [name, JSON.stringify(router)])) !== 1) {
      throw new StateError('not_found', `there is no router ${name}`);
    }
  }

  /** @throws StateError `not_found` */
  async remove(name: string): Promise<void> {
    if ((await this.#connection.run(remove, keys, [name])) !== 1) {
      throw new StateError('not_found', `there is no router ${name}`);
    }
  }

  /** Undefined when nothing changed since `known`. */
  async changed(known: string | undefined): Promise<StoredRouters | undefined> {
    if (known !== undefined && (await this.#connection.run(version, keys, [])) === known) return undefined;
    const { data, error } = snapshotSchema.safeParse(await this.#connection.run(all, keys, []));
    if (error) throw new StateError('invalid', 'the routers are not stored as expected', { cause: error });
    const [at, flat] = data;
    const routers = new Map<string, unknown>();
    for (let index = 0; index + 1 < flat.length; index += 2) {
      routers.set(flat[index]!, jsonText.safeParse(flat[index + 1]).data);
    }
    return { version: at, routers };
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}
