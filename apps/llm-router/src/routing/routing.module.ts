import { Inject, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { CONFIG, LOGGER, METRICS, Resources } from '@parley/service';
import { RouterStore } from '@parley/state';
import { counter, type Logger, type Registry } from '@parley/telemetry';
import type { Config } from '../config';
import { ProvidersModule } from '../providers/providers.module';
import { ProviderRegistry } from '../providers/registry';
import { Measures } from './measures';
import { Planner } from './planner';
import { RoutersController } from './routers.controller';
import { Scores } from './scores';
import { readRouterFile, type RouterFile } from './store/router-file';
import { Routers } from './store/routers';

const FILE = Symbol('router file');

@Injectable()
class RoutersLifecycle implements OnModuleInit {
  constructor(@Inject(Routers) private readonly routers: Routers) {}

  async onModuleInit(): Promise<void> {
    await this.routers.start();
  }
}

@Module({
  imports: [ProvidersModule],
  controllers: [RoutersController],
  providers: [
    RoutersLifecycle,
    { provide: Measures, useFactory: () => new Measures() },
    {
      provide: FILE,
      useFactory: ({ PARLEY_ROUTERS_FILE }: Config) => readRouterFile(PARLEY_ROUTERS_FILE),
      inject: [CONFIG],
    },
    {
      provide: Routers,
      useFactory: ({ routers }: RouterFile, config: Config, logger: Logger, resources: Resources) => {
        const store = new RouterStore({ url: config.REDIS_URL, log: logger });
        return resources.own(new Routers({ fromFile: routers, store, logger }), (known) => known.stop());
      },
      inject: [FILE, CONFIG, LOGGER, Resources],
    },
    {
      provide: Planner,
      useFactory: (
        registry: ProviderRegistry,
        measures: Measures,
        routers: Routers,
        file: RouterFile,
        metrics: Registry,
        logger: Logger,
      ) => {
        const late = counter(metrics, {
          name: 'parley_llm_conditions_late_total',
          help: 'Requests whose router had conditions that came to no end in time, so that none of them held.',
        });
        const onLate = (router: string): void => {
          late.inc();
          logger.debug({ router }, 'the conditions of a router came to no end');
        };
        return new Planner({ registry, measures, routers, scores: new Scores(file.scores), onLate });
      },
      inject: [ProviderRegistry, Measures, Routers, FILE, METRICS, LOGGER],
    },
  ],
  exports: [Planner, Measures, Routers],
})
export class RoutingModule {}
