import { counter, gauge, Tally, type Count, type Counter, type Registry } from '@parley/telemetry';

export interface GatewayGauges {
  readonly connections: () => number;
  readonly sessions: () => number;
  readonly bufferedBytes: () => number;
  readonly busy: () => number;
}

/** Metrics of the WebSocket transport. */
export class GatewayMetrics {
  readonly receivedBytes: Tally;
  readonly sentBytes: Tally;
  readonly receivedEvents: Tally;
  /** Of them, most. */
  readonly receivedAppends: Count;
  readonly errors: Counter<'code'>;
  readonly refused: Counter<'reason'>;
  readonly closed: Counter<'code'>;
  readonly slowReaders: Counter;
  readonly throttled: Counter;

  constructor(private readonly registry: Registry) {
    const count = <L extends string = never>(
      name: string,
      help: string,
      labels: readonly L[] = [],
    ): Counter<L> => counter(registry, { name: `parley_gateway_${name}`, help, labels });
    const tally = (name: string, help: string, label?: string): Tally =>
      new Tally(registry, {
        name: `parley_gateway_${name}`,
        help,
        labels: label === undefined ? [] : [label],
      });
    this.receivedBytes = tally('received_bytes_total', 'Payload bytes received from clients.');
    this.sentBytes = tally('sent_bytes_total', 'Payload bytes given to the sockets of clients.');
    this.receivedEvents = tally('received_events_total', 'Valid client events by type.', 'type');
    this.receivedAppends = this.receivedEvents.of('input_audio_buffer.append');
    this.errors = count('client_errors_total', 'Error events sent to clients by code.', ['code']);
    this.refused = count('refused_connections_total', 'Connections refused, by reason.', ['reason']);
    this.closed = count('closed_connections_total', 'Connections closed, by close code.', ['code']);
    this.throttled = count(
      'throttled_total',
      'Times the events of a client waited for the limit of its key.',
    );
    this.slowReaders = count('slow_readers_total', 'Connections closed because the client did not read.');
  }

  /** Values read when the metrics are. */
  observe(gauges: GatewayGauges): void {
    const observed = (name: string, help: string, read: () => number): void => {
      const metric = gauge(this.registry, { name: `parley_gateway_${name}`, help });
      Object.assign(metric, { collect: () => metric.set(read()) });
    };
    observed('connections', 'Open WebSocket connections.', gauges.connections);
    observed('sessions', 'Running sessions.', gauges.sessions);
    observed('buffered_bytes', 'Bytes waiting for slow clients.', gauges.bufferedBytes);
    observed('busy_ratio', 'Part of the time in which the event loop was busy, smoothed.', gauges.busy);
  }
}
