import type { ProtocolError } from './errors';
import type { ConversationItem } from './item';
import type { Response } from './response';
import type { Session } from './session';
import type { TranscriptionUsage } from './usage';

interface ItemIds {
  response_id: string;
  output_index: number;
  item_id: string;
}
interface PartIds extends ItemIds {
  content_index: number;
}
interface TranscriptionIds {
  item_id: string;
  content_index: number;
}

/** Here, unlike in items, the GA dialect says `text` and `audio`. */
export type ContentPart = { type: 'text'; text: string } | { type: 'audio'; transcript: string };

interface Logprob {
  token: string;
  logprob: number;
  bytes: number[];
}

export interface RateLimit {
  name: 'requests' | 'tokens';
  limit: number;
  remaining: number;
  reset_seconds: number;
}

/** Every server event of the GA dialect by its type, without `type` and `event_id`. */
export interface ServerEventFields {
  error: { error: ProtocolError };
  'session.created': { session: Session };
  'session.updated': { session: Session };
  'conversation.created': { conversation: { id: string; object: 'realtime.conversation' } };

  'input_audio_buffer.speech_started': { audio_start_ms: number; item_id: string };
  'input_audio_buffer.speech_stopped': { audio_end_ms: number; item_id: string };
  'input_audio_buffer.committed': { previous_item_id: string | null; item_id: string };
  'input_audio_buffer.cleared': object;
  'input_audio_buffer.timeout_triggered': { audio_start_ms: number; audio_end_ms: number; item_id: string };
  'input_audio_buffer.dtmf_event_received': { event: string; received_at: number };

  'conversation.item.added': { previous_item_id: string | null; item: ConversationItem };
  'conversation.item.done': { previous_item_id: string | null; item: ConversationItem };
  'conversation.item.retrieved': { item: ConversationItem };
  'conversation.item.deleted': { item_id: string };
  'conversation.item.truncated': { item_id: string; content_index: number; audio_end_ms: number };
  /** `delta` adds to what came before. */
  'conversation.item.input_audio_transcription.delta': TranscriptionIds & {
    delta: string;
    logprobs?: Logprob[];
  };
  'conversation.item.input_audio_transcription.completed': TranscriptionIds & {
    transcript: string;
    usage: TranscriptionUsage;
    logprobs?: Logprob[];
  };
  'conversation.item.input_audio_transcription.failed': TranscriptionIds & {
    error: { type: string; code: string | null; message: string; param: string | null };
  };
  'conversation.item.input_audio_transcription.segment': TranscriptionIds & {
    id: string;
    speaker: string;
    /** Seconds. */
    start: number;
    end: number;
    text: string;
  };

  'response.created': { response: Response };
  'response.done': { response: Response };
  'response.output_item.added': { response_id: string; output_index: number; item: ConversationItem };
  'response.output_item.done': { response_id: string; output_index: number; item: ConversationItem };
  'response.content_part.added': PartIds & { part: ContentPart };
  'response.content_part.done': PartIds & { part: ContentPart };
  'response.output_text.delta': PartIds & { delta: string };
  'response.output_text.done': PartIds & { text: string };
  'response.output_audio_transcript.delta': PartIds & { delta: string };
  'response.output_audio_transcript.done': PartIds & { transcript: string };
  'response.output_audio.delta': PartIds & { delta: string };
  'response.output_audio.done': PartIds;
  'response.function_call_arguments.delta': ItemIds & { call_id: string; delta: string };
  'response.function_call_arguments.done': ItemIds & { call_id: string; name: string; arguments: string };
  'response.mcp_call_arguments.delta': ItemIds & { delta: string; obfuscation: string };
  'response.mcp_call_arguments.done': ItemIds & { arguments: string };
  'response.mcp_call.in_progress': { output_index: number; item_id: string };
  'response.mcp_call.completed': { output_index: number; item_id: string };
  'response.mcp_call.failed': { output_index: number; item_id: string };
  'mcp_list_tools.in_progress': { item_id: string };
  'mcp_list_tools.completed': { item_id: string };
  'mcp_list_tools.failed': { item_id: string };

  'rate_limits.updated': { rate_limits: RateLimit[] };
  'output_audio_buffer.started': { response_id: string };
  'output_audio_buffer.stopped': { response_id: string };
  'output_audio_buffer.cleared': { response_id: string };
}

export type ServerEventType = keyof ServerEventFields;

type Body<K extends ServerEventType> = { type: K } & ServerEventFields[K];

/** A server event before the connection has given it its `event_id`. */
export type ServerEventBody<K extends ServerEventType = ServerEventType> = { [P in K]: Body<P> }[K];

/** A server event as it goes over the wire. */
export type ServerEvent<K extends ServerEventType = ServerEventType> = {
  [P in K]: Body<P> & { event_id: string };
}[K];
