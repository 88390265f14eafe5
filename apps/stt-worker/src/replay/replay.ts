import { encode, v1 } from '@parley/contracts';
import type { EndEstimator } from '../endpointing/estimators/estimator';
import { estimatorNamed } from '../endpointing/estimators/estimators';
import { fusedInputs } from '../endpointing/estimators/fused-inputs';
import { endModels } from '../endpointing/estimators/load-models';
import { Finalisation } from '../endpointing/finalisation';
import { samplesToMs } from '../endpointing/time';
import { HearingSession } from '../hearing/hearing-session';
import type { DecodeOrder, HearingConfig, HearingPorts, ListenOrder, ReadOrder } from '../hearing/ports';
import { defaultTiming } from '../transcription/timing';
import { frameSamples } from '../vad/frame';
import type { OnProbability, Vad, VadLane } from '../vad/vad';
import type { ReplayEngines } from './engines';
import type {
  ReplayDecision,
  ReplayEvent,
  ReplayMessage,
  ReplayRequest,
  ReplayResult,
  Variant,
} from './messages';

interface Due {
  readonly atMs: number;
  readonly key: string;
  run(): void;
}

/**
 * One clip through a hearing session in virtual time: audio time is the clock, each engine does its work for real
 * and answers after the time that took. Each engine does one thing at a time; what is only shown is decoded only
 * where the assistant is spoken over.
 */
export class Replay {
  readonly #events: ReplayEvent[] = [];
  readonly #decisions: ReplayDecision[] = [];
  readonly #messages: ReplayMessage[] = [];
  readonly #orders: DecodeOrder[] = [];
  readonly #listens: ListenOrder[] = [];
  readonly #reads: ReadOrder[] = [];
  readonly #session: HearingSession;
  #due: Due[] = [];
  #nowMs = 0;
  #decoderFreeMs = 0;
  #earFreeMs = 0;

  constructor(
    private readonly request: ReplayRequest,
    private readonly variant: Variant,
    private readonly engines: ReplayEngines,
    probabilities: readonly number[],
    private readonly finalisation: Finalisation,
  ) {
    const { row } = variant;
    const estimator = estimatorOf(variant.estimator ?? 'fused');
    this.#session = new HearingSession(
      {
        startSample: 0,
        nextUtterance: 1,
        config: configOf(variant, request.language),
        vad: new KnownVad(probabilities),
        timing: defaultTiming,
        endpointing: {
          estimator: () => estimator,
          reads: engines.reads,
          textWaitMs: () => finalisation.p99Ms,
          ...(row && { row }),
        },
      },
      this.#ports(),
    );
    if (request.over) this.#session.assistant(true);
  }

  async run(pcm: Int16Array): Promise<ReplayResult> {
    for (let at = 0; at + frameSamples <= pcm.length; at += frameSamples) {
      const endMs = samplesToMs(at + frameSamples);
      await this.#passTo(endMs);
      this.#session.audio(at, pcm.subarray(at, at + frameSamples));
      await this.#takeOrders();
      if (endMs >= this.request.untilMs && this.#settled) break;
    }
    return {
      ...{ variant: this.variant.name, events: this.#events, decisions: this.#decisions },
      messages: this.#messages,
    };
  }

  get #settled(): boolean {
    const last = this.#events.findLast(({ kind }) => kind === 'started' || kind === 'committed');
    return last?.kind !== 'started';
  }

  async #passTo(endMs: number): Promise<void> {
    for (;;) {
      const next = this.#due.filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (!next) break;
      this.#due = this.#due.filter((due) => due !== next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.run();
      await this.#takeOrders();
    }
    this.#nowMs = endMs;
  }

  async #takeOrders(): Promise<void> {
    for (const order of this.#orders.splice(0)) this.#decode(order);
    for (const order of this.#listens.splice(0)) await this.#listen(order);
    for (const order of this.#reads.splice(0)) await this.#read(order);
  }

  async #read({ text, language }: ReadOrder): Promise<void> {
    const { result, tookMs } = await this.engines.read(text, language);
    const run = (): void => this.#session.read(text, result);
    this.#due.push({ atMs: this.#nowMs + tookMs, key: '', run });
  }

  #decode(order: DecodeOrder): void {
    const { result, tookMs } = this.engines.decode(order.pcm, order.language, order.prompt);
    this.#decoderFreeMs = Math.max(this.#nowMs, this.#decoderFreeMs) + tookMs;
    this.#due.push({
      atMs: this.#decoderFreeMs,
      key: keyOf(order),
      run: () => {
        const { language, transcript: text = result } = this.request;
        this.#session.decoded(order, { text, language, decodeMs: tookMs, confidence: 0 });
      },
    });
  }

  async #listen({ pcm, speechSamples, speechEndSample }: ListenOrder): Promise<void> {
    const { result, tookMs } = await this.engines.listen(pcm, speechSamples);
    this.#earFreeMs = Math.max(this.#nowMs, this.#earFreeMs) + tookMs;
    this.#due.push({
      atMs: this.#earFreeMs,
      key: '',
      run: () => this.#session.listened(speechEndSample, result),
    });
  }

  #ports(): HearingPorts {
    return {
      nowMs: () => this.#nowMs,
      emit: (event) => this.#note(event),
      decode: (order) => this.#orders.push(order),
      drop: (key) => {
        this.#due = this.#due.filter((due) => due.key !== keyOf(key));
      },
      mayPartial: () => this.request.over,
      pausing: () => undefined,
      listen: (order) => this.#listens.push(order),
      read: (order) => this.#reads.push(order),
      decided: (record) => {
        const { action, reason, silenceMs, probability, evidence } = record;
        const { text, acoustic } = evidence;
        this.#decisions.push({
          ...{ atMs: this.#nowMs, action, reason, silenceMs, inputs: fusedInputs(evidence) },
          ...(probability !== undefined && { probability }),
          ...(acoustic?.smartTurn !== undefined && { smartTurn: acoustic.smartTurn }),
          ...(text !== undefined && { text }),
        });
      },
      decodedInPause: (afterSpeechMs) => this.finalisation.note(afterSpeechMs),
      partialSkipped: () => undefined,
      finished: ({ afterSpeechMs, waitedMs }) => {
        if (waitedMs > 0) this.finalisation.note(afterSpeechMs);
      },
      engineId: () => 'replay',
    };
  }

  #note(event: v1.HearingEvent.$Properties): void {
    const { speechStarted, turnCandidate, turnReopened, turnCommitted, final } = event;
    const atMs = this.#nowMs;
    if (this.request.over) {
      const bytes = Buffer.from(encode(v1.HearingEvent, event)).toString('base64');
      this.#messages.push({ atMs, bytes });
    }
    const note = (kind: ReplayEvent['kind'], utterance: number | null | undefined, more = {}): void => {
      this.#events.push({ kind, atMs, utterance: utterance ?? 0, ...more });
    };
    if (speechStarted) {
      note('started', speechStarted.utterance, { continues: (speechStarted.continues ?? 0) > 0 });
    }
    if (turnCandidate) note('candidate', turnCandidate.utterance);
    if (turnReopened) note('reopened', turnReopened.utterance);
    if (turnCommitted) note('committed', turnCommitted.utterance);
    if (final) note('final', final.utterance, { text: final.text ?? '' });
  }
}

const keyOf = ({ turn, jobId }: { readonly turn: number; readonly jobId: number }): string =>
  `${turn}/${jobId}`;

/** Judgements that are known already, in order. */
class KnownVad implements Vad {
  constructor(private readonly probabilities: readonly number[]) {}

  open(onProbability: OnProbability): VadLane {
    let next = 0;
    return {
      hasRoom: true,
      push: () => onProbability(this.probabilities[next++] ?? 0, false),
      peek: () => onProbability(this.probabilities[next] ?? 0, false),
      close: () => undefined,
    };
  }
}

function configOf(variant: Variant, language: string): HearingConfig {
  const { Mode, Eagerness } = v1.TurnDetection;
  const eagerness = {
    low: Eagerness.LOW,
    medium: Eagerness.MEDIUM,
    high: Eagerness.HIGH,
    auto: Eagerness.AUTO,
  };
  const expected = {
    phone: v1.ExpectedInput.PHONE,
    email: v1.ExpectedInput.EMAIL,
    code: v1.ExpectedInput.CODE,
    address: v1.ExpectedInput.ADDRESS,
  };
  return {
    turnDetection: {
      mode: variant.mode === 'server_vad' ? Mode.SERVER_VAD : Mode.SEMANTIC_VAD,
      prefixPaddingMs: 300,
      silenceDurationMs: variant.silenceMs ?? 500,
      eagerness: eagerness[variant.eagerness ?? 'auto'],
    },
    transcription: { language },
    expectedInput: (variant.expected ?? []).map((input) => expected[input]),
  };
}

function estimatorOf(name: NonNullable<Variant['estimator']>): EndEstimator {
  if (name !== 'smart-turn-0.5') return estimatorNamed(name, endModels());
  const smartTurn = estimatorNamed('smart-turn', endModels());
  return {
    ...smartTurn,
    estimate: (evidence) => ((smartTurn.estimate(evidence) ?? 0) > 0.5 ? 1 : 0),
  };
}
