import type { EngineErrorClass } from '@parley/engines-kit';

/** A circuit breaker that learns from real requests alone: it never sends one of its own. Pure; times are given. */
export interface Circuit {
  /** In a row, since the last success. */
  readonly failures: number;
  /** Times it opened in a row. */
  readonly opened: number;
  /** No request before this. */
  readonly openUntilMs: number;
  /** The request that tries whether all is well again is under way. */
  readonly trial: boolean;
  /** Why it opened. */
  readonly why: string;
  readonly errorClass: EngineErrorClass;
}

export const closedCircuit: Circuit = {
  failures: 0,
  opened: 0,
  openUntilMs: 0,
  trial: false,
  why: '',
  errorClass: 'transient',
};

export const longestOpenMs = 300_000;

export const circuitStatus = (circuit: Circuit, nowMs: number): 'closed' | 'open' | 'half_open' => {
  if (circuit.opened === 0) return 'closed';
  return nowMs < circuit.openUntilMs ? 'open' : 'half_open';
};

/** Whether a request may go through now: half-open lets one through at a time. */
export function admits(circuit: Circuit, nowMs: number): boolean {
  const status = circuitStatus(circuit, nowMs);
  return status === 'closed' || (status === 'half_open' && !circuit.trial);
}

/** A request goes through. */
export const asked = (circuit: Circuit, nowMs: number): Circuit =>
  circuitStatus(circuit, nowMs) === 'half_open' ? { ...circuit, trial: true } : circuit;

export const succeeded = (_circuit: Circuit): Circuit => closedCircuit;

/** The request ended without saying anything of its provider: it was cancelled, or at fault itself. */
export const withdrawn = (circuit: Circuit): Circuit =>
  circuit.trial ? { ...circuit, trial: false } : circuit;

export interface Failing {
  readonly nowMs: number;
  readonly threshold: number;
  /** Doubles each time it opens again in a row. */
  readonly openMs: number;
  /** The provider's own word on how long to wait. */
  readonly retryAfterMs?: number | undefined;
  readonly why: string;
  readonly errorClass: EngineErrorClass;
}

export function failed(circuit: Circuit, failing: Failing): Circuit {
  const { nowMs, threshold, openMs, retryAfterMs, why, errorClass } = failing;
  const failures = circuit.failures + 1;
  if (circuit.opened === 0 && failures < threshold) return { ...circuit, failures };
  // A request that was under way when the circuit opened adds nothing.
  if (circuitStatus(circuit, nowMs) === 'open') return { ...circuit, failures, trial: false };
  const forMs = Math.min(retryAfterMs ?? openMs * 2 ** Math.min(circuit.opened, 10), longestOpenMs);
  return { failures, opened: circuit.opened + 1, openUntilMs: nowMs + forMs, trial: false, why, errorClass };
}
