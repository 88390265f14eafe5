import { z } from 'zod';
import { protocolErrorObject } from './errors';
import { conversationItem } from './item';
import { responseObject } from './response';
import { sessionObject } from './session';
import { transcriptionSessionObject } from './transcription-session';
import { transcriptionUsageObject } from './usage';

const itemIds = { response_id: z.string(), output_index: z.int(), item_id: z.string() };
const partIds = { ...itemIds, content_index: z.int() };
const transcriptionIds = { item_id: z.string(), content_index: z.int() };
const outputItem = { response_id: z.string(), output_index: z.int(), item: conversationItem };
const mcpCall = { output_index: z.int(), item_id: z.string() };
const placedItem = { previous_item_id: z.string().nullable(), item: conversationItem };
const milliseconds = z.int();

/** Here, unlike in items, the GA dialect says `text` and `audio`. */
const contentPart = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('audio'), transcript: z.string() }),
]);
export type ContentPart = z.output<typeof contentPart>;

const logprobs = z
  .array(z.object({ token: z.string(), logprob: z.number(), bytes: z.array(z.int()) }))
  .exactOptional();

const wireSession = z.discriminatedUnion('type', [sessionObject, transcriptionSessionObject]);

const rateLimit = z.object({
  name: z.enum(['requests', 'tokens']),
  limit: z.number(),
  remaining: z.number(),
  reset_seconds: z.number(),
});
export type RateLimit = z.output<typeof rateLimit>;

/** Every server event of the GA dialect by its type, without `type` and `event_id`. */
const serverEventFields = {
  error: { error: protocolErrorObject },
  'session.created': { session: wireSession },
  'session.updated': { session: wireSession },
  'conversation.created': {
    conversation: z.object({ id: z.string(), object: z.literal('realtime.conversation') }),
  },

  'input_audio_buffer.speech_started': { audio_start_ms: milliseconds, item_id: z.string() },
  'input_audio_buffer.speech_stopped': { audio_end_ms: milliseconds, item_id: z.string() },
  'input_audio_buffer.committed': { previous_item_id: z.string().nullable(), item_id: z.string() },
  'input_audio_buffer.cleared': {},
  'input_audio_buffer.timeout_triggered': {
    audio_start_ms: milliseconds,
    audio_end_ms: milliseconds,
    item_id: z.string(),
  },
  'input_audio_buffer.dtmf_event_received': { event: z.string(), received_at: z.number() },

  'conversation.item.added': placedItem,
  'conversation.item.done': placedItem,
  'conversation.item.retrieved': { item: conversationItem },
  'conversation.item.deleted': { item_id: z.string() },
  'conversation.item.truncated': {
    item_id: z.string(),
    content_index: z.int(),
    audio_end_ms: milliseconds,
  },
  /** `delta` adds to what came before. */
  'conversation.item.input_audio_transcription.delta': { ...transcriptionIds, delta: z.string(), logprobs },
  'conversation.item.input_audio_transcription.completed': {
    ...transcriptionIds,
    transcript: z.string(),
    usage: transcriptionUsageObject,
    logprobs,
  },
  'conversation.item.input_audio_transcription.failed': {
    ...transcriptionIds,
    error: z.object({
      type: z.string(),
      code: z.string().nullable(),
      message: z.string(),
      param: z.string().nullable(),
    }),
  },
  'conversation.item.input_audio_transcription.segment': {
    ...transcriptionIds,
    id: z.string(),
    speaker: z.string(),
    /** Seconds. */
    start: z.number(),
    end: z.number(),
    text: z.string(),
  },

  'response.created': { response: responseObject },
  'response.done': { response: responseObject },
  'response.output_item.added': outputItem,
  'response.output_item.done': outputItem,
  'response.content_part.added': { ...partIds, part: contentPart },
  'response.content_part.done': { ...partIds, part: contentPart },
  'response.output_text.delta': { ...partIds, delta: z.string() },
  'response.output_text.done': { ...partIds, text: z.string() },
  'response.output_audio_transcript.delta': { ...partIds, delta: z.string() },
  'response.output_audio_transcript.done': { ...partIds, transcript: z.string() },
  'response.output_audio.delta': { ...partIds, delta: z.string() },
  'response.output_audio.done': partIds,
  'response.function_call_arguments.delta': { ...itemIds, call_id: z.string(), delta: z.string() },
  'response.function_call_arguments.done': {
    ...itemIds,
    call_id: z.string(),
    name: z.string(),
    arguments: z.string(),
  },
  'response.mcp_call_arguments.delta': { ...itemIds, delta: z.string(), obfuscation: z.string() },
  'response.mcp_call_arguments.done': { ...itemIds, arguments: z.string() },
  'response.mcp_call.in_progress': mcpCall,
  'response.mcp_call.completed': mcpCall,
  'response.mcp_call.failed': mcpCall,
  'mcp_list_tools.in_progress': { item_id: z.string() },
  'mcp_list_tools.completed': { item_id: z.string() },
  'mcp_list_tools.failed': { item_id: z.string() },

  'rate_limits.updated': { rate_limits: z.array(rateLimit) },
  'output_audio_buffer.started': { response_id: z.string() },
  'output_audio_buffer.stopped': { response_id: z.string() },
  'output_audio_buffer.cleared': { response_id: z.string() },
} satisfies Record<string, z.ZodRawShape>;

type Output<Fields extends z.ZodRawShape> = keyof Fields extends never
  ? object
  : z.output<z.ZodObject<Fields>>;

export type ServerEventFields = {
  [K in keyof typeof serverEventFields]: Output<(typeof serverEventFields)[K]>;
};

export type ServerEventType = keyof ServerEventFields;

type Body<K extends ServerEventType> = { type: K } & ServerEventFields[K];

/** A server event before the connection has given it its `event_id`. */
export type ServerEventBody<K extends ServerEventType = ServerEventType> = { [P in K]: Body<P> }[K];

/** A server event as it goes over the wire. */
export type ServerEvent<K extends ServerEventType = ServerEventType> = {
  [P in K]: Body<P> & { event_id: string };
}[K];

/** A schema of each server event as it goes over the wire, by its type. */
export const serverEventSchemas: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries(serverEventFields).map(([type, fields]) => [
    type,
    z.strictObject({ type: z.literal(type), event_id: z.string(), ...fields }),
  ]),
);
