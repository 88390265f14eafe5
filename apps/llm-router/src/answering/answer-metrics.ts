import { counter, gauge, Tally, type Registry } from '@parley/telemetry';
import type { Breakers } from './breakers';
import { checkThread } from './strict/check-thread';

/** Metrics of the requests that answers are made of. */
export class AnswerMetrics {
  readonly #attempts;
  readonly #hedges;
  readonly #continued;

  constructor(registry: Registry, breakers: Breakers) {
    this.#attempts = new Tally(registry, {
      name: 'parley_llm_attempts_total',
      help: 'Requests to models by provider and status: ok, the class of the error, or abandoned.',
      labels: ['provider', 'status'],
    });
    this.#hedges = counter<'outcome'>(registry, {
      name: 'parley_llm_hedges_total',
      help: 'Second requests beside a slow first one, by whether they were faster: won or lost.',
      labels: ['outcome'],
    });
    this.#continued = counter(registry, {
      name: 'parley_llm_continued_total',
      help: 'Answers that failed in their midst and were finished by another request.',
    });
    const circuits = gauge<'status'>(registry, {
      name: 'parley_llm_circuits',
      help: 'Providers and models that are left alone after failures, by status: open or half_open.',
      labels: ['status'],
    });
    Object.assign(circuits, {
      collect() {
        const open = breakers.open();
        for (const status of ['open', 'half_open'] as const) {
          circuits.set({ status }, open.filter((circuit) => circuit.status === status).length);
        }
      },
    });
    const checks = gauge(registry, {
      name: 'parley_llm_strict_checks_waiting',
      help: 'Calls of strict functions that wait to be checked by their schemas.',
    });
    Object.assign(checks, { collect: () => checks.set(checkThread.waiting) });
  }

  attempt(provider: string, status: string): void {
    this.#attempts.add(1, provider, status);
  }

  hedge(won: boolean): void {
    this.#hedges.inc({ outcome: won ? 'won' : 'lost' });
  }

  continued(): void {
    this.#continued.inc();
  }
}
