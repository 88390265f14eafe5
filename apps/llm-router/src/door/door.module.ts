import { Inject, Injectable, Module, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Admission, AdmissionModule, BodyRoom, KeyLimiter } from '@parley/admission';
import { CONFIG, Drain, LOGGER, METRICS } from '@parley/service';
import type { Logger, Registry } from '@parley/telemetry';
import { Answers } from '../answering/answers';
import { AnsweringModule } from '../answering/answering.module';
import type { Config } from '../config';
import { ProvidersModule } from '../providers/providers.module';
import { ProviderRegistry } from '../providers/registry';
import { Planner } from '../routing/planner';
import { RoutingModule } from '../routing/routing.module';
import { ChatController } from './chat.controller';
import { Door } from './door';
import { DoorMetrics } from './door-metrics';
import { DoorServer } from './door-server';

/** Opens the door to HTTP where the configuration gives it a port; over the bus it is always open. */
@Injectable()
class DoorLifecycle implements OnModuleInit, OnModuleDestroy {
  #server: DoorServer | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(Drain) private readonly drain: Drain,
    @Inject(Door) private readonly door: Door,
  ) {}

  async onModuleInit(): Promise<void> {
    const { PARLEY_LLM_DOOR_PORT, PARLEY_LLM_DOOR_HOST } = this.config;
    if (PARLEY_LLM_DOOR_PORT === undefined) return;
    const server = new DoorServer(this.door.handle);
    const port = await server.listen(PARLEY_LLM_DOOR_HOST, PARLEY_LLM_DOOR_PORT);
    this.#server = server;
    this.drain.register('door', (timeoutMs) => server.close(timeoutMs));
    this.logger.info({ port }, 'the OpenAI-compatible door is open');
  }

  async onModuleDestroy(): Promise<void> {
    await this.#server?.close(0);
  }
}

function doorOf(
  config: Config,
  logger: Logger,
  metrics: Registry,
  planner: Planner,
  answers: Answers,
  registry: ProviderRegistry,
  admission: Admission,
  limiter: KeyLimiter,
): Door {
  const door: Door = new Door({
    planner,
    answers,
    registry,
    admission,
    limiter,
    metrics: new DoorMetrics(metrics, () => door.running),
    logger,
    maxRunning: config.PARLEY_LLM_DOOR_REQUESTS,
    room: new BodyRoom(config.PARLEY_MAX_CHAT_BODY_BYTES, metrics),
  });
  return door;
}

@Module({
  imports: [AdmissionModule, AnsweringModule, RoutingModule, ProvidersModule],
  controllers: [ChatController],
  providers: [
    {
      provide: Door,
      inject: [CONFIG, LOGGER, METRICS, Planner, Answers, ProviderRegistry, Admission, KeyLimiter],
      useFactory: doorOf,
    },
    DoorLifecycle,
  ],
})
export class DoorModule {}
