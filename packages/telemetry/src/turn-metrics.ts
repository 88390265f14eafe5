import type { Counter, Histogram, Registry } from 'prom-client';
import { counter, histogram } from './registry';
import { turnStages, type TurnTiming } from './turn-timing';

/**
 * One metric has one set of bins: fine at 1–30 ms for what the platform adds, at 50 ms–2 s for engines and
 * the whole, coarse to a minute for generation and playout. Seconds.
 */
export const turnStageBuckets: readonly number[] = [
  0.001, 0.002, 0.004, 0.006, 0.008, 0.01, 0.015, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4,
  0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 5, 10, 20, 60,
];

/** Histograms over the timing records of turns. */
export class TurnMetrics {
  readonly #stages: Histogram<'stage'>;
  readonly #turns: Counter<'speculation'>;
  readonly #failovers: Counter;

  constructor(registry: Registry) {
    this.#stages = histogram(registry, {
      name: 'parley_turn_stage_seconds',
      help: 'Time of each stage of a turn.',
      labels: ['stage'],
      buckets: turnStageBuckets,
    });
    this.#turns = counter(registry, {
      name: 'parley_turn_turns_total',
      help: 'Turns answered, by what became of speculation.',
      labels: ['speculation'],
    });
    this.#failovers = counter(registry, {
      name: 'parley_turn_failovers_total',
      help: 'Workers or engines replaced in the middle of a turn.',
    });
  }

  observe({ stages, speculation, failovers }: TurnTiming): void {
    for (const stage of turnStages) {
      const durationMs = stages[stage];
      if (durationMs !== undefined) this.#stages.observe({ stage }, durationMs / 1_000);
    }
    this.#turns.inc({ speculation });
    this.#failovers.inc(failovers);
  }
}
