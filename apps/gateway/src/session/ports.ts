import type {
  AudioDeltaIds,
  ClientEvent,
  ProtocolError,
  ServerEventBody,
  SessionPatch,
  SessionType,
} from '@parley/protocol';
import type { RateLimitFacts } from '@parley/state';
import type { BudgetScope, KeyMeter } from '@parley/metering';
import type { PerceptionEvent } from './engine/perception/perception';
import type { Routing } from './engine/response/events';
import type { TurnTiming } from './engine/timing/timing';
import type { Source } from './engine/tools/server-tool';
import type { ClientExtras, ExtrasChange, ServerExtras } from './extras';

export type { AudioDeltaIds };

/** Appends reach a session as decoded audio, through `appendAudio`, and never as events. */
export type SessionClientEvent = Exclude<ClientEvent, { type: 'input_audio_buffer.append' }>;

/** Events beyond the protocol, for clients that asked for them: to others an unknown event may be fatal. */
export type ExtensionEvent =
  | ({ readonly type: 'parley.turn_timing' } & TurnTiming)
  | ({ readonly type: 'parley.routing'; readonly responseId: string } & Routing)
  /** The player is to stop where it is, and to go on from there. `unplayedMs`: of the audio it was sent. */
  | {
      readonly type: 'parley.output_audio.paused' | 'parley.output_audio.resumed';
      readonly responseId: string | null;
      readonly itemId: string | null;
      readonly unplayedMs: number;
    }
  /** What came of speech over the assistant, and why. */
  | {
      readonly type: 'parley.interruption';
      /** The user's item; dismissed, there will never be one. */
      readonly itemId: string;
      readonly outcome: 'interrupted' | 'dismissed';
      readonly reason: string;
      readonly speechMs: number;
      /** Since speech was noticed. */
      readonly decidedMs: number;
    }
  | {
      readonly type: 'parley.speculation';
      readonly responseId: string;
      readonly outcome: 'used' | 'wasted';
      /** Why it was wasted. */
      readonly reason: string | null;
      readonly tokens: number;
    }
  | {
      readonly type: 'parley.backchannel.audio.delta';
      readonly backchannelId: string;
      readonly delta: string;
    }
  | {
      readonly type: 'parley.backchannel.audio.done';
      readonly backchannelId: string;
      readonly phrase: string;
    }
  | { readonly type: 'parley.backchannel.skipped'; readonly backchannelId: string; readonly reason: string }
  /** Words that bridge a wait, and what became of them. */
  | {
      readonly type: 'parley.filler';
      readonly fillerId: string;
      /** The response it is heard in. */
      readonly responseId: string;
      /** What is awaited. */
      readonly of: 'answer' | 'tool';
      readonly outcome: 'started' | 'spoken' | 'cut' | 'dropped';
      readonly phrase: string;
    }
  /** What came of remembering the conversation. */
  | {
      readonly type: 'parley.memory';
      readonly outcome: 'made' | 'failed';
      /** Why it failed. */
      readonly reason: string | null;
      readonly version: number;
      /** In all: what the model is no longer given, as it is remembered. */
      readonly itemsTrimmed: number;
      readonly tokens: number;
    }
  /** Where searches of the web found what a response may speak of. */
  | { readonly type: 'parley.sources'; readonly responseId: string; readonly sources: readonly Source[] }
  /** A limit of what may be spent is near, or reached. Amounts are decimals. */
  | {
      readonly type: 'parley.budget';
      readonly scope: BudgetScope;
      readonly unit: 'usd' | 'tokens';
      readonly limit: string;
      readonly used: string;
      readonly state: 'warning' | 'exhausted';
    }
  | ({ readonly type: 'parley.perception'; readonly itemId: string | null } & Pick<
      PerceptionEvent,
      'scope' | 'perception'
    >);

/** The client's end of a session, whatever the transport. It adds `event_id` to everything it sends. */
export interface ClientConnection {
  /** `extras`: for dialects that say more than the GA one. */
  send(event: ServerEventBody, extras?: ServerExtras): void;
  /**
   * The event with audio, the text of its base64 in pieces, wherever it says the mark of that audio: of megabytes, which
   * no other way takes whole. A mark is of letters, digits and "-".
   */
  sendAround(event: ServerEventBody, audio: ReadonlyMap<string, readonly Uint8Array[]>): void;
  /** `pcm`: bytes already in the session's output format. */
  sendAudioDelta(ids: AudioDeltaIds, pcm: Uint8Array): void;
  /** Called only when `SessionInit.extensions` is set; for backchannels also when `SessionInit.backchannels` is. */
  sendExtension?(event: ExtensionEvent): void;
  /** Bytes accepted by `send` that the client's network has not taken yet. */
  readonly bufferedBytes: number;
  close(code: number, reason: string): void;
}

export interface LiveSession {
  readonly id: string;
  /** `extras`: what the client's dialect asks for beyond the GA shape of the event. */
  receive(event: SessionClientEvent, extras?: ClientExtras): void;
  /**
   * `audio`: bytes in the session's input format, to be copied by who keeps them. `eventId`: the client's own id of the
   * append, for errors.
   */
  appendAudio(audio: Buffer, eventId?: string): void;
  /** Once it has begun: the session itself, where this one only stands for it. */
  readonly begun?: LiveSession | undefined;
  /** Its audio is far ahead of what is heard of it: resolves when it takes more. Absent or undefined: it does. */
  readonly room?: Promise<void> | undefined;
  /** The client is told, in the order of what it sent, that something of it was no event. `error` names what it wrote. */
  refuse(error: ProtocolError): void;
  /** The client is gone; `code` is the WebSocket close code (1006 when there was none). */
  disconnected(code: number): void;
}

/** Takes down what a session uses, for its key. */
export type UsageMeter = Pick<KeyMeter, 'add' | 'charge' | 'uses'>;

export interface SessionInit {
  /** `realtime` unless said. */
  readonly type?: SessionType;
  /** Empty for a session that only transcribes. */
  readonly model: string;
  /** Short hash of the API key; never the key. */
  readonly keyId: string;
  /** The client asked for extension events. */
  readonly extensions?: boolean;
  /** The client's dialect has backchannels, whether it asked for extensions or not. */
  readonly backchannels?: boolean;
  /** Configuration the session starts with, e.g. carried by an ephemeral key. */
  readonly sessionPatch?: SessionPatch;
  /** The same for what is beyond the GA shape. */
  readonly extras?: ExtrasChange;
  /** An earlier session, whose memory this one begins with. */
  readonly memoryOf?: string;
  readonly usage?: UsageMeter;
  /** What is left of the key's requests per second; undefined: it has no limit. */
  readonly rateLimits?: () => RateLimitFacts | undefined;
}

/**
 * `open` returns at once and sends `session.created` through the connection, first of all its events, as soon as
 * the session is ready; the transport holds the client's frames back until then. A session that cannot start sends
 * one `error` and closes the connection.
 */
export interface SessionFactory {
  open(connection: ClientConnection, init: SessionInit): LiveSession;
  readonly active: number;
  /** Waits until it is told what sessions that are over have used, at most so long. */
  told(timeoutMs: number): Promise<void>;
  /** The same; what is not told by then is charged by estimate, before the process ends. */
  settle(timeoutMs: number): Promise<void>;
}

/** Nest injection token of the one SessionFactory; `SessionModule` (session.module.ts) provides and exports it. State: SESSION_STORE of ../state/state.module. */
export const SESSION_FACTORY = Symbol('SessionFactory');
