import { EngineError } from '@parley/engines-kit';
import type { ChatEvent, ToldEvent } from '../chat/types';
import { dueMs, hedgeDueMs, lateness, totalTimeout } from './deadlines';
import { policyOf } from './policy';
import {
  isOpen,
  type AnswerContext,
  type AnswerEffect,
  type AnswerInput,
  type AnswerState,
  type Attempt,
} from './state';

type Part = Exclude<ChatEvent, { type: 'alive' }>;

export type Step = readonly [AnswerState, readonly AnswerEffect[]];

/**
 * One answer over the candidates of its plan: who is asked, whose words are told, and how it ends. Exactly one of
 * `finished`, `failed` and `cancelled` comes, and it is the last effect.
 */
export function next(state: AnswerState, input: AnswerInput, ctx: AnswerContext): Step {
  if (state.ended) return [state, []];
  switch (input.type) {
    case 'start':
      return askNext(state, ctx, undefined, false);
    case 'part':
      return part(state, input.attempt, input.event, ctx);
    case 'alive':
      return alive(state, input, ctx);
    case 'failed':
      return attemptFailed(state, input.attempt, input.failure, ctx);
    case 'tick':
      return tick(state, ctx);
    default:
      return end(state, ctx, { type: 'cancelled' });
  }
}

/** It has longer for its first token, and does not speak yet. */
function alive(
  state: AnswerState,
  { attempt: index, chars = 0 }: Extract<AnswerInput, { type: 'alive' }>,
  ctx: AnswerContext,
): Step {
  const attempt = state.attempts[index];
  if (attempt === undefined || !isOpen(attempt)) return [state, []];
  const writtenChars = attempt.writtenChars + chars;
  return sign(patch(state, index, { lastMs: ctx.nowMs, alive: true, writtenChars }), ctx);
}

/** As often as whoever waits for words is told that some will come. */
const signEveryMs = 3_000;

function sign(state: AnswerState, { nowMs }: AnswerContext): Step {
  if (nowMs - state.toldAtMs < signEveryMs) return [state, []];
  return [{ ...state, toldAtMs: nowMs }, [{ type: 'alive' }]];
}

function part(state: AnswerState, index: number, event: Part, ctx: AnswerContext): Step {
  const attempt = state.attempts[index];
  if (attempt === undefined || !isOpen(attempt)) return [state, []];
  if (state.speaking !== index) {
    const [started, effects] = beginSpeaking(state, index, ctx);
    const [after, more] = part(started, index, event, ctx);
    return [after, [...effects, ...more]];
  }
  if (event.type === 'finished') {
    const { usage } = event;
    const done = patch(state, index, { status: 'done', endedAtMs: ctx.nowMs, usage });
    const { outputTokens } = usage;
    const outcome: AnswerEffect = { type: 'outcome', attempt: index, failure: undefined, outputTokens };
    return end(done, ctx, { type: 'finished', reason: event.reason, usage }, [outcome]);
  }
  const text = event.type === 'text' || event.type === 'refusal' ? event.text : undefined;
  const said = text === undefined ? state.said : state.said + text;
  const calls = event.type === 'tool_call' ? state.calls + 1 : state.calls;
  const writtenChars = attempt.writtenChars + charsOf(event);
  const attempts = state.attempts.with(index, { ...attempt, lastMs: ctx.nowMs, writtenChars });
  // What was held back as a possible repeat is a sign of life and nothing more.
  if (text === '') return sign({ ...state, attempts }, ctx);
  const told = { ...state, said, calls, attempts, toldAtMs: ctx.nowMs };
  return [told, [{ type: 'tell', attempt: index, event }]];
}

/** A whole call was told in deltas, or comes at once. */
function charsOf(event: ToldEvent): number {
  if (event.type === 'text' || event.type === 'refusal') return event.text.length;
  return event.type === 'tool_call_delta' ? event.argumentsDelta.length : 0;
}

/** The first sign of an attempt: it speaks from now on, and any other is let go. */
function beginSpeaking(state: AnswerState, index: number, ctx: AnswerContext): Step {
  const [alone, effects] = abandonOpen(state, index, ctx);
  const { askedAtMs } = alone.attempts[index]!;
  const firstTokenMs = Math.max(1, ctx.nowMs - askedAtMs);
  const speaking = patch({ ...alone, speaking: index }, index, {
    status: 'streaming',
    alive: true,
    lastMs: ctx.nowMs,
    firstTokenMs,
  });
  return [speaking, [...effects, { type: 'began', attempt: index }]];
}

function attemptFailed(state: AnswerState, index: number, failure: EngineError, ctx: AnswerContext): Step {
  const attempt = state.attempts[index];
  if (attempt === undefined || !isOpen(attempt)) return [state, []];
  const failed = patch(state, index, { status: 'failed', failure, endedAtMs: ctx.nowMs });
  const outcome: AnswerEffect = { type: 'outcome', attempt: index, failure, outputTokens: 0 };
  if (failed.attempts.some(isOpen)) return [failed, [outcome]];
  const silent = { ...failed, speaking: undefined };
  // Calls that were told are being carried out: asking again would have them carried out twice.
  if (state.calls > 0)
    return end(silent, ctx, { type: 'finished', reason: 'tool_calls', usage: unknownUsage }, [outcome]);
  if (!policyOf(failure).next) return end(silent, ctx, { type: 'failed', failure }, [outcome]);
  const takeover = state.said.trim() === '' ? 'on' : ctx.takeover(index);
  if (takeover === 'never') return end(silent, ctx, { type: 'failed', failure }, [outcome]);
  const anew = takeover === 'anew';
  const [after, effects] = askNext(anew ? { ...silent, said: '' } : silent, ctx, failure, false);
  return [after, [outcome, ...(anew ? [{ type: 'anew' } as const] : []), ...effects]];
}

const unknownUsage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };

/** Asks the first candidate whose circuit lets it through; where none is left, the same one once more, or the end. */
function askNext(
  state: AnswerState,
  ctx: AnswerContext,
  failure: EngineError | undefined,
  hedge: boolean,
): Step {
  const at = state.left.findIndex((candidate) => isToBeAsked(state, candidate, ctx));
  const candidate = state.left[at];
  if (candidate !== undefined) {
    const left = hedge ? state.left.toSpliced(at, 1) : state.left.slice(at + 1);
    return ask({ ...state, left }, candidate, ctx, hedge);
  }
  const last = state.attempts.at(-1)?.candidate;
  const again = failure !== undefined && policyOf(failure).again && !isTimeout(failure);
  if (state.mayRepeat && again && last !== undefined && ctx.admits(last)) {
    return ask({ ...state, left: [], mayRepeat: false }, last, ctx, hedge);
  }
  const [shut] = state.left;
  const reason = failure ?? (shut === undefined ? nothingToAsk : ctx.refusal(shut));
  return end(state, ctx, { type: 'failed', failure: reason });
}

/** Its circuit lets it through, and nothing that this answer met with has shown that its provider cannot. */
function isToBeAsked(state: AnswerState, candidate: number, ctx: AnswerContext): boolean {
  const shut = ({ failure, candidate: failed }: Attempt): boolean =>
    failure !== undefined && policyOf(failure).breaks === 'provider' && ctx.together(failed, candidate);
  return ctx.admits(candidate) && !state.attempts.some(shut);
}

const nothingToAsk = new EngineError('caller_fault', 'unknown_model', 'there is no model to ask');

/** Whoever was waited for in vain is not waited for twice. */
const isTimeout = ({ code }: EngineError): boolean => code.endsWith('_timeout');

function ask(state: AnswerState, candidate: number, ctx: AnswerContext, hedge: boolean): Step {
  const attempt: Attempt = {
    candidate,
    status: 'waiting',
    askedAtMs: ctx.nowMs,
    lastMs: ctx.nowMs,
    firstTokenMs: 0,
    failure: undefined,
    endedAtMs: 0,
    hedge,
    alive: false,
    writtenChars: 0,
    usage: undefined,
  };
  const attempts = [...state.attempts, attempt];
  const [asking, signs] = sign({ ...state, attempts }, ctx);
  return [asking, [{ type: 'ask', attempt: attempts.length - 1, candidate, said: state.said }, ...signs]];
}

function tick(state: AnswerState, ctx: AnswerContext): Step {
  const { nowMs, deadlines } = ctx;
  if (nowMs >= state.startedAtMs + deadlines.totalMs) {
    return end(state, ctx, { type: 'failed', failure: totalTimeout(deadlines) });
  }
  if (ctx.held) return [state, []];
  const index = state.attempts.findIndex((one) => isOpen(one) && nowMs >= dueMs(state, one, deadlines));
  const late = state.attempts[index];
  if (late !== undefined) {
    const failure = lateness(state, late, deadlines);
    const [after, effects] = attemptFailed(state, index, failure, ctx);
    const [settled, more] = tick(after, ctx);
    return [settled, [{ type: 'abandon', attempt: index }, ...effects, ...more]];
  }
  if (nowMs >= hedgeDueMs(state, deadlines)) {
    const once = { ...state, mayHedge: false };
    return state.left.some((candidate) => isToBeAsked(state, candidate, ctx))
      ? askNext(once, ctx, undefined, true)
      : [once, []];
  }
  return [state, []];
}

/** Lets every attempt go but one. */
function abandonOpen(state: AnswerState, but: number | undefined, ctx: AnswerContext): Step {
  if (!state.attempts.some((attempt, index) => index !== but && isOpen(attempt))) return [state, []];
  const effects: AnswerEffect[] = [];
  const attempts = state.attempts.map((attempt, index): Attempt => {
    if (index === but || !isOpen(attempt)) return attempt;
    effects.push({ type: 'abandon', attempt: index });
    return { ...attempt, status: 'abandoned', endedAtMs: ctx.nowMs };
  });
  return [{ ...state, attempts }, effects];
}

function end(
  state: AnswerState,
  ctx: AnswerContext,
  last: AnswerEffect,
  before: readonly AnswerEffect[] = [],
): Step {
  const [alone, effects] = abandonOpen(state, undefined, ctx);
  return [{ ...alone, ended: true }, [...before, ...effects, last]];
}

function patch(state: AnswerState, index: number, change: Partial<Attempt>): AnswerState {
  return { ...state, attempts: state.attempts.with(index, { ...state.attempts[index]!, ...change }) };
}
