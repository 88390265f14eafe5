import type { ModelEntry } from '../catalogue/entry';
import type { ChatRequest, Usage } from '../chat/types';
import { imageTokens, requestTokens } from '../context/estimate';
import type { Plan } from './plan';
import { isOpen, type AnswerState, type Attempt } from './state';

/** What one request used. */
export interface AttemptUsage extends Usage {
  /** A subset of `inputTokens`. */
  readonly imageTokens: number;
  /** The provider did not say: it was cut short, or never tells. */
  readonly estimated: boolean;
}

/** What became of one request to one model; it reaches the client as `routing.attempts[]`. */
export interface AttemptFacts {
  readonly provider: string;
  readonly model: string;
  /** ok, the class of its error, or abandoned: another was faster, or the answer was no longer wanted. */
  readonly status: string;
  /** To the first token, or to the failure where none came. */
  readonly latencyMs: number;
  /** Made beside a slow one. */
  readonly hedge: boolean;
  /** Null: it is not over yet, or was refused before it cost anything. */
  readonly usage: AttemptUsage | null;
  /** US dollars per million tokens; null = unknown. */
  readonly price: ModelEntry['price'];
}

/** @param requests what was asked, by attempt; undefined: it could not even be made */
export const attemptFacts = (
  state: AnswerState,
  plan: Plan,
  requests: readonly (ChatRequest | undefined)[],
): AttemptFacts[] =>
  state.attempts.map((attempt, index) => {
    const { id, entry } = plan.candidates[attempt.candidate]?.model ?? {};
    return {
      provider: id?.provider ?? '',
      model: id?.model ?? '',
      status: statusOf(attempt),
      latencyMs: Math.round(attempt.firstTokenMs || Math.max(0, attempt.endedAtMs - attempt.askedAtMs)),
      hedge: attempt.hedge,
      usage: usageOf(attempt, requests[index]),
      price: entry?.price ?? null,
    };
  });

const charsPerToken = 4;

/** What the provider told, else what it must have read and written. */
function usageOf(attempt: Attempt, request: ChatRequest | undefined): AttemptUsage | null {
  if (request === undefined || isOpen(attempt) || wasRefused(attempt)) return null;
  const { usage, writtenChars } = attempt;
  const seen = imageTokens(request.messages);
  if (usage !== undefined && usage.inputTokens + usage.outputTokens > 0) {
    return { imageTokens: Math.min(seen, usage.inputTokens), estimated: false, ...usage };
  }
  return {
    inputTokens: requestTokens(request),
    cachedInputTokens: 0,
    outputTokens: Math.ceil(writtenChars / charsPerToken),
    imageTokens: seen,
    estimated: true,
  };
}

/** After these it has read what it was sent, whatever came of it. */
const wasRead = /^(answer_cut|unreadable_call|\w+_timeout)$/;

/** Turned away, or never reached. */
const wasRefused = ({ failure, alive }: Attempt): boolean =>
  failure !== undefined && !alive && !wasRead.test(failure.code);

function statusOf({ status, failure }: Attempt): string {
  if (failure !== undefined) return failure.errorClass;
  return status === 'abandoned' ? 'abandoned' : 'ok';
}
