import { Module } from '@nestjs/common';
import { BUS, CONFIG, LOGGER, METRICS, type Bus } from '@parley/service';
import type { SessionStore } from '@parley/state';
import type { Logger, Registry } from '@parley/telemetry';
import type { GatewayConfig } from '../config';
import { sessionLimits } from '@parley/metering';
import { PromptBook } from '../prompts/prompt-book';
import { PromptsModule } from '../prompts/prompts.module';
import { SESSION_STORE } from '../state/state.module';
import { sessionDefaults } from './defaults';
import { SESSION_FACTORY, type SessionFactory } from './ports';
import { SpeechOffers } from '../workers/speech-offers';
import { AudioBudget } from './shell/audio/audio-budget';
import { SessionMetrics } from './shell/metrics';
import { GatewaySessions } from './shell/session-factory';

@Module({
  imports: [PromptsModule],
  providers: [
    {
      provide: SESSION_FACTORY,
      inject: [BUS, SESSION_STORE, LOGGER, METRICS, CONFIG, PromptBook, SpeechOffers],
      useFactory: (
        bus: Bus,
        store: SessionStore,
        log: Logger,
        registry: Registry,
        config: GatewayConfig,
        prompts: PromptBook,
        offers: SpeechOffers,
      ): SessionFactory =>
        new GatewaySessions({
          bus,
          store,
          log,
          metrics: new SessionMetrics(registry),
          maxDurationMs: config.PARLEY_SESSION_MAX_MS,
          itemAudio: new AudioBudget(
            config.PARLEY_MAX_ITEM_AUDIO_BYTES,
            config.PARLEY_MAX_TOTAL_ITEM_AUDIO_BYTES || Infinity,
          ),
          prompts,
          offers,
          speculation: config.PARLEY_SPECULATION,
          maxLeadMs: config.PARLEY_MAX_LEAD_MS,
          memoryModel: config.PARLEY_MEMORY_MODEL,
          caps: {
            maxOutputTokens: config.PARLEY_MAX_RESPONSE_TOKENS || 'inf',
            maxResponseMs: config.PARLEY_MAX_RESPONSE_MS || Infinity,
          },
          limits: sessionLimits(config),
          ...sessionDefaults,
        }),
    },
  ],
  exports: [SESSION_FACTORY],
})
export class SessionModule {}
