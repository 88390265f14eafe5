import type {
  ConversationItem,
  Response,
  ResponseStatus,
  ResponseStatusDetails,
  ResponseUsage,
  UserMessageItem,
} from '@parley/protocol';
import { hearingRateHz } from '../deadlines';
import type { ResponseState } from '../response/state';

export const userAudioItem = (id: string, transcript: string | null): UserMessageItem => ({
  id,
  type: 'message',
  status: 'completed',
  role: 'user',
  content: [{ type: 'input_audio', transcript }],
});

export const transcriptSeconds = (startSample: number, endSample: number): number =>
  Math.max(0, endSample - startSample) / hearingRateHz;

/** The response as the client sees it. */
export function wireResponse(
  { id, plan }: ResponseState,
  conversationId: string,
  now: {
    readonly status: ResponseStatus;
    readonly details: ResponseStatusDetails | null;
    readonly output: readonly ConversationItem[];
    readonly usage: ResponseUsage | null;
  },
): Response {
  return {
    object: 'realtime.response',
    id,
    status: now.status,
    status_details: now.details,
    output: [...now.output],
    conversation_id: plan.conversational ? conversationId : null,
    output_modalities: [plan.modality],
    max_output_tokens: plan.maxOutputTokens,
    audio: { output: { format: plan.format, voice: plan.voice } },
    usage: now.usage,
    metadata: plan.metadata,
    ...(plan.temperature === null ? {} : { temperature: plan.temperature }),
  };
}
