import { z } from 'zod';

export const modelSchema = z.object({
  /** "provider/model" */
  id: z.string(),
  object: z.literal('model'),
  /** Unix seconds. */
  created: z.int(),
  owned_by: z.string(),
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
      /** US dollars per million tokens. */
      pricing: z.object({ input: z.number(), cachedInput: z.number(), output: z.number() }).optional(),
      /** The day on which its provider withdraws it. */
      retiresOn: z.iso.date().optional(),
    }),
  ),
});
