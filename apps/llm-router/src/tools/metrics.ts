import { counter, histogram, type Registry } from '@parley/telemetry';

type Kind = 'mcp_list' | 'mcp_call' | 'web_search';

/** Metrics of tools that run on the server. Their names are a client's, and no label. */
export class ToolMetrics {
  readonly #requests;
  readonly #duration;

  constructor(registry: Registry) {
    this.#requests = counter<'kind' | 'outcome'>(registry, {
      name: 'parley_tool_requests_total',
      help: 'Server-side tool requests by kind and outcome: ok, cancelled, or the kind of the failure.',
      labels: ['kind', 'outcome'],
    });
    this.#duration = histogram<'kind'>(registry, {
      name: 'parley_tool_request_seconds',
      help: 'From the request of a server-side tool to its answer.',
      labels: ['kind'],
      buckets: [0.05, 0.1, 0.2, 0.5, 1, 2, 4, 8, 16, 32],
    });
  }

  done(kind: Kind, outcome: string, ms: number): void {
    this.#requests.inc({ kind, outcome });
    this.#duration.observe({ kind }, ms / 1_000);
  }
}
