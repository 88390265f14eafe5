import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DropReason } from './core/side';

export type OpenOutcome = 'claimed' | 'no_capacity' | 'refused' | 'timeout' | 'disconnected' | 'failed';

/** Plain numbers on the hot path; Prometheus reads them when it scrapes. */
export class Traffic {
  framesIn = 0;
  framesOut = 0;
  bytesIn = 0;
  bytesOut = 0;
  creditStalls = 0;
  sharedMissing = 0;
  readonly drops = new Map<string, number>();

  sent(bytes: number): void {
    this.framesOut += 1;
    this.bytesOut += bytes;
  }

  received(bytes: number): void {
    this.framesIn += 1;
    this.bytesIn += bytes;
  }

  drop(reason: DropReason | 'invalid' | 'disconnected'): void {
    this.drops.set(reason, (this.drops.get(reason) ?? 0) + 1);
  }
}

const openBuckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2];

/** The bus's metrics in one registry: one instance per registry, however many buses share it. */
export class BusMetrics {
  static readonly #instances = new WeakMap<Registry, BusMetrics>();
  readonly #traffic = new Map<string, Traffic>();
  readonly #streams;
  readonly #opens;
  readonly #openSeconds;
  readonly #lost;
  readonly #slots;
  readonly #reconnects;

  static of(registry: Registry): BusMetrics {
    const known = BusMetrics.#instances.get(registry);
    if (known !== undefined) return known;
    const created = new BusMetrics(registry);
    BusMetrics.#instances.set(registry, created);
    return created;
  }

  private constructor(registry: Registry) {
    const registers = [registry];
    this.#streams = new Gauge({
      name: 'parley_bus_streams_open',
      help: 'Streams open on this side.',
      labelNames: ['bus_service', 'role'],
      registers,
    });
    this.#opens = new Counter({
      name: 'parley_bus_opens_total',
      help: 'Attempts to open a stream, by outcome.',
      labelNames: ['bus_service', 'outcome'],
      registers,
    });
    this.#openSeconds = new Histogram({
      name: 'parley_bus_open_seconds',
      help: 'Time until a stream was claimed.',
      labelNames: ['bus_service'],
      buckets: openBuckets,
      registers,
    });
    this.#lost = new Counter({
      name: 'parley_bus_peers_lost_total',
      help: 'Streams whose peer fell silent.',
      labelNames: ['bus_service'],
      registers,
    });
    this.#slots = new Gauge({
      name: 'parley_bus_slots',
      help: 'Slots of this worker, by state.',
      labelNames: ['bus_service', 'state'],
      registers,
    });
    this.#reconnects = new Counter({
      name: 'parley_bus_reconnects_total',
      help: 'Times the connection to the message system came back.',
      registers,
    });
    this.#expose(registers);
  }

  traffic(service: string): Traffic {
    const known = this.#traffic.get(service);
    if (known !== undefined) return known;
    const created = new Traffic();
    this.#traffic.set(service, created);
    return created;
  }

  opened(service: string, role: 'caller' | 'worker'): void {
    this.#streams.inc({ bus_service: service, role });
  }

  closed(service: string, role: 'caller' | 'worker'): void {
    this.#streams.dec({ bus_service: service, role });
  }

  openEnded(service: string, outcome: OpenOutcome, elapsedMs: number): void {
    this.#opens.inc({ bus_service: service, outcome });
    if (outcome === 'claimed') this.#openSeconds.observe({ bus_service: service }, elapsedMs / 1_000);
  }

  lost(service: string): void {
    this.#lost.inc({ bus_service: service });
  }

  slots(service: string, used: number, total: number): void {
    this.#slots.set({ bus_service: service, state: 'used' }, used);
    this.#slots.set({ bus_service: service, state: 'free' }, Math.max(0, total - used));
  }

  reconnected(): void {
    this.#reconnects.inc();
  }

  #expose(registers: Registry[]): void {
    const labelled = (name: string, help: string, labelNames: string[], read: ReadTraffic) => {
      const services = this.#traffic;
      return new Counter({
        name,
        help,
        labelNames: ['bus_service', ...labelNames],
        registers,
        collect() {
          this.reset();
          for (const [service, traffic] of services) {
            for (const [labels, value] of read(traffic)) this.inc({ bus_service: service, ...labels }, value);
          }
        },
      });
    };
    labelled('parley_bus_frames_total', 'Frames passed.', ['direction'], (traffic) => [
      [{ direction: 'in' }, traffic.framesIn],
      [{ direction: 'out' }, traffic.framesOut],
    ]);
    labelled('parley_bus_bytes_total', 'Bytes passed.', ['direction'], (traffic) => [
      [{ direction: 'in' }, traffic.bytesIn],
      [{ direction: 'out' }, traffic.bytesOut],
    ]);
    labelled('parley_bus_dropped_total', 'Frames dropped, by reason.', ['reason'], (traffic) =>
      [...traffic.drops].map(([reason, count]) => [{ reason }, count]),
    );
    labelled('parley_bus_credit_stalls_total', 'Sends refused for want of credit.', [], (traffic) => [
      [{}, traffic.creditStalls],
    ]);
    labelled('parley_bus_shared_missing_total', 'Shared frames that never came.', [], (traffic) => [
      [{}, traffic.sharedMissing],
    ]);
  }
}

type ReadTraffic = (traffic: Traffic) => [labels: Record<string, string>, value: number][];
