import { z } from 'zod';
import { audioFormatSchema, type AudioFormat } from './audio-format';
import { clientItemSchema, itemReferenceSchema } from './client-item';
import type { ProtocolError } from './errors';
import type { ConversationItem } from './item';
import type { MaxOutputTokens, Modality } from './session';
import { maxOutputTokensSchema, modalitiesSchema, voiceSchema } from './session-patch';
import { toolChoiceSchema, toolsSchema } from './tools';
import type { ResponseUsage } from './usage';

export type ResponseStatus = 'in_progress' | 'completed' | 'cancelled' | 'incomplete' | 'failed';

export type ResponseStatusDetails =
  | { type: 'cancelled'; reason: 'turn_detected' | 'client_cancelled' }
  | { type: 'incomplete'; reason: 'max_output_tokens' | 'content_filter' }
  | { type: 'failed'; error: Pick<ProtocolError, 'type' | 'message'> & { code: string } };

export type Metadata = Record<string, string>;

export interface Response {
  object: 'realtime.response';
  id: string;
  status: ResponseStatus;
  status_details: ResponseStatusDetails | null;
  /** Items without audio bytes; empty while in progress. */
  output: ConversationItem[];
  /** null: out of band. */
  conversation_id: string | null;
  output_modalities: [Modality];
  max_output_tokens: MaxOutputTokens;
  audio: { output: { format: AudioFormat; voice: string } };
  /** null while in progress. */
  usage: ResponseUsage | null;
  metadata: Metadata | null;
}

const metadataSchema = z
  .record(z.string(), z.string().max(512))
  .refine((pairs) => Object.keys(pairs).length <= 16, { error: 'Expected at most 16 pairs.' })
  .refine((pairs) => Object.keys(pairs).every((key) => key.length <= 64), {
    error: 'Expected keys of at most 64 characters.',
  });

/** All of it overrides the session for this response alone. */
export const responseParamsSchema = z.strictObject({
  conversation: z.enum(['auto', 'none']).exactOptional(),
  /** Replaces the conversation as context; `[]` is an empty context. */
  input: z.array(z.discriminatedUnion('type', [itemReferenceSchema, clientItemSchema])).exactOptional(),
  instructions: z.string().exactOptional(),
  tools: toolsSchema.exactOptional(),
  tool_choice: toolChoiceSchema.exactOptional(),
  output_modalities: modalitiesSchema.exactOptional(),
  audio: z
    .strictObject({
      output: z
        .strictObject({ voice: voiceSchema.exactOptional(), format: audioFormatSchema.exactOptional() })
        .exactOptional(),
    })
    .exactOptional(),
  max_output_tokens: maxOutputTokensSchema.exactOptional(),
  metadata: metadataSchema.nullable().exactOptional(),
  prompt: z.null().exactOptional(),
});

export type ResponseParams = z.output<typeof responseParamsSchema>;
