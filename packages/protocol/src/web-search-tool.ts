import { z } from 'zod';

/** What the model calls it by. */
export const webSearchName = 'web_search';

/** The built-in search, as Inworld's API has it. */
export const webSearchToolSchema = z
  .strictObject({
    type: z.literal('web_search'),
    providerData: z
      .strictObject({
        engine: z.string().min(1).max(64).nullish(),
        max_results: z.int().min(1).max(10).nullish(),
        max_steps: z.int().min(1).max(5).nullish(),
      })
      .nullish(),
  })
  .transform(({ providerData }): WebSearchTool => ({
    type: 'web_search',
    providerData: {
      ...(providerData?.engine == null ? {} : { engine: providerData.engine }),
      max_results: providerData?.max_results ?? 3,
      max_steps: providerData?.max_steps ?? 1,
    },
  }));

export const webSearchToolObject = z.object({
  type: z.literal('web_search'),
  providerData: z.object({
    /** Absent: the operator's default. */
    engine: z.string().exactOptional(),
    max_results: z.int(),
    /** Searches that may follow one upon another before an answer. */
    max_steps: z.int(),
  }),
});
export type WebSearchTool = z.output<typeof webSearchToolObject>;
