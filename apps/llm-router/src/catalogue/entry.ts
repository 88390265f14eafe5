import { z } from 'zod';

export const modalities = ['text', 'image', 'audio', 'video', 'file'] as const;

const isoDate = z.iso.date();
const usd = z.number().nonnegative();

/** One model of one provider, as the catalogue's data file has it. */
export const entrySchema = z.object({
  /** "provider/model" */
  id: z.string().regex(/^[a-z0-9-]+\/.+$/),
  /** 0 = unknown. */
  contextTokens: z.number().int().nonnegative(),
  /** 0 = unknown. */
  maxOutputTokens: z.number().int().nonnegative(),
  input: z.array(z.enum(modalities)),
  output: z.array(z.enum(modalities)),
  tools: z.boolean(),
  /** Thinks before it answers. */
  reasoning: z.boolean(),
  /** Takes a temperature. */
  sampling: z.boolean(),
  /** `responses`: cannot be had through chat completions. */
  api: z.enum(['chat', 'responses']),
  /** US dollars per million tokens; null = unknown. `cachedInput` is for the part of the input read from a cache. */
  price: z.object({ input: usd, cachedInput: usd, output: usd }).nullable(),
  /** The day on which the provider withdraws the model; null = none is known. */
  retiresOn: isoDate.nullable(),
});

export type ModelEntry = z.output<typeof entrySchema>;

/** The first line of the data file. */
export const sourceSchema = z.object({
  source: z.string(),
  license: z.string(),
  version: z.string(),
  /** The day on which it was fetched. */
  date: isoDate,
});

export type CatalogueSource = z.output<typeof sourceSchema>;
