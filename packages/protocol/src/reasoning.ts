import { z } from 'zod';

export const reasoningEfforts = ['minimal', 'low', 'medium', 'high', 'xhigh'] as const;
export type ReasoningEffort = (typeof reasoningEfforts)[number];

export const reasoningObject = z.object({ effort: z.enum(reasoningEfforts) });

/** How long a model that thinks may think before it answers. */
export type Reasoning = z.output<typeof reasoningObject>;

/** `{}` and null leave it to the model. */
export const reasoningSchema = z
  .strictObject({ effort: z.enum(reasoningEfforts).nullish() })
  .nullable()
  .transform((reasoning): Reasoning | null =>
    reasoning?.effort == null ? null : { effort: reasoning.effort },
  );

/** Beyond the GA protocol: dialects that have it take it. */
export const temperatureSchema = z
  .number()
  .min(0)
  .max(2)
  .meta({ description: 'Only in dialects that have it; GA sessions refuse it.' });
