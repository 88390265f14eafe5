import { audioSubject, type BusStatus, type InboundFrame, type Stream } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { turnConfig } from '../../engine/coordinator/state';
import { hearingRateHz, hearingSamplesPerMs } from '../../engine/deadlines';
import { mainLane } from '../../engine/response/state';
import { resumePoint, type ResumePoint } from '../../engine/turn/resume';
import type { RecentAudio } from '../audio/recent-audio';
import { hearConfig, toHearingEvent } from './hearing-messages';
import { Link } from './link';
import { hearingMetered } from './meter-messages';
import type { LinkContext } from './ports';

/** Replayed audio travels in at most so many frames, well within a stream's first credit. */
const maxReplayFrames = 128;
const minReplayMs = 100;
/** Audio that may have been under way when the bus lost its server. */
const inFlightMs = 500;

/** The session's ear: an stt-worker that hears the shared audio, and on a change of worker what it must hear again. */
export class HearingLink {
  readonly #link: Link;
  #from: ResumePoint | undefined;
  #opened = false;
  #gapFrom: number | undefined;
  readonly #unwatch: () => void;

  constructor(
    private readonly context: LinkContext,
    private readonly recent: RecentAudio,
  ) {
    const { bus, sessionId, traceparent, log, dispatch, state } = context;
    this.#link = new Link({
      bus,
      sessionId,
      traceparent,
      log,
      service: 'stt',
      open: () => this.#open(),
      onOpen: (stream) => this.#onOpen(stream),
      onFrame: (frame) => this.#onFrame(frame),
      onLost: () => {
        dispatch({ type: 'link', service: 'stt', lane: mainLane, status: 'lost' });
        this.#link.demand();
      },
      onUnavailable: () => dispatch({ type: 'link', service: 'stt', lane: mainLane, status: 'unavailable' }),
      idle: () => state().turn.open === null && state().turn.pending.length === 0,
    });
    this.#unwatch = bus.onStatus((status) => this.#onBus(status));
  }

  start(): void {
    this.#link.start();
  }

  /** The client sends audio: somebody must hear it. */
  needed(): void {
    if (!this.#opened) this.#link.demand();
  }

  configure(): void {
    this.#send({ configure: hearConfig(this.context.state()) });
  }

  commit(utterance: number, startSample: number, endSample: number): void {
    this.#link.demand();
    this.#send({ commit: { utterance, startSample, endSample } });
  }

  assistant(speaking: boolean): void {
    this.#send({ assistant: { speaking } });
  }

  clear(upToSample: number): void {
    this.#send({ clear: { upToSample } });
  }

  close(): void {
    this.#unwatch();
    this.#link.close();
  }

  #open(): { config: Uint8Array; sharedSubject: string } {
    const state = this.context.state();
    const { session, turn } = state;
    const from = resumePoint(turn, turnConfig(session));
    this.#from = { ...from, startSample: Math.max(from.startSample, this.recent.startSample) };
    return {
      sharedSubject: audioSubject(this.context.sessionId),
      config: encode(v1.HearOpen, {
        config: hearConfig(state),
        startSample: this.#from.startSample,
        nextUtterance: this.#from.nextUtterance,
        sampleRate: hearingRateHz,
      }),
    };
  }

  /** What was said while nobody listened, with the ends of turns where the client was told they are. */
  #onOpen(stream: Stream): void {
    this.#opened = true;
    const { turn } = this.context.state();
    const from = this.#from?.startSample ?? turn.receivedSamples;
    const first = this.#from?.nextUtterance ?? turn.nextUtterance;
    let at = from;
    const replayTo = (end: number): void => {
      if (end > at) this.#replay(stream, at, end);
      at = Math.max(at, end);
    };
    for (const { utterance, startSample, endSample } of turn.pending) {
      if (utterance < first) continue;
      replayTo(endSample);
      stream.send(encode(v1.HearInput, { commit: { utterance, startSample, endSample } }));
    }
    replayTo(turn.receivedSamples);
    if (turn.clearedBefore > from) {
      stream.send(encode(v1.HearInput, { clear: { upToSample: turn.clearedBefore } }));
    }
    stream.send(encode(v1.HearInput, { configure: hearConfig(this.context.state()) }));
    this.context.dispatch({ type: 'link', service: 'stt', lane: mainLane, status: 'open' });
  }

  #replay(stream: Stream, from: number, end: number): void {
    const shortest = minReplayMs * hearingSamplesPerMs;
    const frame = Math.max(shortest, Math.ceil((end - from) / maxReplayFrames));
    for (let at = Math.max(from, this.recent.startSample); at < end; at += frame) {
      const pcm = this.recent.slice(at, Math.min(at + frame, end));
      stream.send(encode(v1.HearInput, { audio: { startSample: at, sampleRate: hearingRateHz, pcm } }));
    }
  }

  /** Live audio is not sent twice by the bus: what it lost without its server is replayed when it is back. */
  #onBus(status: BusStatus): void {
    const { endSample } = this.recent;
    if (status === 'reconnecting')
      this.#gapFrom ??= Math.max(0, endSample - inFlightMs * hearingSamplesPerMs);
    const { stream } = this.#link;
    if (status !== 'connected' || this.#gapFrom === undefined) return;
    if (stream !== undefined) this.#replay(stream, this.#gapFrom, endSample);
    this.#gapFrom = undefined;
  }

  #onFrame({ payload, shared }: InboundFrame): void {
    if (shared) return;
    const message = decode(v1.HearingEvent, payload);
    const metered = hearingMetered(message);
    if (metered !== undefined) this.context.metered(metered);
    const event = toHearingEvent(message);
    if (event !== undefined) this.context.dispatch({ type: 'hearing', event });
  }

  /** Without a worker nothing is sent: the next one learns everything when its stream opens. */
  #send(input: v1.HearInput.$Properties): void {
    const { stream } = this.#link;
    if (stream !== undefined && !stream.send(encode(v1.HearInput, input))) this.#link.abandon();
  }
}
