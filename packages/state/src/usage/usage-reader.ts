import { z } from 'zod';
import type { RedisConnection } from '../redis/connection';
import { script } from '../redis/script';
import {
  addUsage,
  dayMs,
  dayOf,
  mapFields,
  noUsage,
  splitField,
  usageKey,
  usersKey,
  type Usage,
} from './usage';

const all = script(`return redis.call('HGETALL', KEYS[1])`);
const members = script(`return redis.call('SMEMBERS', KEYS[1])`);
const texts = z.array(z.string());

/** By model or engine; the empty name stands for what belongs to none. */
export type UsageByModel = ReadonlyMap<string, Usage>;

export type DayUsage = Usage & { readonly day: string };

/** Rejects with StateError `unavailable`. */
export async function readUsageOf(
  connection: RedisConnection,
  keyId: string,
  day: string,
): Promise<UsageByModel> {
  const flat = texts.parse(await connection.run(all, [usageKey(keyId, day)], []));
  const counts = new Map<string, Partial<Record<keyof Usage, number>>>();
  for (let index = 0; index + 1 < flat.length; index += 2) {
    const name = splitField(flat[index] ?? '');
    if (name === undefined) continue;
    const model = counts.get(name.model) ?? {};
    counts.set(name.model, { ...model, [name.field]: Number(flat[index + 1]) });
  }
  return new Map([...counts].map(([model, known]) => [model, mapFields((field) => known[field] ?? 0)]));
}

export const totalOf = (usage: UsageByModel): Usage => [...usage.values()].reduce(addUsage, noUsage);

/** Usage of a key by UTC day, today first; days without any are left out. Rejects with StateError `unavailable`. */
export async function readUsage(
  connection: RedisConnection,
  keyId: string,
  days: number,
  nowMs = Date.now(),
): Promise<DayUsage[]> {
  const found: DayUsage[] = [];
  for (let ago = 0; ago < days; ago++) {
    const day = dayOf(nowMs - ago * dayMs);
    const usage = await readUsageOf(connection, keyId, day);
    if (usage.size > 0) found.push({ day, ...totalOf(usage) });
  }
  return found;
}

/** Ids of the keys that have used something on a day, in order. Rejects with StateError `unavailable`. */
export async function readUsers(connection: RedisConnection, day: string): Promise<string[]> {
  return texts.parse(await connection.run(members, [usersKey(day)], [])).toSorted();
}
