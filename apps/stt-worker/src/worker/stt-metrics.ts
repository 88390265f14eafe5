import { Inject, Injectable } from '@nestjs/common';
import { METRICS } from '@parley/service';
import { counter, gauge, histogram, type Registry } from '@parley/telemetry';

const decodeBuckets = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1, 1.5, 2, 3, 5, 10];

/** What an operator needs to see of the hearing. */
@Injectable()
export class SttMetrics {
  readonly streams;
  readonly finalAfterSpeech;
  readonly finalWait;
  readonly decode;
  readonly realtimeFactor;
  readonly decodeFailures;
  readonly partialsDropped;
  readonly turns;
  readonly refused;
  readonly vadBatch;
  readonly vadTurnaround;
  readonly vadRestarts;
  readonly decisions;
  readonly endpointSilence;
  readonly earSeconds;
  readonly earRefused;
  readonly earRestarts;
  readonly denoiserRestarts;

  constructor(@Inject(METRICS) registry: Registry) {
    this.streams = gauge(registry, { name: 'parley_stt_streams_open', help: 'Sessions heard now.' });
    this.finalAfterSpeech = histogram(registry, {
      name: 'parley_stt_final_after_speech_seconds',
      help: 'From the last speech of a turn to its final transcript, endpointing silence included.',
      buckets: decodeBuckets,
    });
    this.finalWait = histogram(registry, {
      name: 'parley_stt_final_wait_seconds',
      help: 'From the commit of a turn to its final transcript.',
      buckets: [0.005, 0.02, ...decodeBuckets],
    });
    this.decode = histogram(registry, {
      name: 'parley_stt_decode_seconds',
      help: 'Time of one decode, without waiting for the engine, by purpose.',
      labels: ['purpose'],
      buckets: decodeBuckets,
    });
    this.realtimeFactor = histogram(registry, {
      name: 'parley_stt_realtime_factor_ratio',
      help: 'Decode time per time of audio decoded, by purpose.',
      labels: ['purpose'],
      buckets: [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 2, 5],
    });
    this.decodeFailures = counter(registry, {
      name: 'parley_stt_decode_failures_total',
      help: 'Decodes that failed, by purpose and error code.',
      labels: ['purpose', 'code'],
    });
    this.partialsDropped = counter(registry, {
      name: 'parley_stt_partials_dropped_total',
      help: 'Partials that were due and not decoded because the engine had better to do.',
    });
    this.turns = counter(registry, {
      name: 'parley_stt_turns_total',
      help: 'Turns by how their transcript ended: text, empty or failed.',
      labels: ['outcome'],
    });
    this.refused = counter(registry, {
      name: 'parley_stt_messages_refused_total',
      help: 'Messages that could not be read, or audio of another rate or from nowhere.',
    });
    this.vadBatch = histogram(registry, {
      name: 'parley_stt_vad_batch_frames',
      help: 'Frames of different streams judged in one run of the VAD model.',
      buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    });
    this.vadTurnaround = histogram(registry, {
      name: 'parley_stt_vad_turnaround_seconds',
      help: 'From a frame handed to the VAD thread to the next results from it.',
      buckets: [0.0005, 0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.25],
    });
    this.vadRestarts = counter(registry, {
      name: 'parley_stt_vad_restarts_total',
      help: 'Times the VAD thread went away.',
    });
    this.decisions = counter(registry, {
      name: 'parley_stt_endpoint_decisions_total',
      help: 'Turns that semantic_vad ended, by reason.',
      labels: ['reason'],
    });
    this.endpointSilence = histogram(registry, {
      name: 'parley_stt_endpoint_silence_seconds',
      help: 'Silence after which semantic_vad ended a turn.',
      buckets: [0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.65, 0.8, 1, 1.5, 2, 3, 4, 8],
    });
    this.earSeconds = histogram(registry, {
      name: 'parley_stt_acoustic_ear_seconds',
      help: 'From a pause handed to the acoustic ear to its judgement.',
      buckets: [0.025, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1, 2],
    });
    this.earRefused = counter(registry, {
      name: 'parley_stt_acoustic_ear_refused_total',
      help: 'Pauses that the acoustic ear had no time for.',
    });
    this.earRestarts = counter(registry, {
      name: 'parley_stt_acoustic_ear_restarts_total',
      help: 'Times the acoustic ear went away.',
    });
    this.denoiserRestarts = counter(registry, {
      name: 'parley_stt_denoiser_restarts_total',
      help: 'Times the noise reduction went away, or did not keep up.',
    });
  }
}
