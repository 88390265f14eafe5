import { Global, Inject, Injectable, Module } from '@nestjs/common';
import { Prices, UsageMetrics, readPrices, usualBudgets } from '@parley/metering';
import { CONFIG, LOGGER, METRICS, Resources } from '@parley/service';
import { AccessState } from '@parley/state';
import { gauge, type Logger, type Registry } from '@parley/telemetry';
import { Admission } from './admission';
import { Authenticator } from './authenticator';
import { isOpen, type AccessConfig } from './environment';
import { JwtVerifier } from './jwt-verifier';
import { KeyLimiter } from './key-limiter';
import { ConfiguredKeys } from './keys';
import { Origins } from './origins';
import { StoredKeys } from './stored-keys';

const values: readonly [string, string, (state: AccessState) => number][] = [
  [
    'session_leases',
    'Sessions of limited keys that this process holds places for.',
    ({ leases }) => leases.held,
  ],
  ['usage_waiting', 'Keys and days whose usage this process adds up.', ({ usage }) => usage.waiting],
  [
    'usage_dropped',
    'Times usage was not counted, as too much waited, since the start.',
    ({ usage }) => usage.dropped,
  ],
];

@Injectable()
class AccessStateMetrics {
  constructor(@Inject(AccessState) state: AccessState, @Inject(METRICS) metrics: Registry) {
    for (const [name, help, read] of values) {
      const metric = gauge(metrics, { name: `parley_access_${name}`, help });
      Object.assign(metric, { collect: () => metric.set(read(state)) });
    }
  }
}

/** Who may come in, and how much they may do: shared by every door of a service. */
@Global()
@Module({
  providers: [
    {
      provide: AccessState,
      inject: [CONFIG, LOGGER, Resources],
      // Closed after the sessions: their last usage is written then.
      useFactory: ({ REDIS_URL: url }: AccessConfig, log: Logger, resources: Resources) =>
        resources.own(new AccessState({ url, log }), (state) => state.close()),
    },
    AccessStateMetrics,
    { provide: Authenticator, inject: [CONFIG, AccessState], useFactory: authenticatorOf },
    {
      provide: KeyLimiter,
      inject: [AccessState, CONFIG, METRICS],
      useFactory: (state: AccessState, config: AccessConfig, registry: Registry) =>
        new KeyLimiter(state, {
          prices: new Prices(readPrices(config.PARLEY_PRICES_FILE)),
          budgets: usualBudgets(config),
          metrics: new UsageMetrics(registry),
        }),
    },
    { provide: Origins, inject: [CONFIG], useFactory: originsOf },
    {
      provide: Admission,
      inject: [Authenticator, KeyLimiter, Origins],
      useFactory: (authenticator: Authenticator, limiter: KeyLimiter, origins: Origins) =>
        new Admission(authenticator, limiter, origins),
    },
  ],
  exports: [AccessState, Admission, Authenticator, KeyLimiter, Origins],
})
export class AdmissionModule {}

export function originsOf(config: AccessConfig): Origins {
  return new Origins(config.PARLEY_ALLOWED_ORIGINS, !isOpen(config));
}

function authenticatorOf(config: AccessConfig, { keys, secrets }: AccessState): Authenticator {
  return new Authenticator({
    open: isOpen(config),
    configured: new ConfiguredKeys(config.PARLEY_API_KEYS),
    stored: new StoredKeys(keys),
    secrets,
    jwt: new JwtVerifier({
      secret: config.PARLEY_JWT_SECRET,
      jwks: config.PARLEY_JWT_JWKS,
      issuer: config.PARLEY_JWT_ISSUER,
      audience: config.PARLEY_JWT_AUDIENCE,
    }),
    limits: {
      maxSessions: config.PARLEY_MAX_SESSIONS_PER_KEY,
      requestsPerSecond: config.PARLEY_MAX_REQUESTS_PER_SECOND_PER_KEY,
    },
  });
}
