import { setTimeout as sleep } from 'node:timers/promises';
import { MemoryBus } from '../memory/memory-bus';
import { MemoryNetwork, type Faults } from '../memory/network';
import type { Bus } from '../stream';
import { exchange } from './exchange.contract';
import { life } from './life.contract';
import { sharing } from './sharing.contract';
import { opening } from './open.contract';
import type { World, WorldMaker } from './world';

function memoryWorld(faults: Partial<Faults>): World {
  const network = new MemoryNetwork({ faults });
  const buses: MemoryBus[] = [];
  return {
    connect() {
      const bus = new MemoryBus(network);
      buses.push(bus);
      return Promise.resolve(bus);
    },
    die(bus: Bus) {
      if (bus instanceof MemoryBus) bus.kill();
      return Promise.resolve();
    },
    async restart() {
      for (const bus of buses) bus.disconnect();
      await sleep(300);
      for (const bus of buses) {
        bus.reconnect();
        await sleep(50);
      }
    },
    async dispose() {
      await Promise.all(buses.map((bus) => bus.close()));
      expect(network.listeners).toBe(0);
    },
  };
}

const world = (name: string, faults: Partial<Faults>): WorldMaker => ({
  name,
  make: () => Promise.resolve(memoryWorld(faults)),
});

const swift = world('memory', {});
const slow = world('memory, slow', { latencyMs: 5, jitterMs: 5 });
/** Frames are lost, doubled and overtaken: streams mend themselves, slower. */
const hostile = world('memory, hostile', { latencyMs: 1, loss: 0.03, duplication: 0.1, reordering: 0.1 });

for (const contract of [opening, exchange, sharing, life]) {
  contract(swift);
  contract(slow);
}
exchange(hostile);
life(hostile);
