import type { Estimate } from './traits';

interface Remembered {
  readonly sums: ReadonlyMap<string, number>;
  readonly weight: number;
  readonly atMs: number;
}

/**
 * Averages one trait over time: an observation counts by its weight and half as much after every
 * `halfLifeMs` of session time. A label not seen again fades away.
 */
export class Smoother {
  private memory: Remembered = { sums: new Map(), weight: 0, atMs: 0 };

  constructor(private readonly halfLifeMs: number) {}

  /** @param weight how much speech stands behind the observation, ms */
  observe(estimates: readonly Estimate[], atMs: number, weight: number): readonly Estimate[] {
    if (estimates.length > 0 && weight > 0) this.memory = this.blend(estimates, atMs, weight);
    return this.current();
  }

  current(): readonly Estimate[] {
    const { sums, weight } = this.memory;
    if (weight === 0) return [];
    return [...sums]
      .map(([label, sum]) => ({ label, confidence: sum / weight }))
      .filter(({ confidence }) => confidence >= 0.05)
      .sort((a, b) => b.confidence - a.confidence);
  }

  private blend(estimates: readonly Estimate[], atMs: number, weight: number): Remembered {
    const kept = 2 ** (-Math.max(0, atMs - this.memory.atMs) / this.halfLifeMs);
    const sums = new Map([...this.memory.sums].map(([label, sum]) => [label, sum * kept]));
    for (const { label, confidence } of estimates) {
      sums.set(label, (sums.get(label) ?? 0) + confidence * weight);
    }
    return { sums, weight: this.memory.weight * kept + weight, atMs };
  }
}
