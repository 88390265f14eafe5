import { Inject, Injectable, Module, type OnModuleDestroy } from '@nestjs/common';
import { Outbound } from '@parley/outbound';
import { CONFIG } from '@parley/service';
import type { Config } from '../config';
import { configuredSearch, type ConfiguredSearch } from './search/configured';
import { WebSearch } from './search/web-search';
import { ToolsController } from './tools.controller';

const SEARCH = Symbol('search');

@Injectable()
class ToolsLifecycle implements OnModuleDestroy {
  constructor(
    @Inject(Outbound) private readonly outbound: Outbound,
    @Inject(SEARCH) private readonly search: ConfiguredSearch,
  ) {}

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.outbound.close(), this.search.outbound.close()]);
  }
}

@Module({
  controllers: [ToolsController],
  providers: [
    ToolsLifecycle,
    {
      provide: Outbound,
      useFactory: ({ PARLEY_OUTBOUND_ALLOW }: Config) => new Outbound({ allow: PARLEY_OUTBOUND_ALLOW }),
      inject: [CONFIG],
    },
    { provide: SEARCH, useFactory: configuredSearch, inject: [CONFIG] },
    {
      provide: WebSearch,
      useFactory: ({ engines }: ConfiguredSearch, config: Config) =>
        new WebSearch({
          engines,
          defaultEngine: config.PARLEY_SEARCH_ENGINE,
          timeoutMs: config.PARLEY_SEARCH_TIMEOUT_MS,
        }),
      inject: [SEARCH, CONFIG],
    },
  ],
})
export class ToolsModule {}
