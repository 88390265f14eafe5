import { counter, gauge, histogram, type Registry } from '@parley/telemetry';
import type { Usage } from '../chat/types';

const latencyBuckets = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1.2, 2, 4, 8, 16];

/** Metrics of answers, whatever their provider. */
export class GenerationMetrics {
  readonly #requests;
  readonly #firstToken;
  readonly #duration;
  readonly #tokens;
  readonly #running;

  constructor(registry: Registry) {
    this.#requests = counter<'provider' | 'outcome'>(registry, {
      name: 'parley_llm_requests_total',
      help: 'Answers by provider and outcome: a finish reason, cancelled, or the class of the error.',
      labels: ['provider', 'outcome'],
    });
    this.#firstToken = histogram<'provider'>(registry, {
      name: 'parley_llm_first_token_seconds',
      help: 'From the request to the first token or tool call.',
      labels: ['provider'],
      buckets: latencyBuckets,
    });
    this.#duration = histogram<'provider'>(registry, {
      name: 'parley_llm_generation_seconds',
      help: 'From the request to the end of the answer.',
      labels: ['provider'],
      buckets: latencyBuckets,
    });
    this.#tokens = counter<'provider' | 'kind'>(registry, {
      name: 'parley_llm_tokens_total',
      help: 'Tokens read and written; cached ones are a part of the input.',
      labels: ['provider', 'kind'],
    });
    this.#running = gauge(registry, {
      name: 'parley_llm_generations_running',
      help: 'Answers being made now.',
    });
  }

  started(): void {
    this.#running.inc();
  }

  firstToken(provider: string, ms: number): void {
    this.#firstToken.observe({ provider }, ms / 1_000);
  }

  used(provider: string, usage: Usage): void {
    this.#tokens.inc({ provider, kind: 'input' }, usage.inputTokens);
    this.#tokens.inc({ provider, kind: 'cached_input' }, usage.cachedInputTokens);
    this.#tokens.inc({ provider, kind: 'output' }, usage.outputTokens);
  }

  ended(provider: string, outcome: string, ms: number): void {
    this.#running.dec();
    this.#requests.inc({ provider, outcome });
    this.#duration.observe({ provider }, ms / 1_000);
  }
}
