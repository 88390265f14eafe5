import { Inject, Injectable } from '@nestjs/common';
import { METRICS } from '@parley/service';
import { counter, gauge, histogram, type Registry } from '@parley/telemetry';

const latency = [0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 2, 5, 10];

@Injectable()
export class TtsMetrics {
  readonly firstByte;
  readonly firstAudible;
  readonly realtimeFactor;
  readonly segments;
  readonly utterances;
  readonly audioSeconds;
  readonly queue;
  readonly malformed;

  constructor(@Inject(METRICS) registry: Registry) {
    this.firstByte = histogram(registry, {
      name: 'parley_tts_first_byte_seconds',
      help: 'From the first segment being known to its first audio being sent.',
      labels: ['engine'],
      buckets: latency,
    });
    this.firstAudible = histogram(registry, {
      name: 'parley_tts_first_audible_seconds',
      help: 'The same, to the first sample that can be heard.',
      labels: ['engine'],
      buckets: latency,
    });
    this.realtimeFactor = histogram(registry, {
      name: 'parley_tts_realtime_factor',
      help: 'Synthesis time of a segment over the length of its audio.',
      labels: ['engine'],
      buckets: [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 3],
    });
    this.segments = counter(registry, {
      name: 'parley_tts_segments_total',
      help: 'Segments by engine and outcome.',
      labels: ['engine', 'outcome'],
    });
    this.utterances = counter(registry, {
      name: 'parley_tts_utterances_total',
      help: 'Spoken responses by outcome.',
      labels: ['outcome'],
    });
    this.audioSeconds = counter(registry, {
      name: 'parley_tts_audio_seconds_total',
      help: 'Audio sent.',
      labels: ['engine'],
    });
    this.queue = gauge(registry, {
      name: 'parley_tts_segments_waiting',
      help: 'Segments that wait for synthesis.',
    });
    this.malformed = counter(registry, {
      name: 'parley_tts_messages_malformed_total',
      help: 'Messages that could not be decoded or came out of turn.',
    });
  }
}
