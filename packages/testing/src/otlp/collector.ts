import http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as protobuf from 'protobufjs';
import { z } from 'zod';

/** What is read of https://github.com/open-telemetry/opentelemetry-proto (trace/v1, collector/trace/v1). */
const { root } = protobuf.parse(`
  syntax = "proto3";
  message Request { repeated ResourceSpans resource_spans = 1; }
  message ResourceSpans { Resource resource = 1; repeated ScopeSpans scope_spans = 2; }
  message Resource { repeated KeyValue attributes = 1; }
  message ScopeSpans { repeated Span spans = 2; }
  message Span {
    bytes trace_id = 1; bytes span_id = 2; bytes parent_span_id = 4; string name = 5;
    fixed64 start_time_unix_nano = 7; fixed64 end_time_unix_nano = 8;
    repeated KeyValue attributes = 9; Status status = 15;
  }
  message KeyValue { string key = 1; Value value = 2; }
  message Value { oneof value { string string_value = 1; int64 int_value = 3; double double_value = 4; } }
  message Status { string message = 2; int32 code = 3; }
`);

const hex = z.string().transform((base64) => Buffer.from(base64, 'base64').toString('hex'));
const attributes = z
  .array(
    z.object({ key: z.string(), value: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
  )
  .default([])
  .transform((list) =>
    Object.fromEntries(list.map(({ key, value }) => [key, Object.values(value ?? {})[0]])),
  );
const requestSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: hex,
              spanId: hex,
              parentSpanId: hex.default(''),
              name: z.string(),
              startTimeUnixNano: z.number(),
              endTimeUnixNano: z.number(),
              attributes,
              status: z.object({ message: z.string().default('') }).optional(),
            }),
          ),
        }),
      ),
    }),
  ),
});

export interface CollectedSpan {
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  /** Empty: the first of its trace. */
  readonly parentSpanId: string;
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  /** Empty: it did not fail. */
  readonly failure: string;
}

/** A collector of OpenTelemetry's traces over HTTP and protobuf, which keeps what it is sent. */
export class OtlpCollector {
  readonly spans: CollectedSpan[] = [];
  readonly #server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      this.#take(Buffer.concat(parts));
      response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
    });
  });

  static async start(): Promise<OtlpCollector> {
    const collector = new OtlpCollector();
    await new Promise<void>((resolve) => collector.#server.listen(0, '127.0.0.1', resolve));
    return collector;
  }

  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #take(body: Buffer): void {
    const type = root.lookupType('Request');
    const request = requestSchema.parse(type.toObject(type.decode(body), { bytes: String, longs: Number }));
    for (const { resource, scopeSpans } of request.resourceSpans) {
      const service = String(resource.attributes['service.name']);
      for (const span of scopeSpans.flatMap(({ spans }) => spans)) {
        const { startTimeUnixNano, endTimeUnixNano, status, ...rest } = span;
        const times = { startMs: startTimeUnixNano / 1e6, endMs: endTimeUnixNano / 1e6 };
        this.spans.push({ service, ...rest, ...times, failure: status?.message ?? '' });
      }
    }
  }
}
