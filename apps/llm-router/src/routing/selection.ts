import { z } from 'zod';

export const sortMetrics = ['price', 'latency', 'throughput', 'intelligence', 'math', 'coding'] as const;
export type SortMetric = (typeof sortMetrics)[number];

/** Metrics of which less is better; of the others more is. */
export const isAscending = (metric: SortMetric): boolean => metric === 'price' || metric === 'latency';

export const modelName = z.string().min(1).max(256);

const directions = { asc: 'asc', ascending: 'asc', desc: 'desc', descending: 'desc' } as const;

const directionSchema = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['asc', 'ascending', 'desc', 'descending']))
  .transform((text) => directions[text]);

/** `"latency"`, or `{metric, direction}`. */
const sortSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { metric: value } : value),
  z.strictObject({ metric: z.enum(sortMetrics), direction: directionSchema.optional() }),
);

export const selectionSchema = z.strictObject({
  /** In the order to ask them, or the pool that `sort` orders. `auto`: every model that can be had. */
  models: z.array(modelName).max(64).default([]),
  sort: z.array(sortSchema).max(sortMetrics.length).default([]),
  /** Models or whole providers that are never asked. */
  ignore: z.array(modelName).max(256).default([]),
  provider: z
    .strictObject({
      /** Providers of a model that names none, in the order to ask them. */
      order: z.array(z.string().min(1).max(64)).max(64).default([]),
      allow_fallbacks: z.boolean().default(true),
    })
    .optional(),
});

export type ModelSelection = z.output<typeof selectionSchema>;
