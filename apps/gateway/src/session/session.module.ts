import { Module } from '@nestjs/common';
import { BUS, LOGGER, METRICS, type Bus } from '@parley/service';
import type { SessionStore } from '@parley/state';
import type { Logger, Registry } from '@parley/telemetry';
import { SESSION_STORE } from '../state/state.module';
import { sessionDefaults } from './defaults';
import { SESSION_FACTORY, type SessionFactory } from './ports';
import { SessionMetrics } from './shell/metrics';
import { GatewaySessions } from './shell/session-factory';

const maxDurationMs = 60 * 60_000;

@Module({
  providers: [
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
          ...sessionDefaults,
        }),
    },
  ],
  exports: [SESSION_FACTORY],
})
export class SessionModule {}
