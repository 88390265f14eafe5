import { Global, Inject, Injectable, Module } from '@nestjs/common';
import { CONFIG, LOGGER, METRICS, Readiness, Resources } from '@parley/service';
import { redisSessionStore, type SessionStore, type StoreStatus } from '@parley/state';
import { gauge, type Logger, type Registry } from '@parley/telemetry';
import type { GatewayConfig } from '../config';

/** Injection token of the gateway's SessionStore. */
export const SESSION_STORE = Symbol('SessionStore');

/** Ready only while Redis is there: without it new sessions are refused. */
@Injectable()
class StateHealth {
  constructor(
    @Inject(SESSION_STORE) store: SessionStore,
    @Inject(METRICS) metrics: Registry,
    readiness: Readiness,
  ) {
    readiness.register('state', () => ({ ready: store.status.connected, detail: 'redis is away' }));
    observeStore(store, metrics);
  }
}

const values: readonly [string, string, (status: StoreStatus) => number][] = [
  ['connected', 'Whether Redis is connected (1) or away (0).', (status) => Number(status.connected)],
  ['writers', 'Sessions whose state this gateway writes.', (status) => status.writers],
  ['pending_bytes', 'Bytes of session state not yet in Redis.', (status) => status.pendingBytes],
  ['failures', 'Operations on session state that failed since the start.', (status) => status.failures],
  [
    'rebuilds',
    'Sessions written whole since the start, as Redis had lost them.',
    (status) => status.rebuilds,
  ],
  ['overflows', 'Times more state had to wait than may wait, since the start.', (status) => status.overflows],
];

function observeStore(store: SessionStore, metrics: Registry): void {
  for (const [name, help, read] of values) {
    const metric = gauge(metrics, { name: `parley_state_${name}`, help });
    Object.assign(metric, { collect: () => metric.set(read(store.status)) });
  }
}

@Global()
@Module({
  providers: [
    {
      provide: SESSION_STORE,
      inject: [CONFIG, LOGGER, Resources],
      // Closed after the sessions.
      useFactory: (config: GatewayConfig, log: Logger, resources: Resources): SessionStore =>
        resources.own(
          redisSessionStore({ owner: config.PARLEY_WORKER_ID, url: config.REDIS_URL, log }),
          (store) => store.close(),
        ),
    },
    StateHealth,
  ],
  exports: [SESSION_STORE],
})
export class StateModule {}
