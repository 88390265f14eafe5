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

/** As a text of JSON, or the object itself: whole then, and nothing where it is empty, as others begin with it. */
const argumentsSchema = z.union([
  z.string(),
  z
    .record(z.string(), z.unknown())
    .transform((object) => (Object.keys(object).length === 0 ? '' : JSON.stringify(object))),
]);

const callSchema = z.object({
  index: z.number().default(0),
  id: z.string().nullish(),
  function: z.object({ name: z.string().nullish(), arguments: argumentsSchema.nullish() }).nullish(),
});

/** A text, or parts of which some may be thoughts. */
const contentSchema = z.union([
  z.string(),
  z.array(z.object({ type: z.string().nullish(), text: z.string().nullish().catch(null) })),
]);

export const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z
          .object({
            content: contentSchema.nullish(),
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

/** The words of a content. */
export function wordsOf(content: z.output<typeof contentSchema> | null | undefined): string {
  if (typeof content === 'string') return content;
  const words = (content ?? []).filter(({ type }) => type == null || type === 'text');
  return words.map(({ text }) => text ?? '').join('');
}

/** Throws SyntaxError or ZodError. */
export const readChunk = (data: string): Chunk => plainEnd(data) ?? chunkSchema.parse(JSON.parse(data));

/** A choice that ends and says nothing, and the usage beside no choice: the two last chunks of nearly every stream. */
const plainFinish =
  /"choices":\[\{"index":0,"delta":\{\},(?:"logprobs":null,)?"finish_reason":"([a-z_]+)"\}\](?:,"usage":null)?\}$/;
const plainTotal = /"choices":\[\],"usage":(\{(?:[^{}]|\{[^{}]*\})*\})\}$/;

/** Before them these would have to be read too. */
const more = /"usage":\{|"error":|"x_groq":/;

/** What the schema says of a chunk that is one of these and nothing else; undefined: it must be parsed. */
export function plainEnd(data: string): Chunk | undefined {
  const match = plainFinish.exec(data) ?? plainTotal.exec(data);
  if (match === null || more.test(data.slice(0, match.index))) return undefined;
  const [, told = ''] = match;
  if (!told.startsWith('{')) return { choices: [{ delta: {}, finish_reason: told }] };
  const usage = plainUsage(JSON.parse(told));
  return usage && { choices: [], usage };
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
