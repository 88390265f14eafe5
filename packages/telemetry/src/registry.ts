import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface MetricOptions<Label extends string> {
  /** parley_<area>_<what>_<unit> */
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly Label[];
}

export interface HistogramOptions<Label extends string> extends MetricOptions<Label> {
  /** Upper bounds of the bins, in the metric's unit. */
  readonly buckets: readonly number[];
}

/** A registry of its own with Node's process metrics: heap, handles, garbage collection, event-loop lag. */
export function createRegistry(service: string): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 10 });
  return registry;
}

/** The metric of that name if it is there: several instances in one process share it. */
function existing<Kind>(
  registry: Registry,
  name: string,
  kind: new (...args: never[]) => Kind,
): Kind | undefined {
  const found = registry.getSingleMetric(name);
  if (found === undefined || found instanceof kind) return found;
  throw new TypeError(`the metric ${name} is already there as another kind`);
}

export function counter<Label extends string = never>(
  registry: Registry,
  { name, help, labels = [] }: MetricOptions<Label>,
): Counter<Label> {
  return (
    existing<Counter<Label>>(registry, name, Counter) ??
    new Counter({ name, help, labelNames: labels, registers: [registry] })
  );
}

export function gauge<Label extends string = never>(
  registry: Registry,
  { name, help, labels = [] }: MetricOptions<Label>,
): Gauge<Label> {
  return (
    existing<Gauge<Label>>(registry, name, Gauge) ??
    new Gauge({ name, help, labelNames: labels, registers: [registry] })
  );
}

export function histogram<Label extends string = never>(
  registry: Registry,
  { name, help, labels = [], buckets }: HistogramOptions<Label>,
): Histogram<Label> {
  return (
    existing<Histogram<Label>>(registry, name, Histogram) ??
    new Histogram({ name, help, labelNames: labels, buckets: [...buckets], registers: [registry] })
  );
}
