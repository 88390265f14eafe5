import type { EngineError, EngineErrorClass } from '@parley/engines-kit';

/** What is done about a failure, by its class. */
export interface FailurePolicy {
  /** Another model may answer what this one did not. */
  readonly next: boolean;
  /** The same model may answer when it is asked again at once. */
  readonly again: boolean;
  /** Whose trouble it is: later requests to it are held back. */
  readonly breaks: 'model' | 'provider' | 'nothing';
  /** Failures in a row that open the circuit. */
  readonly threshold: number;
  /** How long it stays open at first, unless the provider says. */
  readonly openMs: number;
}

export const policies: Readonly<Record<EngineErrorClass, FailurePolicy>> = {
  transient: { next: true, again: true, breaks: 'model', threshold: 3, openMs: 5_000 },
  rate_limit: { next: true, again: false, breaks: 'model', threshold: 1, openMs: 2_000 },
  quota: { next: true, again: false, breaks: 'provider', threshold: 1, openMs: 60_000 },
  credential: { next: true, again: false, breaks: 'provider', threshold: 1, openMs: 60_000 },
  model_gone: { next: true, again: false, breaks: 'model', threshold: 1, openMs: 300_000 },
  // Parley's own word: any other model would be asked the same. A provider's is of its model, see `policyOf`.
  caller_fault: { next: false, again: false, breaks: 'nothing', threshold: 0, openMs: 0 },
  unknown: { next: true, again: false, breaks: 'model', threshold: 3, openMs: 5_000 },
};

/** Failures that a request brought about: another model may take it, and whoever was asked serves others. */
const ofTheRequest: ReadonlySet<string> = new Set([
  'invalid_arguments',
  'arguments_unchecked',
  'answer_too_large',
  'unreadable_call',
  'request_refused',
]);

/** Failures after a whole answer, which is paid for: the same model is not asked for it a second time. */
const paidInVain: ReadonlySet<string> = new Set(['arguments_unchecked', 'answer_too_large']);

/** A model did not take the request: it is too long for it, or has what that one alone lacks. */
const ofTheModel = /^(http_4\d\d|context_length_exceeded)$/;

export function policyOf({ errorClass, code }: Pick<EngineError, 'errorClass' | 'code'>): FailurePolicy {
  const policy = policies[errorClass];
  const notTaken = errorClass === 'caller_fault' && ofTheModel.test(code);
  if (!notTaken && !ofTheRequest.has(code)) return policy;
  return { ...policy, next: true, again: policy.again && !paidInVain.has(code), breaks: 'nothing' };
}
