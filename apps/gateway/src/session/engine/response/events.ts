import type { Modality, OutputItem, ResponseStatus, ResponseStatusDetails } from '@parley/protocol';
import type { SpokenWord, Spoken } from '../playout/timeline';
import type { CallResult, EntryCall, ServerTool } from '../tools/server-tool';
import type { ApprovedCall } from '../tools/state';
import type { Failure, FinishReason, LlmUsage, ModelCall } from './state';

/** How llm-router came to the model that answers, or to none. */
export interface Routing {
  /** null: none answered. */
  readonly model: string | null;
  /** null: no router was asked. */
  readonly router: { readonly name: string; readonly route: string; readonly variant: string } | null;
  readonly attempts: readonly {
    readonly provider: string;
    readonly model: string;
    /** ok, the class of its error, or abandoned. */
    readonly status: string;
    readonly latencyMs: number;
  }[];
}

/** What llm-router answers. */
export type ModelEvent =
  | { readonly type: 'text'; readonly delta: string }
  /** It is being made, and nothing of it can be told. */
  | { readonly type: 'alive' }
  /** A call is being written: nothing of it is shown yet. */
  | { readonly type: 'call_begun' }
  | ({ readonly type: 'call' } & ModelCall)
  | {
      readonly type: 'finished';
      readonly reason: FinishReason;
      readonly usage: LlmUsage | null;
      /** Share of the model's context that question and answer took; absent or 0: unknown. */
      readonly contextFill?: number;
    }
  | { readonly type: 'model_failed'; readonly failure: Failure };

/** What tts-worker answers. Text positions and times as the synthesis run counts them. */
export type SpeechEvent =
  | { readonly type: 'segment_started'; readonly textStart: number; readonly textEnd: number }
  | {
      readonly type: 'audio';
      readonly pcm: Uint8Array;
      readonly audioMs: number;
      /** When the client will have played it. */
      readonly playEndAtMs: number;
    }
  | { readonly type: 'segment_done'; readonly words: readonly SpokenWord[] }
  /** Word times of a segment whose audio is not all sent. */
  | { readonly type: 'words_known'; readonly words: readonly SpokenWord[] }
  | { readonly type: 'speech_done' }
  | {
      readonly type: 'speech_failed';
      readonly failure: Failure;
      /** Another try may do it. */
      readonly retryable: boolean;
    };

export type ResponseEvent =
  | ModelEvent
  | SpeechEvent
  | { readonly type: 'tool_result'; readonly itemId: string; readonly result: CallResult }
  /** In place of a model's answer: calls that the client has approved. */
  | { readonly type: 'run'; readonly calls: readonly ApprovedCall[] }
  /** In place of a model's answer: these words. */
  | { readonly type: 'say'; readonly text: string }
  /** The message that the answer's first words go into is shown ahead of them. */
  | { readonly type: 'open_message' }
  /** The context is known: the model may be asked. */
  | { readonly type: 'ready' }
  | { readonly type: 'model_lost' }
  | { readonly type: 'speech_lost' }
  /** It has been spoken for as long as one may be. */
  | { readonly type: 'limit' }
  | { readonly type: 'cancel'; readonly reason: 'turn_detected' | 'client_cancelled' }
  /** It cannot go on: no worker, or a deadline passed. */
  | { readonly type: 'fail'; readonly failure: Failure };

interface At {
  readonly outputIndex: number;
  readonly itemId: string;
}

/** What the session is to do about it, in this order. */
export type ResponseOutput =
  | {
      readonly type: 'ask';
      readonly generation: number;
      /** What it had written when the last stream was lost; empty: from the beginning. */
      readonly written: string;
    }
  | { readonly type: 'abandon_model'; readonly generation: number }
  | { readonly type: 'speak_begin'; readonly generation: number }
  | { readonly type: 'speak_text'; readonly generation: number; readonly delta: string }
  | { readonly type: 'speak_finish'; readonly generation: number }
  | { readonly type: 'abandon_speech'; readonly generation: number }
  | {
      readonly type: 'item_opened';
      readonly outputIndex: number;
      readonly item: OutputItem;
      /** Of a tool that runs on the server. */
      readonly call?: EntryCall;
    }
  | {
      readonly type: 'run_tool';
      readonly itemId: string;
      readonly tool: ServerTool;
      readonly argumentsJson: string;
    }
  | ({ readonly type: 'server_arguments'; readonly json: string } & At)
  | ({ readonly type: 'server_call'; readonly what: 'in_progress' | 'completed' | 'failed' } & At)
  | ({ readonly type: 'part_opened'; readonly modality: Modality } & At)
  | ({ readonly type: 'text_delta'; readonly delta: string } & At)
  | ({ readonly type: 'transcript_delta'; readonly delta: string } & At)
  | ({ readonly type: 'audio_delta'; readonly pcm: Uint8Array } & At)
  | ({ readonly type: 'part_closed'; readonly modality: Modality; readonly text: string } & At)
  | ({
      readonly type: 'arguments';
      readonly callId: string;
      readonly name: string;
      readonly json: string;
    } & At)
  | {
      readonly type: 'item_closed';
      readonly outputIndex: number;
      readonly item: OutputItem;
      readonly spoken: Spoken | null;
      /** When playback of what was sent will end. */
      readonly playEndAtMs: number;
      /** It was cut off, and the client is assumed to stop playing it. */
      readonly interrupted: boolean;
    }
  | {
      readonly type: 'ended';
      readonly status: ResponseStatus;
      readonly details: ResponseStatusDetails | null;
    };

/** What a response has models and voices do; the rest is what it shows. */
export type ResponseWork = Extract<
  ResponseOutput,
  { type: 'ask' | 'speak_begin' | 'speak_text' | 'speak_finish' | 'abandon_model' | 'abandon_speech' }
>;

const workTypes: readonly ResponseOutput['type'][] = [
  'ask',
  'speak_begin',
  'speak_text',
  'speak_finish',
  'abandon_model',
  'abandon_speech',
] satisfies readonly ResponseWork['type'][];

export const isWork = (output: ResponseOutput): output is ResponseWork => workTypes.includes(output.type);
