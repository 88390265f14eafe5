/**
 * Never run: it compiles only while the GA types fit those of the `openai` package. Its types leave null out in
 * places where the real service sends it (`transcription: null`, `conversation_id: null`), so nulls are taken as absent.
 * PCM rates other than theirs are Parley's own.
 */
import type {
  RealtimeClientEvent,
  RealtimeResponseCreateParamsWithReferencesParam,
  RealtimeServerEvent,
} from 'openai/resources/realtime/realtime';
import type { defaultPcmRate } from './audio-format';
import type { ClientEvent } from './client-events';
import type { ResponseParams } from './response';
import type { ServerEvent } from './server-events';

type NullKeys<T> = { [K in keyof T]-?: null extends T[K] ? K : undefined extends T[K] ? K : never }[keyof T];
type WithoutNulls<T> = unknown extends T
  ? T
  : T extends { type: 'audio/pcm' }
    ? { type: 'audio/pcm'; rate: typeof defaultPcmRate }
    : T extends readonly (infer E)[]
      ? WithoutNulls<E>[]
      : T extends object
        ? { [K in Exclude<keyof T, NullKeys<T>>]: WithoutNulls<T[K]> } & {
            [K in NullKeys<T>]?: WithoutNulls<Exclude<T[K], null | undefined>>;
          }
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
