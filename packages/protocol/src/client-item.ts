import { z } from 'zod';
import { isBase64 } from './base64';
import { clientItemBase, clientItemId, own } from './client-item-base';
import { clientMcpItems } from './client-mcp-item';
import { inputImageSchema } from './image';
import { schedulings } from './parley-settings';

const base64 = z.string().refine(isBase64, { error: 'Expected valid base64 audio.' });

/** Accepted beside the GA names: the beta's `text`, which stands for the role's own text type. */
const inputText = z
  .strictObject({ type: z.enum(['input_text', 'text']), text: z.string() })
  .transform(({ text }) => ({ type: 'input_text' as const, text }));

const outputText = z
  .strictObject({ type: z.enum(['output_text', 'text']), text: z.string() })
  .transform(({ text }) => ({ type: 'output_text' as const, text }));

const inputAudio = z
  .strictObject({ type: z.literal('input_audio'), audio: base64, transcript: z.string().nullish() })
  .transform(({ audio, transcript }) => ({
    type: 'input_audio' as const,
    audio,
    transcript: transcript ?? null,
  }));

const common = { type: z.literal('message'), ...clientItemBase };

const systemMessage = z
  .strictObject({ ...common, role: z.literal('system'), content: z.array(inputText).min(1) })
  .transform((item) => own(item));

const userMessage = z
  .strictObject({
    ...common,
    role: z.literal('user'),
    content: z.array(z.discriminatedUnion('type', [inputText, inputAudio, inputImageSchema])).min(1),
  })
  .transform((item) => own(item));

/** Words only: the server does not take assistant audio that it has not made. */
const assistantMessage = z
  .strictObject({ ...common, role: z.literal('assistant'), content: z.array(outputText).min(1) })
  .transform((item) => own(item));

const functionCall = z
  .strictObject({
    ...common,
    type: z.literal('function_call'),
    call_id: clientItemId.nullish(),
    name: z.string().min(1).max(256),
    arguments: z.string(),
  })
  .transform((item) => {
    const { call_id: callId, ...rest } = own(item);
    return { ...rest, ...(callId == null ? {} : { call_id: callId }) };
  });

const functionCallOutput = z
  .strictObject({
    ...common,
    type: z.literal('function_call_output'),
    call_id: clientItemId,
    output: z.string(),
    /** When it is spoken of. Absent: when the client asks for it. */
    parley: z.strictObject({ scheduling: z.enum(schedulings) }).exactOptional(),
  })
  .transform((item) => own(item));

export const clientItemSchema = z.discriminatedUnion('type', [
  z.discriminatedUnion('role', [systemMessage, userMessage, assistantMessage]),
  functionCall,
  functionCallOutput,
  ...clientMcpItems,
]);

/** An item as a client creates it: GA content names, `id` only if the client chose one, audio still base64. */
export type ClientItem = z.output<typeof clientItemSchema>;

export const itemReferenceSchema = z.strictObject({ type: z.literal('item_reference'), id: clientItemId });
export type ItemReference = z.output<typeof itemReferenceSchema>;
