import { trace } from '@opentelemetry/api';
import type { SpanExporter } from '@opentelemetry/sdk-trace';
import type { Logger } from '../logger';

export interface TracingOptions {
  /** The service, as spans name it. */
  readonly name: string;
  readonly workerId: string;
  /** Share of sessions that are traced, 0–1. */
  readonly ratio: number;
  readonly log: Pick<Logger, 'info'>;
  /** Takes the place of the collector, for tests. */
  readonly exporter?: SpanExporter;
}

/** Sends what waits to be sent, and stops. */
export type StopTracing = () => Promise<void>;

const stopTimeoutMs = 2_000;

/**
 * Spans go to the collector that OpenTelemetry's own variables name (`OTEL_EXPORTER_OTLP_ENDPOINT` and its like), in
 * batches, at most 2,048 waiting; what a collector does not take is lost. Without one nothing of the SDK is loaded.
 */
export function startTracing(options: TracingOptions): StopTracing {
  const { ratio, exporter, log } = options;
  if (ratio === 0 || (exporter === undefined && !hasCollector())) return async () => undefined;
  const { makeProvider }: typeof import('./provider') = require('./provider');
  const provider = makeProvider(options);
  trace.setGlobalTracerProvider(provider);
  log.info({ ratio }, 'tracing');
  return async () => {
    trace.disable();
    const limit = new Promise<void>((resolve) => setTimeout(resolve, stopTimeoutMs).unref());
    await Promise.race([provider.shutdown(), limit]);
  };
}

const hasCollector = (): boolean =>
  [process.env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, process.env.OTEL_EXPORTER_OTLP_ENDPOINT].some(
    (url) => url !== undefined && url !== '',
  );
