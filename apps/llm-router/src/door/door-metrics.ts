import { gauge, Tally, type Registry } from '@parley/telemetry';

export class DoorMetrics {
  readonly #requests;

  constructor(registry: Registry, running: () => number) {
    this.#requests = new Tally(registry, {
      name: 'parley_llm_door_requests_total',
      help: 'Requests of the OpenAI-compatible door by HTTP status.',
      labels: ['status'],
    });
    const open = gauge(registry, {
      name: 'parley_llm_door_running',
      help: 'Answers that the OpenAI-compatible door is giving now.',
    });
    Object.assign(open, { collect: () => open.set(running()) });
  }

  answered(status: number): void {
    this.#requests.add(1, String(status));
  }
}
