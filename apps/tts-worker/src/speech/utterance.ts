import type { v1 } from '@parley/contracts';
import { EngineError } from '@parley/engines-kit';
import type { Attributes } from '@parley/telemetry';
import { Framer, type PcmFrame } from '../audio/framer';
import type { SpeechRequest, Voice } from '../engines/engine';
import { SpeakableText } from '../normalisation/speakable';
import { spokenText } from '../normalisation/spoken';
import type { Delivery } from '../prosody/delivery';
import { Segmenter, type Segment } from '../segmentation/segmenter';
import type { VoiceRegistry } from '../voices/voice-registry';
import { abortable } from './abortable';
import { Handoff } from './handoff';
import { sendSegment } from './segment-sender';
import { SegmentSpeech } from './segment-speech';
import type { TtsMetrics } from './tts-metrics';

export interface UtteranceOptions {
  readonly voice: Voice;
  readonly language: string;
  /** Also the first words wait for their whole sentence. */
  readonly wholeSentences: boolean;
  readonly sampleRate: number;
  readonly delivery: Delivery;
  readonly voices: VoiceRegistry;
  readonly metrics: TtsMetrics;
  readonly now: () => number;
  /** Waits for credit; rejects when the stream is closed or the signal aborts. */
  readonly send: (event: v1.SpeechEvent.$Properties, signal: AbortSignal) => Promise<void>;
}

/** A response longer than this is a mistake, UTF-16 units. */
const maxCharacters = 100_000;
/** What is heard first is made first: the later a segment, the more others may go before it. */
const priorityOf = (segment: number): number => Math.max(0, 10 - segment);
/** Full scale = 1; about −46 dBFS. */
const audibleLevel = 0.005 * 32_768;

/**
 * One spoken response: text in, segments out, as far ahead as the one after the segment being sent. Two loops:
 * one has segments synthesised, the other sends what is ready.
 */
export class Utterance {
  readonly #segments = new Handoff<Segment>();
  readonly #speeches = new Handoff<SegmentSpeech>();
  readonly #abort = new AbortController();
  readonly #segmenter: Segmenter;
  readonly #framer: Framer;
  #firstSegmentMs: number | undefined;
  #segment = 0;
  #audible = false;

  constructor(private readonly options: UtteranceOptions) {
    this.#segmenter = new Segmenter(options.language, options.wholeSentences);
    this.#framer = new Framer(options.sampleRate);
  }

  /** Runs to the end of the speech. Never rejects: failures are sent as SpeechFailed. */
  async run(): Promise<'done' | 'failed' | 'cancelled'> {
    const { signal } = this.#abort;
    try {
      const produced = this.#produce();
      await this.#deliver();
      await produced;
      await this.#send({
        done: { totalSamples: this.#framer.length, characters: this.#segmenter.length },
      });
      return 'done';
    } catch (error) {
      const wasAborted = signal.aborted;
      this.abort();
      if (wasAborted) return 'cancelled';
      return (await this.#fail(error)) ? 'failed' : 'cancelled';
    }
  }

  /** As OpenTelemetry is told it. */
  get facts(): Attributes {
    return {
      'parley.tts.voice': this.options.voice.id,
      'parley.tts.characters': this.#segmenter.length,
      'parley.tts.audio_ms': Math.round((this.#framer.length * 1_000) / this.options.sampleRate),
    };
  }

  addText(delta: string): void {
    if (this.#abort.signal.aborted) return;
    if (this.#segmenter.length + delta.length > maxCharacters) {
      const message = `More than ${maxCharacters} characters in a response`;
      this.#dropWaiting();
      this.#segments.fail(new EngineError('caller_fault', 'text_too_long', message));
      return;
    }
    for (const segment of this.#segmenter.push(delta)) this.#addSegment(segment);
  }

  /** No more text. */
  finish(): void {
    for (const segment of this.#segmenter.flush()) this.#addSegment(segment);
    this.#segments.end();
  }

  /** Stops synthesis and sending at once. */
  abort(): void {
    this.#dropWaiting();
    this.#segments.end();
    this.#speeches.clear();
    this.#speeches.end();
    this.#abort.abort(new Error('The response was abandoned'));
  }

  #dropWaiting(): void {
    this.options.metrics.queue.dec(this.#segments.size);
    this.#segments.clear();
  }

  #addSegment(segment: Segment): void {
    this.#firstSegmentMs ??= this.options.now();
    if (this.#segments.push(segment)) this.options.metrics.queue.inc();
  }

  async #produce(): Promise<void> {
    const speakable = new SpeakableText();
    let previous: SegmentSpeech | undefined;
    try {
      for await (const segment of this.#segments) {
        this.options.metrics.queue.dec();
        if (previous !== undefined) await abortable(previous.begun, this.#abort.signal);
        previous = this.#prepare(segment, speakable);
        this.#speeches.push(previous);
        const made = await previous.synthesize(this.#request(previous), this.#abort.signal, this.options.now);
        // Whoever sends it meets the failure there.
        if (!made) return;
      }
      this.#speeches.end();
    } catch (error) {
      this.#speeches.fail(error);
    }
  }

  #prepare(segment: Segment, speakable: SpeakableText): SegmentSpeech {
    const cast = this.options.voices.cast(this.options.voice, this.options.language, segment.text);
    const pieces = speakable.read(segment.text, cast.language);
    return new SegmentSpeech(segment, pieces, spokenText(pieces), cast);
  }

  #request({ cast, spoken, segment }: SegmentSpeech): SpeechRequest {
    const { delivery } = this.options;
    return {
      voice: cast.voice.engineVoice,
      language: cast.language,
      spoken,
      // Slower by as much as the pitch shift will make it faster.
      rate: delivery.rate / delivery.pitchFactor,
      priority: priorityOf(segment.index),
    };
  }

  async #deliver(): Promise<void> {
    const { voice, delivery, sampleRate, metrics } = this.options;
    for await (const speech of this.#speeches) {
      this.#segment = speech.segment.index;
      speech.begin();
      const engine = speech.cast.voice.engine.name;
      try {
        const samples = await sendSegment(speech, {
          ...{ voice: voice.id, delivery, sampleRate, framer: this.#framer },
          send: (event) => this.#send(event),
          onAudio: (frame, sent) => this.#measure(frame, sent),
        });
        metrics.segments.inc({ engine, outcome: 'done' });
        const seconds = samples / sampleRate;
        metrics.audioSeconds.inc({ engine }, seconds);
        if (seconds > 0) metrics.realtimeFactor.observe({ engine }, speech.synthesisMs / 1_000 / seconds);
      } catch (error) {
        metrics.segments.inc({ engine, outcome: this.#abort.signal.aborted ? 'cancelled' : 'failed' });
        throw error;
      }
    }
    this.#abort.signal.throwIfAborted();
  }

  #measure({ startSample, samples }: PcmFrame, speech: SegmentSpeech): void {
    if (this.#audible || this.#firstSegmentMs === undefined) return;
    const { metrics, now, sampleRate } = this.options;
    const engine = speech.cast.voice.engine.name;
    const waited = (now() - this.#firstSegmentMs) / 1_000;
    if (startSample === 0) metrics.firstByte.observe({ engine }, waited);
    const first = samples.findIndex((sample) => Math.abs(sample) > audibleLevel);
    if (first < 0) return;
    this.#audible = true;
    metrics.firstAudible.observe({ engine }, waited + first / sampleRate);
  }

  #send(event: v1.SpeechEvent.$Properties): Promise<void> {
    return this.options.send(event, this.#abort.signal);
  }

  /** False when nobody is there to be told. */
  async #fail(error: unknown): Promise<boolean> {
    const known = EngineError.isInstance(error);
    const failed = {
      class: known ? error.errorClass : 'unknown',
      code: known ? error.code : 'internal',
      message: known ? error.message : 'Speech could not be made',
      segment: this.#segment,
    };
    try {
      await this.options.send({ failed }, AbortSignal.timeout(5_000));
      return true;
    } catch {
      return false;
    }
  }
}
