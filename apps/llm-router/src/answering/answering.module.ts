import { Module } from '@nestjs/common';
import { METRICS } from '@parley/service';
import type { Registry } from '@parley/telemetry';
import { AnswerMetrics } from './answer-metrics';
import { Breakers } from './breakers';

/** What all answers of this process share. */
@Module({
  providers: [
    { provide: Breakers, useFactory: () => new Breakers() },
    {
      provide: AnswerMetrics,
      useFactory: (metrics: Registry, breakers: Breakers) => new AnswerMetrics(metrics, breakers),
      inject: [METRICS, Breakers],
    },
  ],
  exports: [Breakers, AnswerMetrics],
})
export class AnsweringModule {}
