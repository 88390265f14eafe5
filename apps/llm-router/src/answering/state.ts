import type { EngineError } from '@parley/engines-kit';
import type { ChatEvent, ToldEvent, FinishReason, Usage } from '../chat/types';

/** Limits of one answer, in milliseconds. */
export interface Deadlines {
  /** From asking a model to its first token, when no other is left to ask. */
  readonly firstTokenMs: number;
  /** The same while another model is left: waiting longer costs more than asking that one. */
  readonly fallbackMs: number;
  readonly betweenTokensMs: number;
  readonly totalMs: number;
  /** A second model is asked beside the first when that has said nothing for so long; 0 = never. */
  readonly hedgeMs: number;
}

export type AttemptStatus = 'waiting' | 'streaming' | 'done' | 'failed' | 'abandoned';

/** One request to one model. */
export interface Attempt {
  /** Place in the plan. */
  readonly candidate: number;
  readonly status: AttemptStatus;
  readonly askedAtMs: number;
  /** Time of the last sign of life. */
  readonly lastMs: number;
  /** 0 = nothing came. */
  readonly firstTokenMs: number;
  readonly failure: EngineError | undefined;
  readonly endedAtMs: number;
  readonly hedge: boolean;
  /** Something came of it, be it only a sign that it is at work. */
  readonly alive: boolean;
  /** UTF-16 units that came of it, arguments of calls included. */
  readonly writtenChars: number;
  /** As its provider told it at the end. */
  readonly usage: Usage | undefined;
}

export interface AnswerState {
  readonly candidates: number;
  readonly attempts: readonly Attempt[];
  /** The attempt whose words are told. */
  readonly speaking: number | undefined;
  /** Everything that was told so far. */
  readonly said: string;
  readonly calls: number;
  readonly startedAtMs: number;
  /** When the listener was told something last, be it a sign of life. */
  readonly toldAtMs: number;
  /** Candidates that may still be asked, in order. */
  readonly left: readonly number[];
  /** The one retry of a model that failed in passing, when no other is left. */
  readonly mayRepeat: boolean;
  /** A second model is asked beside the first once in an answer. */
  readonly mayHedge: boolean;
  readonly ended: boolean;
}

export type AnswerInput =
  | { readonly type: 'start' }
  | { readonly type: 'part'; readonly attempt: number; readonly event: Exclude<ChatEvent, { type: 'alive' }> }
  /** The model is at work, or whoever listens took what it wrote. */
  | { readonly type: 'alive'; readonly attempt: number; readonly chars?: number }
  | { readonly type: 'failed'; readonly attempt: number; readonly failure: EngineError }
  | { readonly type: 'tick' }
  | { readonly type: 'cancel' };

export type AnswerEffect =
  | { readonly type: 'ask'; readonly attempt: number; readonly candidate: number; readonly said: string }
  | { readonly type: 'abandon'; readonly attempt: number }
  /** The first words of an answer are about to be told. */
  | { readonly type: 'began'; readonly attempt: number }
  | {
      readonly type: 'tell';
      readonly attempt: number;
      readonly event: ToldEvent;
    }
  /** Nothing was told for a while, and something is done. */
  | { readonly type: 'alive' }
  /** What an attempt showed of its model. */
  | {
      readonly type: 'outcome';
      readonly attempt: number;
      readonly failure: EngineError | undefined;
      readonly outputTokens: number;
    }
  /** What was told so far counts for nothing: the next words are the first. */
  | { readonly type: 'anew' }
  | { readonly type: 'finished'; readonly reason: FinishReason; readonly usage: Usage }
  | { readonly type: 'failed'; readonly failure: EngineError }
  | { readonly type: 'cancelled' };

/** How another model takes over in the middle of an answer: it goes on, starts anew, or cannot. */
export type Takeover = 'on' | 'anew' | 'never';

export interface AnswerContext {
  readonly nowMs: number;
  /** The listener takes nothing for now, so nothing is read of whoever speaks: that is no silence of the model's. */
  readonly held: boolean;
  readonly deadlines: Deadlines;
  /** Whether a candidate's circuit lets a request through. */
  readonly admits: (candidate: number) => boolean;
  /** Both are asked of one provider: what keeps it from answering keeps it for both. */
  readonly together: (one: number, other: number) => boolean;
  /** Why it does not. */
  readonly refusal: (candidate: number) => EngineError;
  /** Of what an attempt was asked for. */
  readonly takeover: (attempt: number) => Takeover;
}

export const newAnswer = (candidates: number, nowMs: number): AnswerState => ({
  candidates,
  attempts: [],
  speaking: undefined,
  said: '',
  calls: 0,
  startedAtMs: nowMs,
  toldAtMs: nowMs,
  left: Array.from({ length: candidates }, (_, index) => index),
  mayRepeat: true,
  mayHedge: true,
  ended: false,
});

export const isOpen = ({ status }: Attempt): boolean => status === 'waiting' || status === 'streaming';
