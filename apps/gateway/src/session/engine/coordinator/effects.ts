import type {
  AudioFormat,
  ConversationItem,
  FunctionTool,
  McpTool,
  Metadata,
  Reasoning,
  ServerEventBody,
  Session,
  Templates,
  Truncation,
} from '@parley/protocol';
import type { ServerExtras } from '../../extras';
import type { AudioDeltaIds, ExtensionEvent } from '../../ports';
import type { ContextMessage } from '../conversation/context';
import type { Memory } from '../memory/state';
import type { Perception } from '../perception/perception';
import type { Marks, TurnTiming } from '../timing/timing';
import type { Offer } from '../tools/offered';
import type { ServerTool } from '../tools/server-tool';
import type { TimerKey } from './events';

export interface ModelRequest {
  readonly model: string;
  readonly instructions: string;
  readonly messages: readonly ContextMessage[];
  readonly tools: readonly FunctionTool[];
  readonly toolChoice: Offer['choice'];
  readonly maxOutputTokens: number | 'inf';
  readonly temperature: number | null;
  readonly reasoning: Reasoning | null;
  readonly parallelToolCalls: boolean | null;
  readonly truncation: Truncation;
  readonly templates: Templates;
  /** Of what is no longer among the messages; null: nothing. */
  readonly memory: Memory | null;
  readonly spoken: boolean;
  readonly perception: Perception | null;
  readonly language: string;
  /** The client's name for its user; empty: unknown. */
  readonly user: string;
  /** Of the session and the response, as the client gave it: routers' conditions may look at it. */
  readonly metadata: Metadata | null;
}

/** A part of the conversation that somebody is to remember. */
export interface RememberRequest {
  readonly model: string;
  readonly memory: Memory;
  readonly messages: readonly ContextMessage[];
  readonly maxFacts: number;
  readonly maxChars: number;
  readonly language: string;
  /** In place of the worker's own instructions; empty: those. */
  readonly template: string;
  readonly user: string;
  readonly metadata: Metadata | null;
}

export interface VoiceRequest {
  /** Also the first words wait for their whole sentence. */
  readonly wholeSentences: boolean;
  readonly voice: string;
  readonly format: AudioFormat;
  readonly speed: number;
  readonly language: string;
  readonly perception: Perception | null;
}

/** What is written to the session's log. */
export type ItemChange =
  | { readonly kind: 'item'; readonly previousItemId: string | null; readonly item: ConversationItem }
  | { readonly kind: 'update'; readonly item: ConversationItem }
  | {
      readonly kind: 'truncate';
      readonly contentIndex: number;
      readonly audioEndMs: number;
      readonly item: ConversationItem;
    }
  | { readonly kind: 'delete'; readonly itemId: string };

/** What the shell is to do, in this order. */
export type Effect =
  | { readonly type: 'emit'; readonly event: ServerEventBody; readonly extras?: ServerExtras }
  | {
      readonly type: 'emit_audio';
      readonly ids: AudioDeltaIds;
      readonly pcm: Uint8Array;
      readonly format: AudioFormat;
      readonly keep: boolean;
    }
  /** Only for clients that hear backchannels. */
  | {
      readonly type: 'emit_backchannel';
      readonly id: string;
      readonly pcm: Uint8Array;
      readonly format: AudioFormat;
      readonly gain: number;
    }
  /** `conversation.item.retrieved`, with the audio that is kept of the item. */
  | { readonly type: 'emit_item'; readonly item: ConversationItem }
  /** Only for clients that asked for extensions. */
  | { readonly type: 'extension'; readonly event: ExtensionEvent }
  /** What is emitted after it waits until it is stored. */
  | { readonly type: 'persist'; readonly change: ItemChange }
  | { readonly type: 'persist_session'; readonly session: Session }
  | { readonly type: 'configure_hearing' }
  /** The recogniser is to know whether the assistant is being heard. */
  | { readonly type: 'assistant_speech'; readonly speaking: boolean }
  | {
      readonly type: 'commit_utterance';
      readonly utterance: number;
      readonly startSample: number;
      readonly endSample: number;
    }
  | { readonly type: 'clear_audio'; readonly upToSample: number }
  | { readonly type: 'utterance_started'; readonly utterance: number; readonly startSample: number }
  | {
      readonly type: 'utterance_ended';
      readonly utterance: number;
      readonly startSample: number;
      readonly endSample: number;
      readonly transcript: string;
      readonly language: string;
    }
  | {
      readonly type: 'open_lane';
      readonly lane: string;
      /** It needs a voice. */
      readonly spoken: boolean;
      /** It needs a model. */
      readonly thinks: boolean;
      /** It says a phrase, which may be kept for other sessions. */
      readonly phrase: boolean;
    }
  | { readonly type: 'close_lane'; readonly lane: string }
  | { readonly type: 'prepare'; readonly request: ModelRequest }
  | {
      readonly type: 'generate';
      readonly lane: string;
      readonly generation: number;
      readonly request: ModelRequest;
    }
  | { readonly type: 'abandon_model'; readonly lane: string; readonly generation: number }
  | {
      readonly type: 'speak_begin';
      readonly lane: string;
      readonly generation: number;
      readonly request: VoiceRequest;
    }
  | {
      readonly type: 'speak_text';
      readonly lane: string;
      readonly generation: number;
      readonly delta: string;
    }
  | { readonly type: 'speak_finish'; readonly lane: string; readonly generation: number }
  | { readonly type: 'abandon_speech'; readonly lane: string; readonly generation: number }
  | {
      readonly type: 'transcribe_item';
      readonly itemId: string;
      readonly contentIndex: number;
      readonly audio: string;
    }
  /** What came with its words, for `conversation.item.retrieve`. */
  | {
      readonly type: 'keep_given';
      readonly itemId: string;
      readonly contentIndex: number;
      readonly audio: string;
    }
  | {
      readonly type: 'keep_audio';
      readonly itemId: string;
      readonly startSample: number;
      readonly endSample: number;
    }
  | { readonly type: 'truncate_audio'; readonly itemId: string; readonly endMs: number }
  | { readonly type: 'drop_audio'; readonly itemId: string }
  | { readonly type: 'list_tools'; readonly itemId: string; readonly server: McpTool }
  | {
      readonly type: 'call_tool';
      readonly itemId: string;
      readonly tool: ServerTool;
      readonly argumentsJson: string;
      readonly language: string;
    }
  | { readonly type: 'cancel_tool'; readonly itemId: string }
  | { readonly type: 'remember'; readonly job: number; readonly request: RememberRequest }
  | { readonly type: 'forget'; readonly job: number }
  /** `failed`: nothing was remembered, and nothing is lost. */
  | { readonly type: 'memory'; readonly outcome: 'made' | 'failed'; readonly tokens: number }
  | { readonly type: 'persist_snapshot' }
  /** Nothing more may be spent, and nothing is under way. */
  | { readonly type: 'spent_out'; readonly message: string }
  | { readonly type: 'set_timer'; readonly key: TimerKey; readonly afterMs: number }
  | { readonly type: 'clear_timer'; readonly key: TimerKey }
  | { readonly type: 'timing'; readonly timing: TurnTiming; readonly marks: Marks }
  /** Tokens: of the whole request and what was written; 0 at the start. */
  | {
      readonly type: 'speculation';
      readonly outcome: 'started' | 'used' | 'wasted';
      readonly tokens: number;
    }
  | {
      readonly type: 'observe';
      readonly what: 'turn' | 'barge_in' | 'judged' | 'filler' | 'backchannel' | 'error';
      readonly label: string;
    };
