import { Inject, Injectable, Module, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CONFIG, LOGGER, METRICS, Readiness } from '@parley/service';
import type { Logger, Registry } from '@parley/telemetry';
import type { Config } from '../config';
import { hostedProviders } from './hosted/hosted';
import { LocalCatalog } from './local/catalog';
import { LocalEngines } from './local/engines';
import { LocalProvider } from './local/provider';
import type { ChatProvider } from './provider';
import { ProviderRegistry } from './registry';
import { ScriptedProvider } from './scripted/provider';

/** The providers of this environment: local always, hosted ones with their keys, the stand-in in tests. */
export function createRegistry(config: Config, logger: Logger, metrics: Registry): ProviderRegistry {
  const catalog = new LocalCatalog(config);
  const engines = new LocalEngines({ config, catalog, logger, metrics });
  const local = new LocalProvider({
    catalog,
    engines,
    logger,
    timeoutMs: config.PARLEY_LLM_TOTAL_TIMEOUT_MS,
  });
  const scripted: ChatProvider[] = config.PARLEY_TEST_ENGINES
    ? [
        new ScriptedProvider({
          firstTokenMs: config.PARLEY_TEST_LLM_FIRST_TOKEN_MS,
          jitterPercent: config.PARLEY_TEST_JITTER_PERCENT,
          tokenMs: config.PARLEY_TEST_LLM_TOKEN_MS,
        }),
      ]
    : [];
  return new ProviderRegistry([local, ...hostedProviders(config), ...scripted], config, (message) =>
    logger.warn(message),
  );
}

/** Loads the default model at the start; the service is ready when it is. */
@Injectable()
class DefaultModel implements OnModuleInit, OnModuleDestroy {
  constructor(
    @Inject(ProviderRegistry) private readonly registry: ProviderRegistry,
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    const { provider, id, name } = this.registry.resolve('');
    let detail = `${name}: loading`;
    let loaded = false;
    this.readiness.register('default model', () => {
      if (!loaded) return { ready: false, detail };
      return provider instanceof LocalProvider ? provider.ready(id.model) : true;
    });
    if (provider.warm === undefined) {
      loaded = true;
      return;
    }
    const warm = async (): Promise<void> => {
      try {
        await provider.warm?.(id.model);
        loaded = true;
      } catch (error) {
        detail = error instanceof Error ? error.message : `${name}: could not be loaded`;
        this.logger.error({ err: error, model: name }, 'the default model could not be loaded');
      }
    };
    void warm();
  }

  async onModuleDestroy(): Promise<void> {
    await this.registry.stop();
  }
}

@Module({
  providers: [
    { provide: ProviderRegistry, useFactory: createRegistry, inject: [CONFIG, LOGGER, METRICS] },
    DefaultModel,
  ],
  exports: [ProviderRegistry],
})
export class ProvidersModule {}
