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

/** Parts of a tool that runs on the server; the reference gives them no `status`, and clients do not mind one. */
const mcpCallItem = z.object({
  ...base,
  type: z.literal('mcp_call'),
  server_label: z.string(),
  name: z.string(),
  /** JSON; empty while in progress. */
  arguments: z.string(),
  approval_request_id: z.string().nullable(),
  output: z.string().nullable(),
  error: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('protocol_error'), code: z.int(), message: z.string() }),
      z.object({ type: z.literal('http_error'), code: z.int(), message: z.string() }),
      z.object({ type: z.literal('tool_execution_error'), message: z.string() }),
    ])
    .nullable(),
});
export type McpCallItem = z.output<typeof mcpCallItem>;
export type McpCallError = NonNullable<McpCallItem['error']>;

const mcpListedTool = z.object({
  name: z.string(),
  description: z.string(),
  /** A JSON Schema. */
  input_schema: z.record(z.string(), z.unknown()),
  annotations: z.record(z.string(), z.unknown()).nullable(),
});
export type McpListedTool = z.output<typeof mcpListedTool>;

const mcpListToolsItem = z.object({
  ...base,
  type: z.literal('mcp_list_tools'),
  server_label: z.string(),
  tools: z.array(mcpListedTool),
  /** Why they could not be listed. */
  error: z.string().nullable(),
});
export type McpListToolsItem = z.output<typeof mcpListToolsItem>;

const mcpApprovalRequestItem = z.object({
  ...base,
  type: z.literal('mcp_approval_request'),
  server_label: z.string(),
  name: z.string(),
  arguments: z.string(),
});
export type McpApprovalRequestItem = z.output<typeof mcpApprovalRequestItem>;

const mcpApprovalResponseItem = z.object({
  ...base,
  type: z.literal('mcp_approval_response'),
  approval_request_id: z.string(),
  approve: z.boolean(),
  reason: z.string().nullable(),
});
export type McpApprovalResponseItem = z.output<typeof mcpApprovalResponseItem>;

export type MessageItem = SystemMessageItem | UserMessageItem | AssistantMessageItem;

/** An item as server events carry it. */
export const conversationItem = z.discriminatedUnion('type', [
  z.discriminatedUnion('role', [systemMessageItem, userMessageItem, assistantMessageItem]),
  functionCallItem,
  functionCallOutputItem,
  mcpCallItem,
  mcpListToolsItem,
  mcpApprovalRequestItem,
  mcpApprovalResponseItem,
]);
export type ConversationItem = z.output<typeof conversationItem>;

/** Items a response can produce. */
export type OutputItem = AssistantMessageItem | FunctionCallItem | McpCallItem | McpApprovalRequestItem;
