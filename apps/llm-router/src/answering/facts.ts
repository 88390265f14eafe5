import type { Plan } from './plan';
import type { AnswerState, Attempt } from './state';

/** What became of one request to one model; it reaches the client as `routing.attempts[]`. */
export interface AttemptFacts {
  readonly provider: string;
  readonly model: string;
  /** ok, the class of its error, or abandoned: another was faster, or the answer was no longer wanted. */
  readonly status: string;
  /** To the first token, or to the failure where none came. */
  readonly latencyMs: number;
}

export const attemptFacts = (state: AnswerState, plan: Plan): AttemptFacts[] =>
  state.attempts.map((attempt) => {
    const id = plan.candidates[attempt.candidate]?.model.id;
    return {
      provider: id?.provider ?? '',
      model: id?.model ?? '',
      status: statusOf(attempt),
      latencyMs: Math.round(attempt.firstTokenMs || Math.max(0, attempt.endedAtMs - attempt.askedAtMs)),
    };
  });

function statusOf({ status, failure }: Attempt): string {
  if (failure !== undefined) return failure.errorClass;
  return status === 'abandoned' ? 'abandoned' : 'ok';
}
