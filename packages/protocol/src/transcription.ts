import { z } from 'zod';

export const transcriptionObject = z.object({
  model: z.string(),
  /** ISO-639-1; absent: detected. */
  language: z.string().exactOptional(),
  prompt: z.string().exactOptional(),
});
export type TranscriptionConfig = z.output<typeof transcriptionObject>;

/** Any model name is taken: clients name models of other services. */
export const transcriptionSchema = z
  .strictObject({
    model: z.string().min(1).max(256).nullish(),
    language: z
      .string()
      .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, { error: 'Expected an ISO-639-1 language code.' })
      .nullish(),
    prompt: z.string().max(16_384).nullish(),
  })
  .transform((config): TranscriptionConfig => ({
    model: config.model ?? defaultTranscriptionModel,
    ...(config.language == null ? {} : { language: config.language }),
    ...(config.prompt == null ? {} : { prompt: config.prompt }),
  }));

export const defaultTranscriptionModel = 'default';
