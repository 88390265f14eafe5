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

interface Waiting {
  readonly order: DecodeOrder;
  readonly engine: RecognizerEngine;
}

/** Of one stream beyond what its engine does side by side: it finds its next work at once. */
const spare = 1;

/**
 * Has one stream's stretches decoded, and tells how it went. Audio that comes faster than it is decoded waits here, in
 * order: an engine has a few stretches of each stream and no more, so that others are not behind all of one's.
 */
export class Decoder {
  readonly #running = new Map<string, AbortController>();
  #waiting: Waiting[] = [];
  /** Under way, but for what is only to be shown. */
  #busy = 0;

  constructor(
    private readonly dependencies: DecoderDependencies,
    private readonly options: DecoderOptions,
    private readonly listener: DecodeListener,
  ) {}

  start(order: DecodeOrder, engine: RecognizerEngine): void {
    if (order.purpose === 'partial') {
      this.#begin(order, engine);
      return;
    }
    this.#supersede(order);
    this.#waiting.push({ order, engine });
    this.#pump();
  }

  drop(key: DecodeKey): void {
    this.#waiting = this.#waiting.filter(({ order }) => nameOf(order) !== nameOf(key));
    this.#running.get(nameOf(key))?.abort();
    this.#running.delete(nameOf(key));
  }

  close(): void {
    this.#waiting = [];
    for (const controller of this.#running.values()) controller.abort();
    this.#running.clear();
  }

  /** What was to be read on the chance that a turn was over is of no use once more of the same is to be. */
  #supersede({ turn, startSample }: DecodeOrder): void {
    const old = this.#waiting.filter(
      ({ order }) => order.purpose === 'early' && order.turn === turn && order.startSample === startSample,
    );
    if (old.length === 0) return;
    this.#waiting = this.#waiting.filter((waiting) => !old.includes(waiting));
    // Later: the session is in the middle of a step.
    setImmediate(() => {
      for (const { order } of old) this.listener.onFailure(order, superseded);
    });
  }

  #pump(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      if (this.#busy >= next.engine.capacity + spare) return;
      this.#waiting.shift();
      this.#begin(next.order, next.engine);
    }
  }

  #begin(order: DecodeOrder, engine: RecognizerEngine): void {
    const controller = new AbortController();
    this.#running.set(nameOf(order), controller);
    if (order.purpose === 'partial') void this.#run(order, engine, controller, partialTimeoutMs);
    else void this.#runCounted(order, engine, controller);
  }

  async #runCounted(
    order: DecodeOrder,
    engine: RecognizerEngine,
    controller: AbortController,
  ): Promise<void> {
    // Behind another of this stream it has to wait for that first.
    const turns = this.#busy >= engine.capacity ? 2 : 1;
    this.#busy += 1;
    const ended = new Promise<void>((resolve) => {
      controller.signal.addEventListener('abort', () => resolve(), { once: true });
      void this.#run(order, engine, controller, turns * this.options.finalDeadlineMs).then(resolve);
    });
    await ended;
    this.#busy -= 1;
    this.#pump();
  }

  async #run(
    order: DecodeOrder,
    engine: RecognizerEngine,
    controller: AbortController,
    timeoutMs: number,
  ): Promise<void> {
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
        timeoutMs,
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

const superseded: DecodeFailure = {
  code: 'superseded',
  message: 'more of the same is to be read',
  retryable: false,
};

const nameOf = ({ turn, jobId }: DecodeKey): string => `${turn}/${jobId}`;

function describe(error: unknown): DecodeFailure {
  if (EngineError.isInstance(error)) {
    return { code: error.code, message: error.message, retryable: error.retryable };
  }
  return { code: 'internal', message: 'the decode failed', retryable: false };
}
