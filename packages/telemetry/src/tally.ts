import { Counter, type Registry } from 'prom-client';

export interface TallyOptions {
  readonly name: string;
  readonly help: string;
  /** Absent: none. */
  readonly labels?: readonly string[];
}

/** A count that is added to where it is kept. */
export interface Count {
  count: number;
}

interface Node extends Count {
  /** By the value of the next label. */
  readonly next: Map<string, Node>;
}

/** A counter for what happens thousands of times a second: plain numbers, read when Prometheus scrapes. */
export class Tally {
  readonly #root: Node = { count: 0, next: new Map() };

  constructor(registry: Registry, { name, help, labels = [] }: TallyOptions) {
    const root = this.#root;
    const counter = new Counter({
      name,
      help,
      labelNames: labels,
      registers: [],
      collect() {
        this.reset();
        for (const { values, count } of countsOf(root, labels)) this.inc(values, count);
      },
    });
    registry.registerMetric(counter);
  }

  /** `values` of the labels, in their order. */
  add(count: number, ...values: readonly string[]): void {
    this.of(...values).count += count;
  }

  /** For what is counted too often to be looked for each time. */
  of(...values: readonly string[]): Count {
    let node = this.#root;
    for (const value of values) {
      let next = node.next.get(value);
      if (next === undefined) {
        next = { count: 0, next: new Map() };
        node.next.set(value, next);
      }
      node = next;
    }
    return node;
  }
}

interface Counted {
  readonly values: Readonly<Record<string, string>>;
  readonly count: number;
}

function countsOf({ count, next }: Node, [label, ...labels]: readonly string[]): Counted[] {
  if (label === undefined) return [{ values: {}, count }];
  return [...next].flatMap(([value, node]) =>
    countsOf(node, labels).map((counted) => ({
      count: counted.count,
      values: { [label]: value, ...counted.values },
    })),
  );
}
