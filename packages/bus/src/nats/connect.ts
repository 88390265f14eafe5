import type { Registry } from 'prom-client';
import { StreamBus } from '../bus/stream-bus';
import type { StreamSettings } from '../core/settings';
import { silentLog, type BusLog } from '../log';
import type { Bus } from '../stream';
import { NatsTransport } from './nats-transport';

export interface NatsBusOptions {
  /** One URL or several, separated by commas. */
  readonly servers: string;
  readonly name: string;
  readonly log?: BusLog;
  readonly metrics?: Registry;
  readonly settings?: Partial<StreamSettings>;
  /** Time the first connection may take. Default 30,000 ms. */
  readonly connectTimeoutMs?: number;
}

/** A bus over NATS. Rejects with BusError `disconnected`; once connected, it reconnects for ever. */
export async function connectNats(options: NatsBusOptions): Promise<Bus> {
  const { servers, name, log = silentLog, connectTimeoutMs = 30_000 } = options;
  const transport = await NatsTransport.connect({ servers, name, log, connectTimeoutMs });
  return new StreamBus(transport, { ...options, log });
}
