import type { Effect } from '../coordinator/effects';

/** Requests to language models by generation: which still run, and which were abandoned. */
export class Requests {
  readonly running = new Map<number, string>();
  readonly over = new Set<number>();

  onEffect(effect: Effect): void {
    if (effect.type === 'generate') {
      for (const [generation, lane] of this.running) if (lane === effect.lane) this.end(generation);
      this.running.set(effect.generation, effect.lane);
    }
    if (effect.type === 'abandon_model' || effect.type === 'abandon_speech') this.end(effect.generation);
  }

  end(generation: number): void {
    this.running.delete(generation);
    this.over.add(generation);
  }
}
