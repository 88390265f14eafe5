import { BusError, type InboundFrame, type Stream, type StreamHandlers } from '@parley/bus';
import type { v1 } from '@parley/contracts';
import type { Logger, Spans } from '@parley/telemetry';
import type { AcousticEar } from '../endpointing/acoustic/acoustic-ear';
import type { EndEstimator } from '../endpointing/estimators/estimator';
import { Finalisation } from '../endpointing/finalisation';
import type { TextReader } from '../endpointing/text/text-reader';
import type { EngineRegistry } from '../engines/engine-registry';
import type { RecognizerEngine } from '../engines/recognizer';
import { HearingSession } from '../hearing/hearing-session';
import type { HearingPorts, ListenOrder, ReadOrder } from '../hearing/ports';
import { knownOf, languageSettings } from '../transcription/language';
import type { PartialGovernor } from '../transcription/governor';
import { wideTiming, type TranscriptionTiming } from '../transcription/timing';
import type { Denoiser } from '../noise/denoiser';
import type { Vad } from '../vad/vad';
import { decisionSpan, logDecision } from './decision-log';
import { Decoder, type DecodeListener } from './decoder';
import { EventSender } from './event-sender';
import { parseAudio, parseCommand, type AudioPiece, type HearConfig, type HearOpen } from './messages';
import type { SttMetrics } from './stt-metrics';

export interface HearingDependencies {
  readonly engines: EngineRegistry;
  readonly vad: Vad;
  readonly denoiser: Denoiser;
  readonly governor: PartialGovernor;
  readonly metrics: SttMetrics;
  readonly timing: TranscriptionTiming;
  readonly ear: AcousticEar;
  readonly reader: TextReader;
  readonly estimator: EndEstimator;
  /** For engines that tell the end of a turn themselves. */
  readonly engineEstimator: EndEstimator;
  /** By engine id. */
  readonly finalisations: Map<string, Finalisation>;
  readonly logger: Logger;
  /** Of the session. */
  readonly spans: Spans;
}

/** Nobody waits for the words of a recording as for an answer. */
const recordingDeadlineMs = 120_000;

/** One session's stream: bus on one side, hearing session on the other, engine behind it. */
export class HearingStream implements StreamHandlers {
  readonly #session: HearingSession;
  readonly #decoder: Decoder;
  readonly #sender: EventSender;
  #engine: RecognizerEngine;
  #ended = false;
  #refusedFrames = 0;

  /** @throws BusError `refused`, retryable, when the model or the language is not to be had here: another may have it */
  constructor(
    private readonly stream: Stream,
    private readonly open: HearOpen,
    private readonly dependencies: HearingDependencies,
    private readonly onGone: () => void,
  ) {
    const { denoiser, governor, metrics, spans, vad } = dependencies;
    const config = open.config ?? {};
    this.#engine = this.#choose(config);
    const hearing = withKnownLanguages(this.#engine, config);
    const pace = open.recording ? recordingTiming : isWide(this.#engine) ? wideTiming : undefined;
    const timing = pace?.(dependencies.timing) ?? dependencies.timing;
    this.#sender = new EventSender(stream);
    const listener = {
      onReading: (key, reading) => this.#session.decoded(key, reading),
      onFailure: (key, failure) => this.#session.decodeFailed(key, failure),
    } satisfies DecodeListener;
    const { startSample, nextUtterance, recording } = open;
    const { finalDeadlineMs } = timing;
    this.#decoder = new Decoder(
      { governor, metrics, spans },
      { finalDeadlineMs, background: recording },
      listener,
    );
    const endpointing = {
      estimator: () => this.#estimator,
      reads: dependencies.reader.present,
      textWaitMs: () => this.#finalisation.p99Ms,
    };
    const heard = { startSample, nextUtterance, config: hearing, recording };
    this.#session = new HearingSession({ ...heard, vad, denoiser, timing, endpointing }, this.#ports());
  }

  onFrame(frame: InboundFrame): void {
    if (frame.shared) {
      this.#hear(parseAudio(frame.payload));
      return;
    }
    try {
      this.#obey(frame.payload);
    } catch (error) {
      if (!BusError.isInstance(error)) throw error;
      // New settings that another worker is to hear by are no fault of theirs.
      if (!error.retryable) this.dependencies.metrics.refused.inc();
      this.stream.close({ code: error.code, message: error.message, retryable: error.retryable });
    }
  }

  onEnd(): void {
    this.#ended = true;
    this.#session.finish();
  }

  onClose(): void {
    this.#session.close();
    this.#decoder.close();
    this.onGone();
  }

  /** Every 100 ms or so. */
  tick(): void {
    this.#session.tick();
    const refused = this.#session.refusedFrames - this.#refusedFrames;
    if (refused > 0) this.dependencies.metrics.refused.inc(refused);
    this.#refusedFrames += refused;
    if (this.#ended && this.#session.done) this.stream.close();
  }

  #obey(payload: Uint8Array): void {
    const command = parseCommand(payload);
    switch (command.kind) {
      case 'audio':
        this.#hear(command.frame);
        return;
      case 'configure':
        this.#engine = this.#choose(command.config);
        this.#session.configure(withKnownLanguages(this.#engine, command.config));
        return;
      case 'commit':
        this.#session.commit(command.commit);
        return;
      case 'clear':
        this.#session.clear(command.upToSample);
        return;
      case 'assistant':
        this.#session.assistant(command.speaking);
        return;
    }
  }

  #hear(frame: AudioPiece | undefined): void {
    if (frame) this.#session.audio(frame.startSample, frame.samples);
    else this.dependencies.metrics.refused.inc();
  }

  #choose(config: HearConfig): RecognizerEngine {
    const model = config.transcription?.model ?? '';
    const engine = this.dependencies.engines.find(model);
    if (engine === undefined) throw new BusError('refused', `no speech model ${model} here`, true);
    refuseLanguage(engine, config);
    return engine;
  }

  /** An engine that tells the end of a turn itself is believed. */
  get #estimator(): EndEstimator {
    const { estimator, engineEstimator } = this.dependencies;
    return this.#engine.capabilities.endOfTurn ? engineEstimator : estimator;
  }

  get #finalisation(): Finalisation {
    const { finalisations } = this.dependencies;
    const { id } = this.#engine;
    const known = finalisations.get(id) ?? new Finalisation();
    finalisations.set(id, known);
    return known;
  }

  #listen({ speechEndSample, pcm, speechSamples }: ListenOrder): void {
    void this.dependencies.ear
      .judge(pcm, speechSamples)
      .then((reading) => this.#session.listened(speechEndSample, reading));
  }

  #read({ text, language }: ReadOrder): void {
    void this.dependencies.reader.read(text, language).then((score) => this.#session.read(text, score));
  }

  #ports(): HearingPorts {
    const { governor, logger, metrics, spans } = this.dependencies;
    return {
      nowMs: () => performance.now(),
      emit: (event) => this.#tell(event),
      decode: (order) => this.#decoder.start(order, this.#engine),
      drop: (key) => this.#decoder.drop(key),
      mayPartial: (audioMs) =>
        !this.open.recording &&
        (isWide(this.#engine)
          ? governor.mayStartBeside(this.#engine)
          : governor.mayStart(performance.now(), this.#engine.busy, audioMs)),
      pausing: (pausing) => governor.setPausing(this, pausing && !this.open.recording),
      listen: (order) => this.#listen(order),
      read: (order) => this.#read(order),
      decided: (record) => {
        logDecision(logger, this.stream.sessionId, record);
        if (record.action === 'hold') return;
        metrics.decisions.inc({ reason: record.reason });
        spans.record(decisionSpan(record));
        metrics.endpointSilence.observe(record.silenceMs / 1000);
      },
      decodedInPause: (afterSpeechMs) => this.#finalisation.note(afterSpeechMs),
      partialSkipped: () => metrics.partialsDropped.inc(),
      finished: ({ afterSpeechMs, waitedMs }) => {
        metrics.finalAfterSpeech.observe(afterSpeechMs / 1000);
        metrics.finalWait.observe(waitedMs / 1000);
        // Words that were not waited for count too: else the wait would never grow.
        if (waitedMs > 0) this.#finalisation.note(afterSpeechMs);
      },
      engineId: () => this.#engine.id,
    };
  }

  #tell(event: v1.HearingEvent.$Properties): void {
    if (event.final)
      this.dependencies.metrics.turns.inc({ outcome: event.final.text === '' ? 'empty' : 'text' });
    if (event.failed) this.dependencies.metrics.turns.inc({ outcome: 'failed' });
    this.#sender.send(event);
  }
}

function refuseLanguage(engine: RecognizerEngine, config: HearConfig): void {
  const { language, languages } = languageSettings(config.transcription);
  const wanted = language === '' ? languages : [language];
  const { languages: known } = engine.capabilities;
  if (wanted.length === 0 || known === 'any' || wanted.some((code) => known.includes(code))) return;
  throw new BusError('refused', `${engine.id} does not know the language ${wanted.join(', ')}`, true);
}

/** Of the languages that are possible, those that the engine knows: the others are passed over. */
function withKnownLanguages(engine: RecognizerEngine, config: HearConfig): HearConfig {
  const { transcription } = config;
  const known = engine.capabilities.languages;
  if (known === 'any' || transcription == null) return config;
  const languages = knownOf(transcription.languages, known);
  return { ...config, transcription: { ...transcription, languages } };
}

/** Stretches side by side from which on an engine is not rationed one by one. */
const wideCapacity = 4;
const isWide = ({ capacity }: RecognizerEngine): boolean => capacity >= wideCapacity;

/** Nothing is decoded on the chance that a turn is over: what comes next is there in a moment. */
const recordingTiming = (live: TranscriptionTiming): TranscriptionTiming => ({
  ...live,
  earlyDecodeMs: Infinity,
  finalDeadlineMs: Math.max(live.finalDeadlineMs, recordingDeadlineMs),
});
