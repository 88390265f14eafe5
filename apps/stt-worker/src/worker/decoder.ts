import { EngineError } from '@parley/engines-kit';
import type { Spans } from '@parley/telemetry';
import type { RecognizerEngine } from '../engines/recognizer';
import { samplesToMs } from '../endpointing/time';
import type { DecodeKey, DecodeOrder } from '../hearing/ports';
import type { PartialGovernor } from '../transcription/governor';
import type { DecodeFailure, DecodePurpose, Reading } from '../transcription/utterance-types';
import type { SttMetrics } from './stt-metrics';

export interface DecodeListener {
  onReading(key: DecodeKey, reading: Omit<Reading, 'span'>): void;
  onFailure(key: DecodeKey, failure: DecodeFailure): void;
}

/** Finals before the pieces of long turns before what is only to be shown. */
const priorities: Readonly<Record<DecodePurpose, number>> = { partial: 0, segment: 1, early: 2, final: 3 };

/** Of recordings: after everything that somebody waits for. */
const backgroundPriority = -1;

export interface DecoderDependencies {
  readonly governor: PartialGovernor;
  readonly metrics: SttMetrics;
  readonly spans: Spans;
}

export interface DecoderOptions {
  readonly finalDeadlineMs: number;
  readonly background?: boolean;
}

/** A partial that takes longer is not worth showing. */
const partialTimeoutMs = 5_000;

/** Has one stream's stretches decoded, and tells how it went. */
export class Decoder {
  readonly #running = new Map<string, AbortController>();

  constructor(
    private readonly dependencies: DecoderDependencies,
    private readonly options: DecoderOptions,
    private readonly listener: DecodeListener,
  ) {}

  start(order: DecodeOrder, engine: RecognizerEngine): void {
    const controller = new AbortController();
    this.#running.set(nameOf(order), controller);
    void this.#run(order, engine, controller);
  }

  drop(key: DecodeKey): void {
    this.#running.get(nameOf(key))?.abort();
    this.#running.delete(nameOf(key));
  }

  close(): void {
    for (const controller of this.#running.values()) controller.abort();
    this.#running.clear();
  }

  async #run(order: DecodeOrder, engine: RecognizerEngine, controller: AbortController): Promise<void> {
    const startedMs = performance.now();
    const { governor, metrics } = this.dependencies;
    if (order.purpose === 'partial') governor.partialStarted();
    try {
      const recognition = await engine.recognize({
        pcm: order.pcm,
        language: order.language,
        languages: order.languages,
        prompt: order.prompt,
        partial: order.purpose === 'partial',
        priority: this.options.background === true ? backgroundPriority : priorities[order.purpose],
        timeoutMs: order.purpose === 'partial' ? partialTimeoutMs : this.options.finalDeadlineMs,
        utterance: order.utterance,
        signal: controller.signal,
      });
      const reading = { ...recognition, decodeMs: recognition.decodeMs ?? performance.now() - startedMs };
      this.#measure(order, engine, reading.decodeMs);
      if (!controller.signal.aborted) this.listener.onReading(order, reading);
    } catch (error) {
      const failure = describe(error);
      if (controller.signal.aborted) return;
      metrics.decodeFailures.inc({ purpose: order.purpose, code: failure.code });
      this.listener.onFailure(order, failure);
    } finally {
      this.#running.delete(nameOf(order));
      if (order.purpose === 'partial') {
        const nowMs = performance.now();
        governor.partialEnded(nowMs, nowMs - startedMs);
      }
    }
  }

  #measure({ purpose, pcm }: DecodeOrder, engine: RecognizerEngine, decodeMs: number): void {
    const { governor, metrics, spans } = this.dependencies;
    const audioMs = samplesToMs(pcm.length);
    governor.decoded(audioMs, decodeMs);
    metrics.decode.observe({ purpose }, decodeMs / 1000);
    metrics.realtimeFactor.observe({ purpose }, decodeMs / Math.max(1, audioMs));
    const endMs = performance.now();
    spans.record({
      name: 'transcribe',
      startMs: endMs - decodeMs,
      endMs,
      attributes: {
        'parley.stt.engine': engine.id,
        'parley.stt.purpose': purpose,
        'parley.stt.audio_ms': Math.round(audioMs),
      },
    });
  }
}

const nameOf = ({ turn, jobId }: DecodeKey): string => `${turn}/${jobId}`;

function describe(error: unknown): DecodeFailure {
  if (EngineError.isInstance(error)) {
    return { code: error.code, message: error.message, retryable: error.retryable };
  }
  return { code: 'internal', message: 'the decode failed', retryable: false };
}
