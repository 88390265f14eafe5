import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Admission } from '@parley/admission';
import { LOGGER, METRICS } from '@parley/service';
import type { Logger, Registry } from '@parley/telemetry';
import { PromptsModule } from '../prompts/prompts.module';
import { AccessChecks } from './access-checks';
import { AccessGuard } from './access.guard';
import { ChatCompletions } from './chat/chat-completions';
import { ChatRoute } from './chat/chat-route';
import { DoorsModule } from '../doors/doors.module';
import { ClientSecrets } from './client-secrets/client-secrets';
import { ClientSecretsController } from './client-secrets/client-secrets.controller';
import { LegacySessionsController } from './client-secrets/legacy-sessions.controller';
import { DocumentsController } from './documents/documents.controller';
import { ErrorFilter } from './error.filter';
import { TokenRequests } from './inworld-tokens/token-requests';
import { TokensController } from './inworld-tokens/tokens.controller';
import { ModelCatalog } from './models/catalog';
import { ModelsController } from './models/models.controller';
import { PlaygroundController } from './playground/playground.controller';
import { RequestMetrics } from './request-metrics';
import { RouterClient } from './routers/router-client';
import { RoutersController } from './routers/routers.controller';
import { BudgetsController } from './usage/budgets.controller';
import { UsageController } from './usage/usage.controller';

/** The REST API: controllers behind one guard, errors in one shape. */
@Module({
  imports: [DiscoveryModule, DoorsModule, PromptsModule],
  controllers: [
    ClientSecretsController,
    DocumentsController,
    LegacySessionsController,
    ModelsController,
    PlaygroundController,
    RoutersController,
    TokensController,
    UsageController,
    BudgetsController,
  ],
  providers: [
    AccessChecks,
    {
      provide: ChatRoute,
      inject: [Admission, ChatCompletions, METRICS, LOGGER],
      useFactory: (admission: Admission, chat: ChatCompletions, metrics: Registry, log: Logger) =>
        new ChatRoute(admission, chat, new RequestMetrics(metrics), log),
    },
    ClientSecrets,
    ModelCatalog,
    RouterClient,
    TokenRequests,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: ErrorFilter },
  ],
  exports: [ChatRoute],
})
export class RestModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(RequestMetrics).forRoutes('*all');
  }
}
