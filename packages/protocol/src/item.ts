import { z } from 'zod';
import { imageDetails } from './image';

const itemStatus = z.enum(['in_progress', 'completed', 'incomplete']);
export type ItemStatus = z.output<typeof itemStatus>;

const inputTextPart = z.object({ type: z.literal('input_text'), text: z.string() });
export type InputTextPart = z.output<typeof inputTextPart>;

const inputAudioPart = z.object({
  type: z.literal('input_audio'),
  /** null until known, and never absent. */
  transcript: z.string().nullable(),
  /** Base64; only in `conversation.item.retrieved`. */
  audio: z.string().exactOptional(),
});
export type InputAudioPart = z.output<typeof inputAudioPart>;

const inputImagePart = z.object({
  type: z.literal('input_image'),
  detail: z.enum(imageDetails),
  /** A data: URI; only in `conversation.item.retrieved`. */
  image_url: z.string().exactOptional(),
});
export type InputImagePart = z.output<typeof inputImagePart>;

const outputTextPart = z.object({ type: z.literal('output_text'), text: z.string() });
export type OutputTextPart = z.output<typeof outputTextPart>;

const outputAudioPart = z.object({
  type: z.literal('output_audio'),
  /** A truncated part has lost it. */
  transcript: z.string().exactOptional(),
  /** Base64; only in `conversation.item.retrieved`. */
  audio: z.string().exactOptional(),
});
export type OutputAudioPart = z.output<typeof outputAudioPart>;

const base = { id: z.string(), status: itemStatus };

const systemMessageItem = z.object({
  ...base,
  type: z.literal('message'),
  role: z.literal('system'),
  content: z.array(inputTextPart),
});
export type SystemMessageItem = z.output<typeof systemMessageItem>;

const userMessageItem = z.object({
  ...base,
  type: z.literal('message'),
  role: z.literal('user'),
  content: z.array(z.discriminatedUnion('type', [inputTextPart, inputAudioPart, inputImagePart])),
});
export type UserMessageItem = z.output<typeof userMessageItem>;

const assistantMessageItem = z.object({
  ...base,
  type: z.literal('message'),
  role: z.literal('assistant'),
  content: z.array(z.discriminatedUnion('type', [outputTextPart, outputAudioPart])),
});
export type AssistantMessageItem = z.output<typeof assistantMessageItem>;

const functionCallItem = z.object({
  ...base,
  type: z.literal('function_call'),
  name: z.string(),
  call_id: z.string(),
  /** JSON; never empty once completed (`{}` at least). */
  arguments: z.string(),
});
export type FunctionCallItem = z.output<typeof functionCallItem>;

const functionCallOutputItem = z.object({
  ...base,
  type: z.literal('function_call_output'),
  call_id: z.string(),
  output: z.string(),
});
export type FunctionCallOutputItem = z.output<typeof functionCallOutputItem>;

export type MessageItem = SystemMessageItem | UserMessageItem | AssistantMessageItem;

/** An item as server events carry it. */
export const conversationItem = z.discriminatedUnion('type', [
  z.discriminatedUnion('role', [systemMessageItem, userMessageItem, assistantMessageItem]),
  functionCallItem,
  functionCallOutputItem,
]);
export type ConversationItem = z.output<typeof conversationItem>;

/** Items a response can produce. */
export type OutputItem = AssistantMessageItem | FunctionCallItem;
