import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamSettings } from '../core/settings';
import { MemoryBus } from '../memory/memory-bus';
import { MemoryNetwork, type Faults } from '../memory/network';
import type { Bus } from '../stream';
import type { World, WorldMaker } from './world';

function memoryWorld(faults: Partial<Faults>, settings: Partial<StreamSettings>): World {
  const network = new MemoryNetwork({ faults });
  const buses: MemoryBus[] = [];
  return {
    connect() {
      const bus = new MemoryBus(network, { settings });
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
      if (network.listeners > 0) throw new Error('a subscription was left behind');
    },
  };
}

export const memory = (name: string, faults: Partial<Faults>): WorldMaker => ({
  name,
  make: (settings = {}) => Promise.resolve(memoryWorld(faults, settings)),
});
