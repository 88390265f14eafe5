import { StateError, type RouterStore } from '@parley/state';
import type { Logger } from '@parley/telemetry';
import type { RouterSource } from '../planner';
import { toSnake } from '../key-case';
import { ownPath, pathText } from '../own-path';
import { routerSchema, toResource, type Router } from '../router';

export interface RoutersOptions {
  /** Routers of the operator's file: they cannot be changed over REST. */
  readonly fromFile: readonly Router[];
  readonly store: RouterStore;
  readonly logger: Pick<Logger, 'warn'>;
}

/** Other workers know a change after this. */
const pollMs = 1_000;

/** What a client did wrong with a router. */
export class RouterError extends Error {
  constructor(
    readonly code: 'invalid_value' | 'not_found' | 'exists' | 'read_only',
    message: string,
    readonly param = '',
  ) {
    super(message);
    this.name = 'RouterError';
  }
}

/** All routers, in memory for those who route; those of Redis stay as they were last seen while it is away. */
export class Routers implements RouterSource {
  readonly #file: ReadonlyMap<string, Router>;
  #stored: ReadonlyMap<string, Router> = new Map();
  #version: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failing = false;

  constructor(private readonly options: RoutersOptions) {
    this.#file = new Map(options.fromFile.map((router) => [router.name, router]));
  }

  /** Reads the stored routers, then and from time to time; resolves also while Redis is away. */
  async start(): Promise<void> {
    await this.#poll();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.options.store.close();
  }

  find(name: string): Router | undefined {
    return this.#file.get(name) ?? this.#stored.get(name);
  }

  names(): readonly string[] {
    return this.list().map(({ name }) => name);
  }

  list(): readonly Router[] {
    const all = new Map([...this.#stored, ...this.#file]);
    return [...all.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  async get(name: string): Promise<Router> {
    await this.#refresh();
    const router = this.find(name);
    if (router === undefined) throw notFound(name);
    return router;
  }

  async create(value: unknown): Promise<Router> {
    const router = parseRouter(value);
    this.#refuseFile(router.name);
    await this.#change(() => this.options.store.create(router.name, toResource(router)), router.name);
    return router;
  }

  /** @param mask the fields to take from `value`, in either case; none = all */
  async update(name: string, value: unknown, mask: readonly string[] = []): Promise<Router> {
    this.#refuseFile(name);
    const known = await this.get(name);
    const router = parseRouter({ ...merged(known, value, mask), name });
    await this.#change(() => this.options.store.replace(name, toResource(router)), name);
    return router;
  }

  async remove(name: string): Promise<void> {
    this.#refuseFile(name);
    await this.#change(() => this.options.store.remove(name), name);
  }

  #refuseFile(name: string): void {
    if (!this.#file.has(name)) return;
    throw new RouterError(
      'read_only',
      `the router ${name} is in the operator's file and cannot be changed here`,
    );
  }

  async #change(change: () => Promise<void>, name: string): Promise<void> {
    try {
      await change();
    } catch (error) {
      if (error instanceof StateError && error.code === 'exists') {
        throw new RouterError('exists', `there is a router ${name}`, 'name');
      }
      if (error instanceof StateError && error.code === 'not_found') throw notFound(name);
      throw error;
    }
    await this.#refresh();
  }

  async #poll(): Promise<void> {
    try {
      await this.#refresh();
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.options.logger.warn({ err: error }, 'the routers could not be read');
      this.#failing = true;
    }
    this.#timer = setTimeout(() => void this.#poll(), pollMs).unref();
  }

  async #refresh(): Promise<void> {
    const changed = await this.options.store.changed(this.#version);
    if (changed === undefined) return;
    this.#version = changed.version;
    const routers = [...changed.routers].flatMap(([name, value]): [string, Router][] => {
      const { data } = routerSchema.safeParse(value);
      if (data === undefined) this.options.logger.warn({ router: name }, 'a stored router cannot be read');
      return data === undefined ? [] : [[name, data]];
    });
    this.#stored = new Map(routers);
  }
}

const notFound = (name: string): RouterError => new RouterError('not_found', `there is no router ${name}`);

/** @throws RouterError `invalid_value` that names the field */
export function parseRouter(value: unknown): Router {
  const { data, error } = routerSchema.safeParse(value);
  if (data !== undefined) return data;
  const issue = error.issues[0];
  const param = pathText(ownPath(value, issue?.path ?? []));
  throw new RouterError('invalid_value', `${param || 'the router'}: ${issue?.message ?? 'invalid'}`, param);
}

function merged(known: Router, value: unknown, mask: readonly string[]): object {
  if (typeof value !== 'object' || value === null)
    throw new RouterError('invalid_value', 'must be an object');
  if (mask.length === 0) return value;
  const fields = new Set(mask.map((field) => toSnake(field.split('.', 1)[0] ?? '')));
  const taken = Object.entries(value).filter(([key]) => fields.has(toSnake(key)));
  const given = new Set(taken.map(([key]) => toSnake(key)));
  const kept = Object.entries(known).filter(([key]) => !given.has(key) && !fields.has(key));
  return Object.fromEntries([...kept, ...taken]);
}
