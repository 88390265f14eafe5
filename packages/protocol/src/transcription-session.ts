import { z } from 'zod';
import { audioFormatObject } from './audio-format';
import { noiseReductionObject } from './noise-reduction';
import { parleySettingsSchema } from './parley-settings';
import type { RealtimeSession, Session } from './session';
import { withoutSecrets } from './tool-secrets';
import { transcriptionObject } from './transcription';
import { semanticVadObject, serverVadObject, type TurnDetection } from './turn-detection';

const answers = { create_response: true, interrupt_response: true } as const;
const detectionObject = z.discriminatedUnion('type', [
  serverVadObject.omit({ ...answers, idle_timeout_ms: true }),
  semanticVadObject.omit(answers),
]);

/** A session that only listens, as `session.created` and `session.updated` carry it. */
export const transcriptionSessionObject = z.object({
  type: z.literal('transcription'),
  object: z.literal('realtime.transcription_session'),
  id: z.string(),
  /** Unix seconds. */
  expires_at: z.int(),
  audio: z.object({
    input: z.object({
      format: audioFormatObject,
      transcription: transcriptionObject.nullable(),
      noise_reduction: noiseReductionObject.nullable(),
      turn_detection: detectionObject.nullable(),
    }),
  }),
  include: z.null(),
  parley: parleySettingsSchema.exactOptional(),
});
export type TranscriptionSession = z.output<typeof transcriptionSessionObject>;

/** The session as its client sees it. */
export function sessionView(session: Session): RealtimeSession | TranscriptionSession {
  const { type } = session;
  if (type === 'realtime') {
    return { ...session, type, object: 'realtime.session', tools: withoutSecrets(session.tools) };
  }
  const { parley } = session;
  const { input } = session.audio;
  return {
    type,
    object: 'realtime.transcription_session',
    id: session.id,
    expires_at: session.expires_at,
    audio: {
      input: { ...input, turn_detection: input.turn_detection && withoutAnswers(input.turn_detection) },
    },
    include: session.include,
    ...(parley !== undefined && { parley }),
  };
}

function withoutAnswers(detection: TurnDetection): z.output<typeof detectionObject> {
  if (detection.type === 'semantic_vad') return { type: detection.type, eagerness: detection.eagerness };
  const { type, threshold, prefix_padding_ms, silence_duration_ms } = detection;
  return { type, threshold, prefix_padding_ms, silence_duration_ms };
}
