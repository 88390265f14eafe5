import { z } from 'zod';
import { audioFormatObject, pcm24k } from './audio-format';
import { noiseReductionObject } from './noise-reduction';
import { parleySettingsSchema } from './parley-settings';
import { promptObject } from './prompt';
import { reasoningObject } from './reasoning';
import { toolChoiceObject } from './tool-choice';
import { toolObject, type Tool } from './tools';
import { tracingObject } from './tracing';
import { defaultTranscriptionModel, transcriptionObject } from './transcription';
import { truncationObject } from './truncation';
import { defaultListeningDetection, defaultTurnDetection, turnDetectionObject } from './turn-detection';

export const modalityObject = z.enum(['audio', 'text']);
export type Modality = z.output<typeof modalityObject>;

export const maxOutputTokensObject = z.union([z.int(), z.literal('inf')]);
export type MaxOutputTokens = z.output<typeof maxOutputTokensObject>;

/** The whole effective session as `session.created` and `session.updated` carry it: explicit nulls, no absent keys. */
export const sessionObject = z.object({
  type: z.literal('realtime'),
  object: z.literal('realtime.session'),
  id: z.string(),
  model: z.string(),
  output_modalities: z.tuple([modalityObject]),
  instructions: z.string(),
  tools: z.array(toolObject),
  tool_choice: toolChoiceObject,
  max_output_tokens: maxOutputTokensObject,
  /** Only once the client has set it. */
  parallel_tool_calls: z.boolean().exactOptional(),
  /** Only once the client has set it. */
  reasoning: reasoningObject.nullable().exactOptional(),
  tracing: tracingObject.nullable(),
  truncation: truncationObject,
  prompt: promptObject.nullable(),
  /** Unix seconds. */
  expires_at: z.int(),
  audio: z.object({
    input: z.object({
      format: audioFormatObject,
      transcription: transcriptionObject.nullable(),
      noise_reduction: noiseReductionObject.nullable(),
      turn_detection: turnDetectionObject.nullable(),
    }),
    output: z.object({ format: audioFormatObject, voice: z.string(), speed: z.number() }),
  }),
  include: z.null(),
  parley: parleySettingsSchema.exactOptional(),
});

/**
 * `temperature`: set in dialects that have it, and so never seen by a client of another. `tools`: with the secrets of
 * MCP servers, which no client sees again (see `sessionView`).
 */
export type RealtimeSession = Omit<z.output<typeof sessionObject>, 'tools'> & {
  tools: Tool[];
  readonly temperature?: number;
};
export type SessionType = 'realtime' | 'transcription';

/** What a session is set to. One that only transcribes has the settings of answers too, and no use for them. */
export type Session = Omit<RealtimeSession, 'type' | 'object'> & {
  readonly type: SessionType;
  readonly object: 'realtime.session' | 'realtime.transcription_session';
};

export interface SessionDefaults {
  /** `realtime` unless said. */
  readonly type?: SessionType;
  readonly id: string;
  readonly model: string;
  /** Unix seconds. */
  readonly expiresAt: number;
  readonly instructions: string;
  readonly voice: string;
}

export function defaultSession(defaults: SessionDefaults): Session {
  const { type = 'realtime' } = defaults;
  const listens = type === 'transcription';
  return {
    type,
    object: listens ? 'realtime.transcription_session' : 'realtime.session',
    id: defaults.id,
    model: defaults.model,
    output_modalities: ['audio'],
    instructions: defaults.instructions,
    tools: [],
    tool_choice: 'auto',
    max_output_tokens: 'inf',
    tracing: null,
    truncation: 'auto',
    prompt: null,
    expires_at: defaults.expiresAt,
    audio: {
      input: {
        format: pcm24k,
        transcription: listens ? { model: defaultTranscriptionModel } : null,
        noise_reduction: null,
        turn_detection: listens ? defaultListeningDetection() : defaultTurnDetection(),
      },
      output: { format: pcm24k, voice: defaults.voice, speed: 1 },
    },
    include: null,
  };
}
