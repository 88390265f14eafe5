import { z } from 'zod';
import { hearingMessages } from '../../transports/doors/hearing-door';
import { speechMessages } from '../../transports/doors/speech-door';

export type Schemas = readonly (readonly [name: string, schema: z.ZodType])[];

/** A socket, for the AsyncAPI document. */
export interface Channel {
  readonly name: string;
  readonly address: string;
  /** Message names are unique over all channels. */
  readonly receives: Schemas;
  readonly sends: Schemas;
}

const status = z.object({ code: z.int(), message: z.string(), details: z.array(z.object({})) });
const errorMessage = z.object({ error: status });
const result = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.object({ result: z.object(shape) });
const ofContext = (shape: Record<string, z.ZodType>) => result({ contextId: z.string(), status, ...shape });

const named = (prefix: string, schemas: Readonly<Record<string, z.ZodType>>): Schemas =>
  Object.entries(schemas).map(([name, schema]) => [`${prefix}.${name}`, schema]);

const alignment = z.object({
  words: z.array(z.string()),
  wordStartTimeSeconds: z.array(z.number()),
  wordEndTimeSeconds: z.array(z.number()),
});

const estimates = z.record(z.string(), z.array(z.object({ label: z.string(), confidence: z.number() })));

/** The sockets beside the realtime one. */
export const socketChannels: readonly Channel[] = [
  {
    name: 'speech',
    address: '/tts/v1/voice:streamBidirectional',
    receives: named('speech', speechMessages),
    sends: named('speech', {
      contextCreated: ofContext({ contextCreated: z.object({}) }),
      audioChunk: ofContext({
        audioChunk: z.object({
          audioContent: z.base64(),
          usage: z.object({ processedCharactersCount: z.int(), modelId: z.string() }),
          timestampInfo: z.object({ wordAlignment: alignment }).optional(),
        }),
      }),
      flushCompleted: ofContext({ flushCompleted: z.object({}) }),
      contextClosed: ofContext({ contextClosed: z.object({}) }),
      error: errorMessage,
    }),
  },
  {
    name: 'transcription',
    address: '/stt/v1/transcribe:streamBidirectional',
    receives: named('transcription', hearingMessages),
    sends: named('transcription', {
      speechStarted: result({ speechStarted: z.object({ startTimeMs: z.int() }) }),
      speechStopped: result({ speechStopped: z.object({ silenceDurationMs: z.int() }) }),
      result: result({
        transcription: z.object({
          transcript: z.string(),
          isFinal: z.boolean(),
          wordTimestamps: z.array(z.object({})),
          voiceProfile: estimates.optional(),
        }),
      }),
      usage: result({ usage: z.object({ transcribedAudioMs: z.int(), modelId: z.string() }) }),
      error: errorMessage,
    }),
  },
];
