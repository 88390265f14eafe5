import { isSampleRate, MAX_SAMPLE_RATE, MIN_SAMPLE_RATE } from '@parley/audio';
import { z } from 'zod';
import { unsupported } from '../../rest/audio/unsupported';
import type { TranscriptionSettings } from '../../workers/transcribe';

const defaultRate = 16_000;

/** Where Inworld's models find the end of a turn; ours by silence alone. */
const vadFields = z.strictObject({
  vadThreshold: z.number().min(0).max(1).optional(),
  minEndOfTurnSilenceWhenConfident: z.int().min(0).max(60_000).optional(),
});

const ofOthers = unsupported('That engine is not here.', [null]);

/** What the request for a recording and the first message of the socket have in common. */
export const transcribeConfigFields = {
  modelId: z.string().min(1).max(256).meta({
    description:
      'Names of Inworld’s and its providers’ are the default engine; others one of docs/engines.md.',
  }),
  language: z
    .string()
    .regex(/^([A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*)?$/, { message: 'It must be a language code.' })
    .default('')
    .transform((code) => code.toLowerCase().split(/[-_]/)[0] ?? ''),
  sampleRateHertz: z
    .int()
    .default(defaultRate)
    .transform((rate) => rate || defaultRate)
    .refine(isSampleRate, { message: `It must be between ${MIN_SAMPLE_RATE} and ${MAX_SAMPLE_RATE}.` }),
  numberOfChannels: z
    .int()
    .refine((channels) => channels <= 1, { message: 'It is not supported by this server. Send one channel.' })
    .optional(),
  prompts: z.array(z.string().max(1_000)).max(100).default([]),
  includeWordTimestamps: unsupported('The recogniser tells no times of words.', [false, null]),
  endOfTurnConfidenceThreshold: unsupported('Turns end by silence.', [0, 0.5, null]),
  inworldSttV1Config: vadFields.optional(),
  assemblyaiConfig: ofOthers,
  sonioxConfig: ofOthers,
  groqConfig: ofOthers,
  voiceProfileConfig: z
    .strictObject({
      enableVoiceProfile: z.boolean().default(false),
      topN: z.int().min(1).max(20).default(10),
    })
    .optional(),
};

const transcribeConfig = z.object(transcribeConfigFields);
export type TranscribeConfig = z.output<typeof transcribeConfig>;

/** Names of Inworld's and of those it passes on to: asked for here, they are the default engine. */
const theirs = /^(inworld|assemblyai|soniox|groq|deepgram)\//;

export const transcriptionSettings = (
  config: Omit<TranscribeConfig, 'voiceProfileConfig'>,
): TranscriptionSettings => ({
  model: config.modelId.includes('/') && !theirs.test(config.modelId) ? config.modelId : '',
  language: config.language,
  prompt: config.prompts.join(', '),
  threshold: config.inworldSttV1Config?.vadThreshold ?? 0.5,
  prefixPaddingMs: 300,
  silenceDurationMs: config.inworldSttV1Config?.minEndOfTurnSilenceWhenConfident ?? 500,
});
