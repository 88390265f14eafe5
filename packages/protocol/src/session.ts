import { pcm24k, type AudioFormat } from './audio-format';
import type { FunctionTool, ToolChoice } from './tools';
import type { TranscriptionConfig } from './transcription';
import { defaultTurnDetection, type TurnDetection } from './turn-detection';

export type Modality = 'audio' | 'text';
export type MaxOutputTokens = number | 'inf';

/** The whole effective session as `session.created` and `session.updated` carry it: explicit nulls, no absent keys. */
export interface Session {
  type: 'realtime';
  object: 'realtime.session';
  id: string;
  model: string;
  output_modalities: [Modality];
  instructions: string;
  tools: FunctionTool[];
  tool_choice: ToolChoice;
  max_output_tokens: MaxOutputTokens;
  tracing: null;
  truncation: 'auto';
  prompt: null;
  /** Unix seconds. */
  expires_at: number;
  audio: {
    input: {
      format: AudioFormat;
      transcription: TranscriptionConfig | null;
      noise_reduction: null;
      turn_detection: TurnDetection | null;
    };
    output: { format: AudioFormat; voice: string; speed: number };
  };
  include: null;
}

export interface SessionDefaults {
  readonly id: string;
  readonly model: string;
  /** Unix seconds. */
  readonly expiresAt: number;
  readonly instructions: string;
  readonly voice: string;
}

export function defaultSession(defaults: SessionDefaults): Session {
  return {
    type: 'realtime',
    object: 'realtime.session',
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
        transcription: null,
        noise_reduction: null,
        turn_detection: defaultTurnDetection(),
      },
      output: { format: pcm24k, voice: defaults.voice, speed: 1 },
    },
    include: null,
  };
}
