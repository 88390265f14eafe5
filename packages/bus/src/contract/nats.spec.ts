import { startNats, type TestServer } from '@parley/testing';
import { StreamBus } from '../bus/stream-bus';
import type { StreamSettings } from '../core/settings';
import { silentLog } from '../log';
import { NatsTransport } from '../nats/nats-transport';
import type { Bus } from '../stream';
import { exchange } from './exchange.contract';
import { life } from './life.contract';
import { sharing } from './sharing.contract';
import { opening } from './open.contract';
import type { World, WorldMaker } from './world';

let server: TestServer;

beforeAll(async () => {
  server = await startNats();
});
afterAll(() => server.stop());

/** Time a restarted server stays away, ms: as long as a service manager takes to bring it back. */
const downMs = 2_000;

async function connect(transports: Map<Bus, NatsTransport>, settings: Partial<StreamSettings>): Promise<Bus> {
  const transport = await NatsTransport.connect({
    servers: server.url,
    name: 'contract',
    log: silentLog,
    connectTimeoutMs: 20_000,
  });
  const bus = new StreamBus(transport, { settings });
  transports.set(bus, transport);
  return bus;
}

function natsWorld(settings: Partial<StreamSettings>): World {
  const transports = new Map<Bus, NatsTransport>();
  return {
    connect: () => connect(transports, settings),
    // The connection goes, and with it the subscriptions: what the others see of a death.
    die: async (bus) => transports.get(bus)?.close(),
    restart: () => server.restart(downMs),
    dispose: async () => void (await Promise.all([...transports.keys()].map((bus) => bus.close()))),
  };
}

const nats: WorldMaker = { name: 'NATS', make: (settings = {}) => Promise.resolve(natsWorld(settings)) };

opening(nats);
exchange(nats);
sharing(nats);
life(nats);
