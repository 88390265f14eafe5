import { EngineError } from '@parley/engines-kit';
import { isOpen, type AnswerState, type Attempt, type Deadlines } from './state';

/** When something must happen next; the answer is over by then or looks again. */
export function nextDueMs(state: AnswerState, deadlines: Deadlines): number {
  const dues = state.attempts.filter(isOpen).map((attempt) => dueMs(state, attempt, deadlines));
  return Math.min(state.startedAtMs + deadlines.totalMs, hedgeDueMs(state, deadlines), ...dues);
}

/** When an attempt is given up. */
export function dueMs(state: AnswerState, attempt: Attempt, deadlines: Deadlines): number {
  if (attempt.status === 'streaming') return attempt.lastMs + deadlines.betweenTokensMs;
  return attempt.lastMs + firstTokenLimitMs(state, deadlines);
}

const firstTokenLimitMs = ({ left }: AnswerState, { firstTokenMs, fallbackMs }: Deadlines): number =>
  left.length > 0 ? Math.min(fallbackMs, firstTokenMs) : firstTokenMs;

/** When a second model is asked beside the first; Infinity = not at all. */
export function hedgeDueMs(state: AnswerState, { hedgeMs }: Deadlines): number {
  const open = state.attempts.filter(isOpen);
  const [only] = open;
  const may =
    hedgeMs > 0 && state.mayHedge && open.length === 1 && only?.status === 'waiting' && state.left.length > 0;
  return may ? only.askedAtMs + hedgeMs : Infinity;
}

export function lateness(state: AnswerState, attempt: Attempt, deadlines: Deadlines): EngineError {
  const { betweenTokensMs } = deadlines;
  return attempt.status === 'streaming'
    ? new EngineError('transient', 'token_timeout', `the answer stalled for ${betweenTokensMs} ms`)
    : new EngineError(
        'transient',
        'first_token_timeout',
        `no first token within ${firstTokenLimitMs(state, deadlines)} ms`,
      );
}

export const totalTimeout = ({ totalMs }: Deadlines): EngineError =>
  new EngineError('transient', 'total_timeout', `no end of the answer within ${totalMs} ms`);
