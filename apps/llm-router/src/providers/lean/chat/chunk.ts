import { z } from 'zod';

/** Whatever stands where a count belongs loses no answer. */
const count = z.number().nonnegative().nullish().catch(null);

const usageSchema = z.object({
  prompt_tokens: z.number().nonnegative().catch(0),
  completion_tokens: z.number().nonnegative().catch(0),
  prompt_tokens_details: z.object({ cached_tokens: count }).nullish().catch(null),
  total_tokens: count,
  completion_tokens_details: z.object({ reasoning_tokens: count }).nullish().catch(null),
  /** DeepSeek's own name for it. */
  prompt_cache_hit_tokens: count,
});

const callSchema = z.object({
  index: z.number().default(0),
  id: z.string().nullish(),
  function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish(),
});

export const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z
          .object({
            content: z.string().nullish(),
            refusal: z.string().nullish().catch(null),
            tool_calls: z.array(callSchema).nullish(),
            /** Thoughts, by either of the names in use. */
            reasoning_content: z.string().nullish().catch(null),
            reasoning: z.string().nullish().catch(null),
          })
          .nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: usageSchema.nullish().catch(null),
  x_groq: z.object({ usage: usageSchema.nullish() }).nullish().catch(null),
  error: z.unknown().optional(),
});

export type Chunk = z.output<typeof chunkSchema>;
export type WireCall = z.output<typeof callSchema>;
export type WireUsage = z.output<typeof usageSchema>;

/** Throws ZodError. */
export const readChunk = (json: unknown): Chunk => plainEnd(json) ?? chunkSchema.parse(json);

/**
 * What the schema says of a chunk that only ends a choice, or only tells the usage, as the last ones of a stream do;
 * undefined: it must be asked.
 */
export function plainEnd(json: unknown): Chunk | undefined {
  if (!isObject(json) || json['error'] != null || json['x_groq'] != null) return undefined;
  const { choices, usage } = json;
  if (!Array.isArray(choices)) return undefined;
  const told = usage == null ? null : plainUsage(usage);
  if (told === undefined) return undefined;
  if (choices.length === 0) return { choices: [], usage: told };
  const [choice]: readonly unknown[] = choices;
  if (choices.length > 1 || !isObject(choice)) return undefined;
  const { delta, finish_reason } = choice;
  if (typeof finish_reason !== 'string' || !isObject(delta) || Object.keys(delta).length > 0)
    return undefined;
  return { choices: [{ delta: {}, finish_reason }], usage: told };
}

function plainUsage(usage: unknown): WireUsage | undefined {
  if (!isObject(usage) || usage['prompt_cache_hit_tokens'] !== undefined) return undefined;
  const { prompt_tokens, completion_tokens, total_tokens = null } = usage;
  if (!isCount(prompt_tokens) || !isCount(completion_tokens)) return undefined;
  if (total_tokens !== null && !isCount(total_tokens)) return undefined;
  const cached_tokens = countIn(usage['prompt_tokens_details'], 'cached_tokens');
  const reasoning_tokens = countIn(usage['completion_tokens_details'], 'reasoning_tokens');
  if (cached_tokens === undefined || reasoning_tokens === undefined) return undefined;
  return {
    prompt_tokens,
    completion_tokens,
    total_tokens,
    prompt_tokens_details: { cached_tokens },
    completion_tokens_details: { reasoning_tokens },
  };
}

/** Null: there is none; undefined: something else. */
function countIn(details: unknown, name: string): number | null | undefined {
  if (details == null) return null;
  if (!isObject(details)) return undefined;
  const count = details[name] ?? null;
  return count === null || isCount(count) ? count : undefined;
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && Number.isFinite(value);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
