import type { Clock } from '../clock';
import type { StreamSettings } from '../core/settings';
import type { BusLog } from '../log';
import type { BusMetrics } from '../metrics';
import type { Transport } from '../transport';
import type { BusStream } from './bus-stream';
import type { Peers } from './peers';
import type { Ticker } from './ticker';

/** What the parts of one bus share. */
export interface BusContext {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly settings: StreamSettings;
  readonly metrics: BusMetrics;
  readonly log: BusLog;
  readonly ticker: Ticker<BusStream>;
  readonly peers: Peers;
}
