/**
 * Never run: it compiles only while the GA types fit those of the `openai` package. Its types leave null out in
 * places where the real service sends it (`transcription: null`, `conversation_id: null`), so nulls are taken as absent.
 * PCM rates other than theirs, float32 and web search are Parley's own. Clients may leave out the id that the types
 * want of the items of MCP.
 */
import type {
  RealtimeClientEvent,
  RealtimeResponseCreateParamsWithReferencesParam,
  RealtimeServerEvent,
  RealtimeSessionCreateRequest,
  RealtimeTranscriptionSessionCreateRequest,
} from 'openai/resources/realtime/realtime';
import type { defaultPcmRate } from './audio-format';
import type { ClientEvent } from './client-events';
import type { ResponseParams } from './response';
import type { ServerEvent } from './server-events';
import type { SessionPatch } from './session-patch';

type NullKeys<T> = { [K in keyof T]-?: null extends T[K] ? K : undefined extends T[K] ? K : never }[keyof T];
type FieldsWithoutNulls<T> = { [K in Exclude<keyof T, NullKeys<T>>]: WithoutNulls<T[K]> } & {
  [K in NullKeys<T>]?: WithoutNulls<Exclude<T[K], null | undefined>>;
};
type WithoutNulls<T> = unknown extends T
  ? T
  : T extends { type: 'audio/pcm' }
    ? { type: 'audio/pcm'; rate: typeof defaultPcmRate }
    : T extends { type: 'web_search' | 'audio/float32' }
      ? never
      : T extends { type: 'mcp_call' | 'mcp_approval_request' | 'mcp_approval_response' }
        ? FieldsWithoutNulls<T> & { id: string }
        : T extends readonly (infer E)[]
          ? WithoutNulls<E>[]
          : T extends object
            ? FieldsWithoutNulls<T>
            : T;

type Fits<T extends U, U> = T;

export type ServerEventsFit = Fits<WithoutNulls<ServerEvent>, RealtimeServerEvent>;
export type ServerEventTypesAreAll = Fits<
  Exclude<RealtimeServerEvent['type'], 'conversation.item.created'>,
  ServerEvent['type']
>;
export type ClientEventsFit = Fits<
  WithoutNulls<Exclude<ClientEvent, { type: 'response.create' }>>,
  RealtimeClientEvent
>;
export type ClientEventTypesAreAll = Fits<RealtimeClientEvent['type'], ClientEvent['type']>;
export type ResponseParamsFit = Fits<
  WithoutNulls<ResponseParams>,
  RealtimeResponseCreateParamsWithReferencesParam
>;

/** Fields: none that the reference has is unknown here, at the top of an event, of a session and of a response. */
type FieldsOf<T> = T extends unknown ? keyof T : never;
type UnknownEventFields = {
  [T in RealtimeClientEvent['type']]: Exclude<
    FieldsOf<Extract<RealtimeClientEvent, { type: T }>>,
    FieldsOf<Extract<ClientEvent, { type: T }>>
  >;
}[RealtimeClientEvent['type']];
type SessionOf<T> = Extract<SessionPatch, { type: T }>;
type InputOf<T> = T extends { audio?: { input?: infer Input } } ? NonNullable<Input> : never;
type OutputOf<T> = T extends { audio?: { output?: infer Output } } ? NonNullable<Output> : never;
export type FieldsAreAll = [
  Fits<UnknownEventFields, never>,
  Fits<keyof RealtimeSessionCreateRequest, keyof SessionOf<'realtime'>>,
  Fits<keyof InputOf<RealtimeSessionCreateRequest>, keyof InputOf<SessionOf<'realtime'>>>,
  Fits<keyof OutputOf<RealtimeSessionCreateRequest>, keyof OutputOf<SessionOf<'realtime'>>>,
  Fits<keyof RealtimeTranscriptionSessionCreateRequest, keyof SessionOf<'transcription'>>,
  Fits<keyof InputOf<RealtimeTranscriptionSessionCreateRequest>, keyof InputOf<SessionOf<'transcription'>>>,
  Fits<keyof RealtimeResponseCreateParamsWithReferencesParam, keyof ResponseParams>,
];
