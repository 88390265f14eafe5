import {
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Attributes,
  type Span,
  type SpanContext,
  type Tracer,
} from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { withTraceId } from './session-ids';

export type { Attributes };

/** Work that is over. Times are ms of `performance.now()`. */
export interface SpanRecord {
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly attributes?: Attributes;
  /** What went wrong, as a code: never what anyone said. */
  readonly failure?: string;
  /** A request to another system, which may have spans of its own. */
  readonly outward?: boolean;
}

const tracer = (): Tracer => trace.getTracer('parley');
const unixMs = (ms: number): number => performance.timeOrigin + ms;

/** What hangs under one span: nothing is recorded where that one is not sampled. */
export class Spans {
  constructor(private readonly parent: SpanContext | undefined) {}

  /** `traceparent`: of W3C's Trace Context, as another service sent it; empty = not traced. */
  static under(traceparent: string): Spans {
    return new Spans(parseTraceParent(traceparent) ?? undefined);
  }

  get sampled(): boolean {
    const { parent } = this;
    return (
      parent !== undefined && isSpanContextValid(parent) && (parent.traceFlags & TraceFlags.SAMPLED) !== 0
    );
  }

  /** For other services; empty: they need not record anything. */
  get traceparent(): string {
    const { parent } = this;
    return parent !== undefined && this.sampled ? `00-${parent.traceId}-${parent.spanId}-01` : '';
  }

  /** Returns what hangs under the new span. */
  record({ name, startMs, endMs, attributes = {}, failure, outward = false }: SpanRecord): Spans {
    if (this.parent === undefined || !this.sampled) return this;
    const kind = outward ? SpanKind.CLIENT : SpanKind.INTERNAL;
    const options = { startTime: unixMs(startMs), kind, attributes };
    const span = tracer().startSpan(name, options, trace.setSpanContext(ROOT_CONTEXT, this.parent));
    if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
    span.end(unixMs(Math.max(startMs, endMs)));
    return new Spans(span.spanContext());
  }
}

/** The first span of a trace, which lasts until `end` is called. */
export class OpenTrace {
  readonly spans: Spans;

  constructor(private readonly span: Span) {
    this.spans = new Spans(span.spanContext());
  }

  end(): void {
    this.span.end();
  }
}

export const openTrace = (traceId: string, name: string, attributes: Attributes): OpenTrace =>
  new OpenTrace(withTraceId(traceId, () => tracer().startSpan(name, { root: true, attributes })));
