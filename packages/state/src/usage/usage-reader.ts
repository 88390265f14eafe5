import { z } from 'zod';
import type { RedisConnection } from '../redis/connection';
import { script } from '../redis/script';
import { dayMs, dayOf, usageKey, usageSchema, type Usage } from './usage';

const all = script(`return redis.call('HGETALL', KEYS[1])`);
const pairs = z.array(z.string());

export type DayUsage = Usage & { readonly day: string };

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
    const flat = pairs.parse(await connection.run(all, [usageKey(keyId, day)], []));
    if (flat.length === 0) continue;
    const fields = Object.fromEntries(
      flat.flatMap((field, index) => (index % 2 === 0 ? [[field, flat[index + 1]]] : [])),
    );
    found.push({ day, ...usageSchema.parse(fields) });
  }
  return found;
}
