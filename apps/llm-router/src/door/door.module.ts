import { Inject, Injectable, Module, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CONFIG, Drain, LOGGER, METRICS } from '@parley/service';
import type { Logger, Registry } from '@parley/telemetry';
import { Answers } from '../answering/answers';
import { AnsweringModule } from '../answering/answering.module';
import type { Config } from '../config';
import { ProvidersModule } from '../providers/providers.module';
import { ProviderRegistry } from '../providers/registry';
import { Planner } from '../routing/planner';
import { RoutingModule } from '../routing/routing.module';
import { Door } from './door';
import { DoorKeys } from './door-keys';
import { DoorMetrics } from './door-metrics';
import { DoorServer } from './door-server';

/** Opens the door where the configuration gives it a port. */
@Injectable()
class DoorLifecycle implements OnModuleInit, OnModuleDestroy {
  #server: DoorServer | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(METRICS) private readonly registry: Registry,
    @Inject(Drain) private readonly drain: Drain,
    @Inject(Planner) private readonly planner: Planner,
    @Inject(Answers) private readonly answers: Answers,
    @Inject(ProviderRegistry) private readonly providers: ProviderRegistry,
  ) {}

  async onModuleInit(): Promise<void> {
    const { PARLEY_LLM_DOOR_PORT, PARLEY_LLM_DOOR_HOST, PARLEY_LLM_DOOR_REQUESTS, PARLEY_API_KEYS } =
      this.config;
    if (PARLEY_LLM_DOOR_PORT === undefined) return;
    const door: Door = new Door({
      planner: this.planner,
      answers: this.answers,
      registry: this.providers,
      keys: new DoorKeys(PARLEY_API_KEYS),
      metrics: new DoorMetrics(this.registry, () => door.running),
      logger: this.logger,
      maxRunning: PARLEY_LLM_DOOR_REQUESTS,
    });
    const server = new DoorServer(door.handle);
    const port = await server.listen(PARLEY_LLM_DOOR_HOST, PARLEY_LLM_DOOR_PORT);
    this.#server = server;
    this.drain.register('door', (timeoutMs) => server.close(timeoutMs));
    this.logger.info({ port }, 'the OpenAI-compatible door is open');
  }

  async onModuleDestroy(): Promise<void> {
    await this.#server?.close(0);
  }
}

@Module({
  imports: [AnsweringModule, RoutingModule, ProvidersModule],
  providers: [DoorLifecycle],
})
export class DoorModule {}
