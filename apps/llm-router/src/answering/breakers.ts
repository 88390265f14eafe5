import { EngineError, type EngineErrorClass } from '@parley/engines-kit';
import { retryAfterMsOf } from '../providers/failure/provider-error';
import type { ResolvedModel } from '../providers/registry';
import {
  admits,
  asked,
  circuitStatus,
  closedCircuit,
  failed,
  succeeded,
  withdrawn,
  type Circuit,
} from './breaker';
import { policyOf } from './policy';

/** A model is not asked, for a failure of before. */
class CircuitOpen extends EngineError {
  constructor(
    errorClass: EngineErrorClass,
    message: string,
    readonly retryAfterMs: number,
  ) {
    super(errorClass, 'circuit_open', message);
  }
}

/** Circuits are kept for this many names, those that changed last; clients choose names, so there must be a bound. */
export const maxCircuits = 5_000;

/** The circuits of one process: one for each hosted provider and one for each of its models. */
export class Breakers {
  readonly #circuits = new Map<string, Circuit>();

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  admits(model: ResolvedModel): boolean {
    const nowMs = this.nowMs();
    return this.#keys(model).every((key) => admits(this.#get(key), nowMs));
  }

  /** Why a model is held back, for the caller to read. */
  refusal(model: ResolvedModel): EngineError {
    const nowMs = this.nowMs();
    const circuits = this.#keys(model).map((key) => this.#get(key));
    const shut = circuits.find((circuit) => !admits(circuit, nowMs)) ?? closedCircuit;
    const retryAfterMs = Math.max(1_000, shut.openUntilMs - nowMs);
    const seconds = Math.ceil(retryAfterMs / 1_000);
    const message = `${model.name} is left alone for ${seconds} s more after failing: ${shut.why}`;
    return new CircuitOpen(shut.errorClass, message, retryAfterMs);
  }

  asked(model: ResolvedModel): void {
    this.#update(model, (circuit) => asked(circuit, this.nowMs()));
  }

  succeeded(model: ResolvedModel): void {
    this.#update(model, succeeded);
  }

  withdrawn(model: ResolvedModel): void {
    this.#update(model, withdrawn);
  }

  failed(model: ResolvedModel, error: EngineError): void {
    const { breaks, threshold, openMs } = policyOf(error);
    const [providerKey, modelKey] = this.#keys(model);
    const key = breaks === 'provider' ? providerKey : modelKey;
    this.withdrawn(model);
    if (breaks === 'nothing' || key === undefined) return;
    const failing = { nowMs: this.nowMs(), threshold, openMs, retryAfterMs: retryAfterMsOf(error) };
    // Others read why: the code, for a message may hold what this request said.
    this.#set(key, failed(this.#get(key), { ...failing, why: error.code, errorClass: error.errorClass }));
  }

  /** Names whose circuit is not closed. */
  open(): { readonly name: string; readonly status: 'open' | 'half_open' }[] {
    const nowMs = this.nowMs();
    return [...this.#circuits].flatMap(([name, circuit]) => {
      const status = circuitStatus(circuit, nowMs);
      return status === 'closed' ? [] : [{ name, status }];
    });
  }

  /** A provider on this machine has its own queue and restarts: nothing is held back from it. */
  #keys({ provider, name }: ResolvedModel): string[] {
    return provider.hosted === true ? [provider.id, name] : [];
  }

  #get(key: string): Circuit {
    return this.#circuits.get(key) ?? closedCircuit;
  }

  #set(key: string, circuit: Circuit): void {
    this.#circuits.delete(key);
    if (circuit === closedCircuit) return;
    this.#circuits.set(key, circuit);
    const [oldest] = this.#circuits.keys();
    if (this.#circuits.size > maxCircuits && oldest !== undefined) this.#circuits.delete(oldest);
  }

  #update(model: ResolvedModel, change: (circuit: Circuit) => Circuit): void {
    for (const key of this.#keys(model)) {
      const circuit = this.#circuits.get(key);
      if (circuit !== undefined) this.#set(key, change(circuit));
    }
  }
}
