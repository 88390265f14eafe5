import { z } from 'zod';
import { unsupported } from './unsupported';

export const transcriptFormats = ['json', 'text', 'verbose_json', 'srt', 'vtt'] as const;

const truth = z.union([
  z.boolean(),
  z.literal(['true', '1']).transform(() => true),
  z.literal(['false', '0', '']).transform(() => false),
]);

const within = (low: number, high: number) => z.coerce.number().min(low).max(high);

/** Where speech is cut; defaults as in a session's server VAD. */
const vadConfig = z.strictObject({
  type: z.literal('server_vad'),
  threshold: within(0, 1).default(0.5),
  prefix_padding_ms: within(0, 10_000).default(300),
  silence_duration_ms: within(0, 60_000).default(500),
});

const defaultVad = vadConfig.parse({ type: 'server_vad' });

const chunking = z
  .union([
    z.literal(['auto', '']).transform(() => defaultVad),
    z
      .string()
      .startsWith('{')
      .transform((text, context) => parsedVad(text, context)),
    vadConfig,
  ])
  .nullish()
  .transform((given) => given ?? defaultVad);

/** The fields beside the file, as a form has them: text, in lists where the name ends in `[]`. */
export const transcriptionRequest = z.strictObject({
  model: z.string().min(1).max(256).meta({
    description:
      'A name without a slash is the default engine; "provider/model" names one of docs/engines.md.',
  }),
  language: z
    .string()
    .regex(/^([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$/, { message: 'It must be an ISO-639-1 code.' })
    .default(''),
  prompt: z.string().max(10_000).default(''),
  response_format: z.enum(transcriptFormats).default('json'),
  stream: truth.nullish().transform((stream) => stream === true),
  chunking_strategy: chunking,
  timestamp_granularities: z
    .array(
      z.enum(['segment', 'word']).refine((granularity) => granularity !== 'word', {
        message: 'It is not supported by this server. The recogniser tells no times of words.',
      }),
    )
    .default([]),
  temperature: unsupported('The recogniser chooses its own.', ['', '0', '0.0', 0, null]),
  include: unsupported('The recogniser tells no probabilities of tokens.', ['', null]),
  keywords: unsupported('Put them into the prompt.', ['', null]),
  languages: unsupported('Name one language, or none.', ['', null]),
  known_speaker_names: unsupported('Speakers are not told apart.', ['', null]),
  known_speaker_references: unsupported('Speakers are not told apart.', ['', null]),
});

export type TranscriptionRequest = z.output<typeof transcriptionRequest>;

function parsedVad(text: string, context: z.RefinementCtx): z.output<typeof vadConfig> {
  try {
    const { data } = vadConfig.safeParse(JSON.parse(text));
    if (data !== undefined) return data;
  } catch {
    // told below
  }
  context.addIssue({ code: 'custom', message: 'It must be "auto" or an object of type "server_vad".' });
  return z.NEVER;
}
