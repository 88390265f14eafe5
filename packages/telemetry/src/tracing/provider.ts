import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  RandomIdGenerator,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { knownTraceIds } from './session-ids';
import type { TracingOptions } from './start-tracing';

export function makeProvider({ name, workerId, ratio, exporter }: TracingOptions): TracerProvider {
  const service = {
    'service.namespace': 'parley',
    'service.name': name,
    'service.instance.id': workerId,
  };
  return new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes(service)),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    idGenerator: knownTraceIds(new RandomIdGenerator()),
    spanProcessors: [new BatchSpanProcessor({ exporter: exporter ?? new OTLPTraceExporter() })],
  });
}
