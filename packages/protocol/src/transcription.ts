import { z } from 'zod';

const delays = ['minimal', 'low', 'medium', 'high', 'xhigh'] as const;
/** How far apart two readings are that must agree before words are shown. */
export type TranscriptionDelay = (typeof delays)[number];

export const transcriptionObject = z.object({
  model: z.string(),
  /** ISO-639-1; absent: detected. */
  language: z.string().exactOptional(),
  /** It is one of these, the likeliest first. */
  languages: z.array(z.string()).exactOptional(),
  prompt: z.string().exactOptional(),
  /** Words and names that are likely to be said. */
  keywords: z.array(z.string()).exactOptional(),
  /** Absent: `low`. */
  delay: z.enum(delays).exactOptional(),
});
export type TranscriptionConfig = z.output<typeof transcriptionObject>;

const languageCode = z
  .string()
  .max(35)
  .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, { error: 'Expected an ISO-639-1 language code.' });

/** More is more than a recogniser can keep in mind beside the words before. */
export const maxKeywordChars = 300;

const keywords = z
  .array(z.string().trim().min(1).max(100))
  .refine((list) => list.join(', ').length <= maxKeywordChars, {
    error: `Expected at most ${maxKeywordChars} characters in all.`,
  });

/** Any model name is taken: clients name models of other services. What is null or an empty list is not there. */
export const transcriptionSchema = z
  .strictObject({
    model: z.string().min(1).max(256).nullish(),
    language: languageCode.nullish(),
    languages: z.array(languageCode).max(100).nullish(),
    prompt: z.string().max(16_384).nullish(),
    keywords: keywords.nullish(),
    delay: z.enum(delays).nullish(),
  })
  .refine(({ language, languages }) => language == null || !languages?.length, {
    path: ['languages'],
    error: "Expected 'language' or 'languages', not both.",
  })
  .transform((config): TranscriptionConfig => ({
    model: config.model ?? defaultTranscriptionModel,
    ...(config.language == null ? {} : { language: config.language }),
    ...(config.languages?.length ? { languages: config.languages } : {}),
    ...(config.prompt == null ? {} : { prompt: config.prompt }),
    ...(config.keywords?.length ? { keywords: config.keywords } : {}),
    ...(config.delay == null ? {} : { delay: config.delay }),
  }));

export const defaultTranscriptionModel = 'default';
