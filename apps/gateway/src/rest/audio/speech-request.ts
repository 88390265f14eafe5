import { z } from 'zod';
import { contentTypes } from '../../doors/audio-encoding';
import { unsupported } from './unsupported';

const maxCharacters = 4_096;
/** The fastest that stays intelligible; the reference goes on to 4. */
const fastest = 2;

export const speechFormats = ['mp3', 'opus', 'aac', 'flac', 'wav', 'pcm'] as const;

/** `POST /v1/audio/speech` */
export const speechRequest = z.strictObject({
  model: z.string().min(1).max(256).meta({
    description: 'Any name: which engine speaks is decided by the voice.',
  }),
  input: z.string().min(1).max(maxCharacters),
  voice: z
    .union([z.string().max(256), z.strictObject({ id: z.string().max(256) }).transform(({ id }) => id)])
    .meta({ description: 'A name of docs/voices.md; the names of OpenAI’s voices are the default voice.' }),
  response_format: z.enum(speechFormats).nullish(),
  speed: z
    .number()
    .min(0.25)
    .max(4)
    .refine((speed) => speed <= fastest, { message: `More than ${fastest} is not supported by this server.` })
    .nullish(),
  stream_format: z.enum(['audio', 'sse']).nullish(),
  instructions: unsupported('The voices here follow no instructions.', ['', null]),
});

const binary = z.string().meta({ format: 'binary' });

/** What the reply may be, for the OpenAPI document. */
export const speechAudio = {
  ...Object.fromEntries(
    speechFormats.map((format) => [contentTypes[format].split(';')[0] ?? '', { schema: binary }]),
  ),
  'text/event-stream': {
    schema: z.discriminatedUnion('type', [
      z.object({ type: z.literal('speech.audio.delta'), audio: z.base64() }),
      z.object({
        type: z.literal('speech.audio.done'),
        usage: z.object({ input_tokens: z.int(), output_tokens: z.int(), total_tokens: z.int() }),
      }),
    ]),
  },
};
