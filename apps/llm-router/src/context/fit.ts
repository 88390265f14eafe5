import { EngineError } from '@parley/engines-kit';
import type { ChatMessage } from '../chat/types';

export interface FitOptions {
  /** Tokens that may be. */
  readonly maxTokens: number;
  /** After a cut at most so many are left, so that the next cut is far away; infinite: there is no cut at all. */
  readonly keepTokens: number;
  /** Messages already dropped from this conversation at an earlier cut. */
  readonly dropped: number;
  /** Never more for a part than for the whole. Asked a few times only, as it may mean to tokenise everything. */
  readonly countTokens: (messages: readonly ChatMessage[]) => number;
}

export interface Fit {
  readonly messages: readonly ChatMessage[];
  readonly dropped: number;
}

/**
 * The newest part of a conversation that fits. One large cut when it no longer does, and the same cut from then
 * on: a prompt that loses a little every turn could never use its cache. Turns are dropped whole, from a user's
 * message to the next; where one turn is too long, its first part, but a call never loses its output.
 * @throws EngineError of class caller_fault when not even the last message fits, or none may be dropped
 */
export function fit(messages: readonly ChatMessage[], options: FitOptions): Fit {
  const { maxTokens, countTokens } = options;
  const earlier = isStart(messages, options.dropped) ? options.dropped : 0;
  const as = (dropped: number): Fit => ({ messages: after(messages, dropped), dropped });
  const tokensAfter = (dropped: number): number => countTokens(after(messages, dropped));
  const total = tokensAfter(earlier);
  if (total <= maxTokens) return as(earlier);
  if (options.keepTokens === Infinity) throw tooLong(total, maxTokens);
  const keepTokens = Math.min(options.keepTokens, maxTokens);
  const starts = messages.flatMap((_, index) => (index > earlier && isStart(messages, index) ? [index] : []));
  const turns = starts.filter((index) => messages[index]?.role === 'user');
  const within = (most: number) => (index: number) => tokensAfter(index) <= most;
  const cutOf = (indices: readonly number[]): number | undefined =>
    firstThat(indices, within(keepTokens)) ?? indices.slice(-1).find(within(maxTokens));
  const cut = cutOf(turns) ?? cutOf(starts);
  if (cut === undefined) throw tooLong(total, maxTokens);
  return as(cut);
}

/** By halves: after one that passes all do. */
function firstThat(indices: readonly number[], passes: (index: number) => boolean): number | undefined {
  let from = 0;
  let to = indices.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (passes(indices[middle]!)) to = middle;
    else from = middle + 1;
  }
  return indices[from];
}

/** What is left behind a cut: system messages are never dropped. */
export const after = (messages: readonly ChatMessage[], dropped: number): readonly ChatMessage[] =>
  dropped === 0
    ? messages
    : [...messages.slice(0, dropped).filter(({ role }) => role === 'system'), ...messages.slice(dropped)];

const isStart = (messages: readonly ChatMessage[], index: number): boolean => {
  const message = messages[index];
  return message !== undefined && message.role !== 'tool' && message.role !== 'system';
};

const tooLong = (tokens: number, maxTokens: number): EngineError =>
  new EngineError(
    'caller_fault',
    'context_length_exceeded',
    `the conversation has about ${tokens} tokens and may have ${Math.max(0, Math.floor(maxTokens))}`,
  );
