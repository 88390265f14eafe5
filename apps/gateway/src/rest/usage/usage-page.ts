import { addUsage, dayMs, formatUsd, type Usage, type UsageByModel } from '@parley/state';
import { z } from 'zod';
import type { Grouping, UsageQuery } from './usage-query';

const count = z.int();

const resultSchema = z.object({
  object: z.literal('usage.result'),
  api_key_id: z.string().nullable().meta({ description: 'null: of all keys together.' }),
  model: z.string().nullable().meta({ description: 'null: of all together, or of what belongs to none.' }),
  num_requests: count,
  num_sessions: count,
  num_responses: count,
  input_tokens: count,
  output_tokens: count,
  input_cached_tokens: count,
  input_audio_tokens: count,
  input_image_tokens: count,
  output_audio_tokens: count,
  wasted_tokens: count,
  retried_tokens: count,
  memory_tokens: count,
  audio_in_ms: count,
  audio_out_ms: count,
  transcribed_ms: count,
  spoken_characters: count,
  spoken_ms: count,
  cost: z.object({
    value: z.string().meta({ description: 'A decimal: of what has a known price.' }),
    currency: z.literal('usd'),
  }),
  num_unpriced: count.meta({ description: 'Things used whose price is not known.' }),
});

const bucketSchema = z.object({
  object: z.literal('bucket'),
  start_time: count,
  end_time: count,
  results: z.array(resultSchema),
});

export const usagePageSchema = z.object({
  object: z.literal('page'),
  data: z.array(bucketSchema),
  has_more: z.boolean(),
  next_page: z.string().nullable(),
});

type Result = z.output<typeof resultSchema>;
export type UsagePage = z.output<typeof usagePageSchema>;

export interface UsageSource {
  usageOn(day: string, keyId: string): Promise<UsageByModel>;
}

/** Keys that are read at a time. */
const batchSize = 100;

/** @param keysOn the keys whose usage is told, by day */
export async function usagePage(
  { days, groupBy, nextPage }: UsageQuery,
  source: UsageSource,
  keysOn: (day: string) => Promise<readonly string[]>,
): Promise<UsagePage> {
  const data: UsagePage['data'] = [];
  for (const day of days) {
    const startMs = Date.parse(day);
    data.push({
      object: 'bucket',
      start_time: startMs / 1_000,
      end_time: (startMs + dayMs) / 1_000,
      results: await resultsOf(day, await keysOn(day), groupBy, source),
    });
  }
  return { object: 'page', data, has_more: nextPage !== null, next_page: nextPage };
}

async function resultsOf(
  day: string,
  keyIds: readonly string[],
  groupBy: readonly Grouping[],
  source: UsageSource,
): Promise<Result[]> {
  const groups = new Map<string, { keyId: string | null; model: string | null; usage: Usage }>();
  for (let at = 0; at < keyIds.length; at += batchSize) {
    const batch = keyIds.slice(at, at + batchSize);
    const used = await Promise.all(batch.map((keyId) => source.usageOn(day, keyId)));
    for (const [index, models] of used.entries()) {
      for (const [name, usage] of models) {
        const keyId = groupBy.includes('api_key_id') ? (batch[index] ?? '') : null;
        const model = groupBy.includes('model') && name !== '' ? name : null;
        const group = JSON.stringify([keyId, model]);
        const before = groups.get(group)?.usage;
        groups.set(group, { keyId, model, usage: before ? addUsage(before, usage) : usage });
      }
    }
  }
  return [...groups.values()]
    .toSorted((a, b) => order(a.keyId, b.keyId) || order(a.model, b.model))
    .map(({ keyId, model, usage }) => result(keyId, model, usage));
}

const order = (a: string | null, b: string | null): number => (a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1);

const result = (keyId: string | null, model: string | null, usage: Usage): Result => ({
  object: 'usage.result',
  api_key_id: keyId,
  model,
  num_requests: usage.requests,
  num_sessions: usage.sessions,
  num_responses: usage.responses,
  input_tokens: usage.inputTokens,
  output_tokens: usage.outputTokens,
  input_cached_tokens: usage.cachedInputTokens,
  input_audio_tokens: usage.inputAudioTokens,
  input_image_tokens: usage.inputImageTokens,
  output_audio_tokens: usage.outputAudioTokens,
  wasted_tokens: usage.wastedTokens,
  retried_tokens: usage.retriedTokens,
  memory_tokens: usage.memoryTokens,
  audio_in_ms: usage.audioInMs,
  audio_out_ms: usage.audioOutMs,
  transcribed_ms: usage.transcribedMs,
  spoken_characters: usage.spokenCharacters,
  spoken_ms: usage.spokenMs,
  cost: { value: formatUsd(usage.costNanoUsd), currency: 'usd' },
  num_unpriced: usage.unpriced,
});
