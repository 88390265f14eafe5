import { Inject, Injectable } from '@nestjs/common';
import { METRICS } from '@parley/service';
import { counter, histogram, type Registry } from '@parley/telemetry';

/** What an operator needs to see of the analyzer. */
@Injectable()
export class PersonaMetrics {
  readonly events;
  readonly dropped;
  readonly silenceFilled;
  readonly malformed;
  readonly analysis;

  constructor(@Inject(METRICS) registry: Registry) {
    this.events = counter(registry, {
      name: 'parley_persona_events_total',
      help: 'Perception events sent, by scope.',
      labels: ['scope'],
    });
    this.dropped = counter(registry, {
      name: 'parley_persona_events_dropped_total',
      help: 'Perception events dropped because the caller granted no credit.',
    });
    this.silenceFilled = counter(registry, {
      name: 'parley_persona_silence_filled_seconds_total',
      help: 'Audio that never arrived and was taken for silence.',
    });
    this.malformed = counter(registry, {
      name: 'parley_persona_messages_malformed_total',
      help: 'Messages that could not be decoded or carried audio of another rate.',
    });
    this.analysis = histogram(registry, {
      name: 'parley_persona_analysis_seconds',
      help: 'Event-loop time taken by one piece of audio.',
      buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05],
    });
  }
}
