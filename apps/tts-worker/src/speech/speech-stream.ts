import { isSampleRate } from '@parley/audio';
import { BusError, type InboundFrame, type Stream, type StreamClose, type StreamHandlers } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { EngineError } from '@parley/engines-kit';
import type { Logger, Spans } from '@parley/telemetry';
import { deliveryOf } from '../prosody/delivery';
import type { VoiceRegistry } from '../voices/voice-registry';
import { abortable } from './abortable';
import type { TtsMetrics } from './tts-metrics';
import { Utterance } from './utterance';

const defaultSampleRate = 24_000;

export interface SpeechStreamDependencies {
  readonly voices: VoiceRegistry;
  readonly metrics: TtsMetrics;
  readonly spans: Spans;
  readonly logger: Pick<Logger, 'warn' | 'debug'>;
  readonly now: () => number;
}

/**
 * One session's speech: at most one response is spoken at a time, the one of the highest generation. A newer one,
 * or a cancel, ends it at once.
 */
export class SpeechStream implements StreamHandlers {
  #current: { readonly generation: number; readonly utterance: Utterance } | undefined;
  #newest = 0;
  #begun: number | undefined;
  #ended = false;

  constructor(
    private readonly stream: Stream,
    /** The voice of responses that name none. */
    private readonly voice: string,
    private readonly dependencies: SpeechStreamDependencies,
  ) {
    const { id } = dependencies.voices.find(voice);
    stream.send(encode(v1.SpeechEvent, { voice: { id } }));
  }

  onFrame({ payload, generation }: InboundFrame): void {
    const input = this.#decode(payload);
    if (input === undefined) return;
    if (generation < this.#newest) return;
    if (input.input === 'begin') {
      this.#begin(generation, input.begin);
      return;
    }
    const utterance = this.#current?.generation === generation ? this.#current.utterance : undefined;
    if (utterance === undefined) return;
    if (input.input === 'text') utterance.addText(input.text.delta ?? '');
    else if (input.input === 'finish') utterance.finish();
  }

  onCancel(generation: number): void {
    this.#newest = Math.max(this.#newest, generation + 1);
    if (this.#current !== undefined && this.#current.generation <= generation) this.#drop();
  }

  onEnd(): void {
    this.#ended = true;
    this.#current?.utterance.finish();
    this.#closeWhenIdle();
  }

  onClose(close: StreamClose): void {
    this.dependencies.logger.debug({ stream: this.stream.id, close: close.kind }, 'speech stream closed');
    this.#drop();
  }

  #decode(payload: Uint8Array): v1.SpeakInput.$Shape | undefined {
    try {
      const input = decode(v1.SpeakInput, payload);
      if (input.input !== undefined) return input;
    } catch (error) {
      this.dependencies.logger.warn(
        { stream: this.stream.id, err: error },
        'a message that is no SpeakInput',
      );
    }
    this.dependencies.metrics.malformed.inc();
    return undefined;
  }

  #begin(generation: number, begin: v1.SpeakBegin.$Properties): void {
    if (this.#begun === generation) {
      this.dependencies.metrics.malformed.inc();
      return;
    }
    this.#drop();
    this.#begun = generation;
    this.#newest = generation;
    const { voices, metrics, now } = this.dependencies;
    const sampleRate = begin.sampleRate || defaultSampleRate;
    try {
      if (!isSampleRate(sampleRate)) {
        throw new EngineError('caller_fault', 'unsupported_rate', `No audio at ${sampleRate} Hz`);
      }
      const utterance = new Utterance({
        voice: voices.find(begin.voice || this.voice),
        language: begin.language ?? '',
        wholeSentences: begin.wholeSentences ?? false,
        delivery: deliveryOf(begin),
        send: (event, signal) => this.#send(generation, event, signal),
        ...{ sampleRate, voices, metrics, now },
      });
      const current = { generation, utterance };
      this.#current = current;
      void this.#run(current);
    } catch (error) {
      if (EngineError.isInstance(error) && error.code === 'unknown_voice') this.#leaveToOthers(error.message);
      else void this.#refuse(generation, error);
    }
  }

  /** Another worker may have the voice. */
  #leaveToOthers(message: string): void {
    this.dependencies.metrics.utterances.inc({ outcome: 'refused' });
    this.stream.close({ code: 'refused', message, retryable: true });
  }

  async #run(current: { readonly generation: number; readonly utterance: Utterance }): Promise<void> {
    const { metrics, spans } = this.dependencies;
    const startMs = performance.now();
    const outcome = await current.utterance.run();
    metrics.utterances.inc({ outcome });
    spans.record({
      name: 'speak',
      startMs,
      endMs: performance.now(),
      attributes: { 'parley.tts.outcome': outcome, ...current.utterance.facts },
      ...(outcome === 'failed' ? { failure: outcome } : {}),
    });
    if (this.#current === current) this.#current = undefined;
    this.#closeWhenIdle();
  }

  async #refuse(generation: number, error: unknown): Promise<void> {
    const known = EngineError.isInstance(error);
    this.dependencies.metrics.utterances.inc({ outcome: 'refused' });
    if (!known)
      this.dependencies.logger.warn({ stream: this.stream.id, err: error }, 'a response could not begin');
    const failed = {
      class: known ? error.errorClass : 'unknown',
      code: known ? error.code : 'internal',
      message: known ? error.message : 'Speech could not begin',
    };
    try {
      await this.#send(generation, { failed }, AbortSignal.timeout(5_000));
    } catch {
      // The stream is gone, and with it whoever would want to know.
    }
  }

  #drop(): void {
    this.#current?.utterance.abort();
    this.#current = undefined;
  }

  #closeWhenIdle(): void {
    if (this.#ended && this.#current === undefined && !this.stream.closed) this.stream.close();
  }

  async #send(generation: number, event: v1.SpeechEvent.$Properties, signal: AbortSignal): Promise<void> {
    const payload = encode(v1.SpeechEvent, event);
    for (;;) {
      signal.throwIfAborted();
      if (this.stream.closed) throw new BusError('closed', 'The stream is closed');
      if (this.stream.send(payload, { generation })) return;
      await abortable(this.stream.ready(), signal);
    }
  }
}
