import { dayMs } from '@parley/state';
import { z } from 'zod';

export const groupings = ['api_key_id', 'model'] as const;
export type Grouping = (typeof groupings)[number];

const maxDays = 31;
const usualDays = 7;
const maxKeys = 100;

const seconds = z.coerce.number().int().min(0).max(8_640_000_000);

/** As OpenAI's usage API takes it; names of lists may end in `[]`. */
export const usageParams = z.strictObject({
  start_time: seconds
    .optional()
    .meta({ description: 'Unix seconds; the UTC day it is in is the first. 7 days.' }),
  end_time: seconds.optional().meta({ description: 'Unix seconds, exclusive. Now.' }),
  bucket_width: z.literal('1d').optional(),
  group_by: z.array(z.enum(groupings)).max(groupings.length).optional(),
  api_key_ids: z.array(z.string().min(1).max(256)).max(maxKeys).optional(),
  limit: z.coerce.number().int().min(1).max(maxDays).optional().meta({ description: 'Days a page. 7.' }),
  page: z
    .string()
    .regex(/^page_\d{4}-\d{2}-\d{2}$/)
    .optional()
    .meta({ description: '`next_page` of the page before.' }),
});

export interface UsageQuery {
  /** UTC days in order, as in `2026-11-27`. */
  readonly days: readonly string[];
  readonly groupBy: readonly Grouping[];
  /** undefined: every key that may be seen. */
  readonly keyIds: readonly string[] | undefined;
  readonly nextPage: string | null;
}

/** A URL's query as the object that `usageParams` checks. */
export function queryOf(search: URLSearchParams): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  for (const key of new Set([...search.keys()].map((name) => name.replace(/\[\]$/, '')))) {
    const values = [...search.getAll(key), ...search.getAll(`${key}[]`)];
    query[key] = key === 'group_by' || key === 'api_key_ids' ? values : values[0];
  }
  return query;
}

/** Which days are asked for, and which of them make this page. */
export function usageQuery(params: z.output<typeof usageParams>, nowMs: number): UsageQuery {
  const { limit = usualDays, group_by: groupBy = [], api_key_ids: keyIds, page } = params;
  const endMs = (params.end_time ?? Math.floor(nowMs / 1_000) + 1) * 1_000;
  const startMs =
    params.start_time === undefined ? nowMs - (usualDays - 1) * dayMs : params.start_time * 1_000;
  const first = Math.floor((page === undefined ? startMs : Date.parse(page.slice('page_'.length))) / dayMs);
  const count = Math.max(0, Math.min(limit, Math.ceil(endMs / dayMs) - first));
  const days = Array.from({ length: count }, (_, index) => dayText(first + index));
  const next = first + count;
  const more = count === limit && next * dayMs < endMs;
  return { days, groupBy, keyIds, nextPage: more ? `page_${dayText(next)}` : null };
}

const dayText = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
