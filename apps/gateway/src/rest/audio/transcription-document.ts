import { z } from 'zod';
import { transcriptionRequest } from './transcription-request';

export const transcriptionForm = transcriptionRequest.extend({
  file: z.string().meta({
    format: 'binary',
    description: 'WAV, MP3, FLAC, or Ogg, WebM or Matroska with Opus.',
  }),
});

const usage = z.object({ type: z.literal('duration'), seconds: z.int() });

const json = z.object({ text: z.string(), usage });

const verboseJson = z.object({
  task: z.literal('transcribe'),
  language: z.string(),
  duration: z.number(),
  text: z.string(),
  segments: z.array(
    z.object({
      id: z.int(),
      seek: z.int(),
      start: z.number(),
      end: z.number(),
      text: z.string(),
      tokens: z.array(z.int()),
      temperature: z.number(),
      avg_logprob: z.number().nullable(),
      compression_ratio: z.number(),
      no_speech_prob: z.number().nullable(),
    }),
  ),
  usage,
});

const events = z.discriminatedUnion('type', [
  z.object({ type: z.literal('transcript.text.delta'), delta: z.string() }),
  z.object({ type: z.literal('transcript.text.done'), text: z.string(), usage }),
]);

/** What the reply may be, for the OpenAPI document. */
export const transcriptContent = {
  'application/json': { schema: z.union([json, verboseJson]) },
  'text/plain': { schema: z.string() },
  'text/vtt': { schema: z.string() },
  'text/event-stream': { schema: events },
};
