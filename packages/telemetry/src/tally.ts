import { Counter, type Registry } from 'prom-client';

export interface TallyOptions {
  readonly name: string;
  readonly help: string;
  /** The one label, if there is one. */
  readonly label?: string;
}

/** A counter for what happens thousands of times a second: plain numbers, read when Prometheus scrapes. */
export class Tally {
  readonly #counts = new Map<string, number>();

  constructor(registry: Registry, { name, help, label }: TallyOptions) {
    const counts = this.#counts;
    const counter = new Counter({
      name,
      help,
      labelNames: label === undefined ? [] : [label],
      registers: [],
      collect() {
        this.reset();
        if (label === undefined) this.inc(counts.get('') ?? 0);
        else for (const [value, count] of counts) this.inc({ [label]: value }, count);
      },
    });
    registry.registerMetric(counter);
  }

  /** `value` of the label; without a label, ''. */
  add(count: number, value = ''): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + count);
  }
}
