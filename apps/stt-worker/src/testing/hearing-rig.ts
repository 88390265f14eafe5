import { v1 } from '@parley/contracts';
import { HearingSession } from '../hearing/hearing-session';
import { estimatorNamed } from '../endpointing/estimators/estimators';
import { endModels } from '../endpointing/estimators/load-models';
import type { EndEstimator } from '../endpointing/estimators/estimator';
import type {
  DecisionRecord,
  DecodeKey,
  DecodeOrder,
  HearingConfig,
  HearingPorts,
  ListenOrder,
  ReadOrder,
} from '../hearing/ports';
import { defaultTiming, type TranscriptionTiming } from '../transcription/timing';
import { FakeVad } from './fake-vad';
import { SlowDenoiser } from './slow-denoiser';

/** One event in short: `started 1 0`, `final 1 "text"`. */
export type Told = string;

export interface RigOptions {
  readonly config?: HearingConfig;
  readonly startSample?: number;
  readonly nextUtterance?: number;
  readonly recording?: boolean;
  readonly estimator?: EndEstimator;
  readonly textWaitMs?: number;
  /** There is a text model: the test answers for it. */
  readonly hasReader?: boolean;
  readonly timing?: Partial<TranscriptionTiming>;
  /** Answers a decode at once; undefined = the test answers. */
  readonly answer?: (order: DecodeOrder) => string | undefined;
}

export const serverVad = (detection: v1.TurnDetection.$Properties = {}): HearingConfig => ({
  turnDetection: {
    mode: v1.TurnDetection.Mode.SERVER_VAD,
    threshold: 0.5,
    prefixPaddingMs: 96,
    silenceDurationMs: 320,
    ...detection,
  },
});

export const pushToTalk: HearingConfig = {};

/** A hearing session with a clock, a VAD and an engine in the test's hands. Time passes with the audio. */
export class HearingRig {
  readonly session: HearingSession;
  readonly events: v1.HearingEvent.$Properties[] = [];
  readonly told: Told[] = [];
  /** Of the voice within turns: `paused` and `resumed`. */
  readonly edges: string[] = [];
  readonly heardTo: number[] = [];
  /** Candidates and what became of them. */
  readonly offers: string[] = [];
  readonly orders: DecodeOrder[] = [];
  readonly listens: ListenOrder[] = [];
  readonly reads: ReadOrder[] = [];
  readonly decisions: DecisionRecord[] = [];
  readonly finalisationsMs: number[] = [];
  readonly dropped: DecodeKey[] = [];
  readonly denoiser = new SlowDenoiser();
  nowMs = 1_000;
  mayPartial = true;
  position: number;

  constructor(private readonly options: RigOptions = {}) {
    const { config = serverVad(), startSample = 0, nextUtterance = 1, timing, recording = false } = options;
    const { estimator = estimatorNamed('text', endModels()), textWaitMs = 900 } = options;
    this.position = startSample;
    this.session = new HearingSession(
      {
        ...{ config, startSample, nextUtterance, recording },
        vad: new FakeVad(),
        denoiser: this.denoiser,
        timing: { ...defaultTiming, ...timing },
        endpointing: {
          estimator: () => estimator,
          reads: options.hasReader === true,
          textWaitMs: () => textWaitMs,
        },
      },
      this.#ports(),
    );
  }

  /** Plays audio in real time, in pieces of so many samples. */
  play(samples: Int16Array, pieceSamples = 320): void {
    this.#hear(samples, pieceSamples, 1);
  }

  /** The same all at once. */
  rush(samples: Int16Array): void {
    this.#hear(samples, 320, 0);
  }

  #hear(samples: Int16Array, pieceSamples: number, msPerMs: number): void {
    for (let at = 0; at < samples.length; at += pieceSamples) {
      const piece = samples.subarray(at, at + pieceSamples);
      this.nowMs += (piece.length / 16) * msPerMs;
      this.session.audio(this.position, piece);
      this.position += piece.length;
      this.answer();
    }
  }

  /** Answers every open order that the options have a text for. */
  answer(): void {
    for (const order of this.orders.splice(0)) {
      const text = this.options.answer?.(order);
      if (text === undefined) this.orders.push(order);
      else this.decoded(order, text);
    }
  }

  decoded(order: DecodeKey, text: string, language = 'en', endOfTurn?: number): void {
    this.session.decoded(order, { text, language, decodeMs: 50, confidence: 0, endOfTurn });
  }

  /** The order that is open, the only one. */
  get order(): DecodeOrder {
    if (this.orders.length !== 1) throw new Error(`${this.orders.length} decodes are open`);
    return this.orders[0]!;
  }

  takeOrder(): DecodeOrder {
    const order = this.order;
    this.orders.length = 0;
    return order;
  }

  pass(ms: number): void {
    this.nowMs += ms;
    this.session.tick();
  }

  #ports(): HearingPorts {
    return {
      nowMs: () => this.nowMs,
      emit: (event) => {
        this.events.push(event);
        const edge = event.speechPaused ? 'paused' : event.speechResumed ? 'resumed' : undefined;
        if (event.turnCandidate) this.offers.push(`candidate ${event.turnCandidate.revision}`);
        else if (event.turnReopened) this.offers.push(`reopened ${event.turnReopened.revision}`);
        else if (event.heardTo) this.heardTo.push(event.heardTo.sample ?? 0);
        else if (edge) this.edges.push(edge);
        else this.told.push(inShort(event));
      },
      decode: (order) => this.orders.push(order),
      drop: (key) => {
        this.dropped.push(key);
        const at = this.orders.findIndex(({ turn, jobId }) => turn === key.turn && jobId === key.jobId);
        if (at >= 0) this.orders.splice(at, 1);
      },
      mayPartial: () => this.mayPartial,
      pausing: () => undefined,
      listen: (order) => this.listens.push(order),
      read: (order) => this.reads.push(order),
      decided: (record) => this.decisions.push(record),
      decodedInPause: (afterSpeechMs) => this.finalisationsMs.push(afterSpeechMs),
      partialSkipped: () => undefined,
      finished: () => undefined,
      engineId: () => 'test/rig',
    };
  }
}

function inShort(event: v1.HearingEvent.$Properties): Told {
  const { speechStarted, speechStopped, turnCommitted, partial, final, failed } = event;
  if (speechStarted) return `started ${speechStarted.utterance} ${speechStarted.startSample}`;
  if (speechStopped) return `stopped ${speechStopped.utterance} ${speechStopped.endSample}`;
  if (turnCommitted) {
    return `committed ${turnCommitted.utterance} ${turnCommitted.startSample}-${turnCommitted.endSample}`;
  }
  if (partial) return `partial ${partial.utterance} "${partial.text}" ${partial.stableChars}`;
  if (final) return `final ${final.utterance} "${final.text}"`;
  if (failed) return `failed ${failed.utterance} ${failed.code}`;
  return 'unknown';
}
