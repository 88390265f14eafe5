import { z } from 'zod';

/** US dollars per million tokens. */
const pricing = z.object({ input: z.number(), cachedInput: z.number(), output: z.number() });

export const modelSchema = z.object({
  /** "provider/model" */
  id: z.string(),
  object: z.literal('model'),
  /** Unix seconds. */
  created: z.int(),
  owned_by: z.string(),
  /** Its provider is configured; others are listed with `all` alone. */
  available: z.boolean(),
  /** What the catalogue knows of it. */
  context_length: z.int().optional(),
  max_output_tokens: z.int().optional(),
  input_modalities: z.array(z.string()),
  output_modalities: z.array(z.string()),
  tools: z.boolean(),
  reasoning: z.boolean(),
  pricing: pricing.optional(),
  /** The day on which its provider withdraws it. */
  retires_on: z.iso.date().optional(),
  /** The id is another name of this model. */
  alias_of: z.string().optional(),
});

export const modelQuerySchema = z.object({
  /** `true`: with the catalogue's models of providers that are not configured. */
  all: z.enum(['true', 'false']).optional(),
});

export const modelListSchema = z.object({ object: z.literal('list'), data: z.array(modelSchema) });

export const inworldModelsSchema = z.object({
  models: z.array(
    z.object({
      model: z.string(),
      provider: z.string(),
      isSupported: z.boolean(),
      spec: z.object({
        contextLength: z.int().optional(),
        maxOutputTokens: z.int().optional(),
        inputModalities: z.array(z.string()),
        outputModalities: z.array(z.string()),
        capabilities: z.object({ functionCalling: z.boolean(), reasoning: z.boolean() }),
      }),
      pricing: pricing.optional(),
      /** The day on which its provider withdraws it. */
      retiresOn: z.iso.date().optional(),
    }),
  ),
});
