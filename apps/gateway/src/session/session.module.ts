import { Module, type OnApplicationShutdown, Inject } from '@nestjs/common';
import { BUS, CONFIG, LOGGER, METRICS, Readiness, type Bus } from '@parley/service';
import { redisSessionStore, type SessionStore } from '@parley/state';
import type { Logger, Registry } from '@parley/telemetry';
import type { GatewayConfig } from '../config';
import { SESSION_FACTORY, type SessionFactory } from './ports';
import { SessionMetrics } from './shell/metrics';
import { GatewaySessions } from './shell/session-factory';

const SESSION_STORE = Symbol('SessionStore');

const maxDurationMs = 60 * 60_000;

/** What a session begins with when the client says nothing. */
const defaults = {
  instructions: 'You are a helpful, friendly assistant. You are talking with the user by voice.',
  voice: 'alloy',
} as const;

@Module({
  providers: [
    {
      provide: SESSION_STORE,
      inject: [CONFIG, LOGGER, Readiness],
      useFactory: (config: GatewayConfig, log: Logger, readiness: Readiness): SessionStore => {
        const store = redisSessionStore({ url: config.REDIS_URL, owner: config.PARLEY_WORKER_ID, log });
        readiness.register('store', () => ({
          ready: store.status.connected,
          detail: store.status.connected ? 'redis connected' : 'redis away',
        }));
        return store;
      },
    },
    {
      provide: SESSION_FACTORY,
      inject: [BUS, SESSION_STORE, LOGGER, METRICS],
      useFactory: (bus: Bus, store: SessionStore, log: Logger, registry: Registry): SessionFactory =>
        new GatewaySessions({
          bus,
          store,
          log,
          metrics: new SessionMetrics(registry),
          maxDurationMs,
          ...defaults,
        }),
    },
  ],
  exports: [SESSION_FACTORY],
})
export class SessionModule implements OnApplicationShutdown {
  constructor(@Inject(SESSION_STORE) private readonly store: SessionStore) {}

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }
}
