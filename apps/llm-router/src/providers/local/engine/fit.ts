import { EngineError } from '@parley/engines-kit';
import type { ChatMessage } from '../../../chat/types';

export interface FitOptions {
  /** Tokens the prompt may have. */
  readonly budgetTokens: number;
  /** After a cut the prompt has at most this share of the budget, so that the next cut is far away. */
  readonly lowWater: number;
  /** Messages already dropped from this conversation at an earlier cut. */
  readonly dropped: number;
  readonly countTokens: (messages: readonly ChatMessage[]) => number;
}

export interface Fit {
  readonly messages: readonly ChatMessage[];
  readonly dropped: number;
}

/**
 * The newest part of a conversation that fits. One large cut when it no longer does, and the same cut from then
 * on: a prompt that loses a little every turn could never use its cache. Turns are dropped whole, from a user's
 * message to the next, so a call never loses its output.
 */
export function fit(messages: readonly ChatMessage[], options: FitOptions): Fit {
  const starts = [0, ...userStarts(messages)];
  const earlier = starts.includes(options.dropped) ? options.dropped : 0;
  const as = (dropped: number): Fit => ({ messages: messages.slice(dropped), dropped });
  if (options.countTokens(messages.slice(earlier)) <= options.budgetTokens) return as(earlier);
  const candidates = starts.filter((start) => start > earlier);
  const target = options.budgetTokens * options.lowWater;
  const cut = candidates.find((start) => options.countTokens(messages.slice(start)) <= target);
  const last = candidates.at(-1) ?? earlier;
  if (cut !== undefined) return as(cut);
  if (options.countTokens(messages.slice(last)) <= options.budgetTokens) return as(last);
  throw new EngineError(
    'caller_fault',
    'context_too_long',
    `instructions, tools and the last turn alone exceed the model's context of ${options.budgetTokens} tokens`,
  );
}

const userStarts = (messages: readonly ChatMessage[]): number[] =>
  messages.flatMap((message, index) => (message.role === 'user' && index > 0 ? [index] : []));
