import { StreamBus, type StreamBusOptions } from '../bus/stream-bus';
import { MemoryNetwork } from './network';
import { MemoryTransport } from './memory-transport';

/**
 * The bus within one process, for tests: the same protocol over a network with injectable faults. One
 * MemoryBus stands for one process; give several the same network to let one of them die.
 */
export class MemoryBus extends StreamBus {
  readonly network: MemoryNetwork;
  readonly #transport: MemoryTransport;

  constructor(network: MemoryNetwork = new MemoryNetwork(), options: Omit<StreamBusOptions, 'clock'> = {}) {
    const transport = new MemoryTransport(network);
    super(transport, { ...options, clock: network.clock });
    this.network = network;
    this.#transport = transport;
  }

  /** Dies without a word, as by SIGKILL. Its own streams hear of nothing any more. */
  kill(): void {
    this.context.ticker.pause(true);
    this.#transport.kill();
  }

  /** Stands still, as by SIGSTOP: hears and says nothing. */
  pause(): void {
    this.context.ticker.pause(true);
    this.#transport.pause();
  }

  /** Goes on with what arrived meanwhile. */
  resume(): void {
    this.context.ticker.pause(false);
    this.#transport.resume();
  }

  /** Loses its connection, and what is under way. */
  disconnect(): void {
    this.#transport.disconnect();
  }

  reconnect(): void {
    this.#transport.reconnect();
  }
}
