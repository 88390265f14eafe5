import { Module } from '@nestjs/common';
import { CONFIG, METRICS } from '@parley/service';
import type { Registry } from '@parley/telemetry';
import type { Config } from '../config';
import { Measures } from '../routing/measures';
import { RoutingModule } from '../routing/routing.module';
import { AnswerMetrics } from './answer-metrics';
import { Answers } from './answers';
import { Breakers } from './breakers';
import type { Deadlines } from './state';

const deadlinesOf = (config: Config): Deadlines => ({
  firstTokenMs: config.PARLEY_LLM_FIRST_TOKEN_TIMEOUT_MS,
  fallbackMs: config.PARLEY_LLM_FALLBACK_TIMEOUT_MS,
  betweenTokensMs: config.PARLEY_LLM_TOKEN_TIMEOUT_MS,
  totalMs: config.PARLEY_LLM_TOTAL_TIMEOUT_MS,
  hedgeMs: config.PARLEY_LLM_HEDGE_MS,
});

@Module({
  imports: [RoutingModule],
  providers: [
    {
      provide: Answers,
      useFactory: (config: Config, registry: Registry, measures: Measures) => {
        const breakers = new Breakers();
        const metrics = new AnswerMetrics(registry, breakers);
        return new Answers({ deadlines: deadlinesOf(config), breakers, metrics, measures });
      },
      inject: [CONFIG, METRICS, Measures],
    },
  ],
  exports: [Answers],
})
export class AnsweringModule {}
