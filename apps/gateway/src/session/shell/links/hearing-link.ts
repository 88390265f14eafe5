import { audioSubject, Line, type BusStatus, type InboundFrame, type Stream } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { turnConfig } from '../../engine/coordinator/state';
import { hearingRateHz, hearingSamplesPerMs } from '../../engine/deadlines';
import { mainLane } from '../../engine/response/state';
import { resumePoint, type ResumePoint } from '../../engine/turn/resume';
import type { RecentAudio } from '../audio/recent-audio';
import { hearConfig, toHearingEvent } from './hearing-messages';
import { Link, type LinkOpening, type LinkUser } from './link';
import { hearingMetered } from './meter-messages';
import type { LinkContext } from './ports';

/** Replayed audio travels in at most so many frames, well within a stream's first credit. */
const maxReplayFrames = 128;
const minReplayMs = 100;
/** Audio that may have been under way when the bus lost its server. */
const inFlightMs = 500;
/** A worker may be back at the bus so much later, and holds a gap open for as long. */
const laterBackMs = 400;
/** A worker may have been gone for so long when that is noticed; with the onset before. */
const unnoticedMs = 1_400;
/** Payloads that wait for credit: commits of a whole conversation, and the audio between them. */
const maxWaiting = 2_048;

interface Listener {
  /** Everything before this sample is heard. */
  heardTo(sample: number): void;
}

/** The session's ear: an stt-worker that hears the shared audio, and on a change of worker what it must hear again. */
export class HearingLink implements LinkUser {
  readonly #link: Link;
  #from: ResumePoint | undefined;
  #line: Line | undefined;
  #opened = false;
  /** Audio from here on was heard by nobody for certain; undefined: all was. */
  #deafFrom: number | undefined = 0;
  #openedAt = 0;
  #gapFrom: number | undefined;
  #later: NodeJS.Timeout | undefined;
  readonly #unwatch: () => void;

  constructor(
    private readonly context: LinkContext,
    private readonly recent: RecentAudio,
    private readonly listener: Listener,
  ) {
    this.#link = new Link(context, 'stt', this);
    this.#unwatch = context.bus.onStatus((status) => this.#onBus(status));
  }

  start(): void {
    this.#link.start();
  }

  /** The client sends audio: somebody must hear it. True: somebody did, and this need not be said again. */
  needed(): boolean {
    if (!this.#opened) this.#link.demand();
    return this.#opened;
  }

  configure(): void {
    this.#link.renew();
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
    clearTimeout(this.#later);
    this.#link.close();
  }

  opening(): LinkOpening {
    const state = this.context.state();
    const { session, turn } = state;
    const from = resumePoint(turn, turnConfig(session), this.#deafFrom);
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
  onOpen(stream: Stream): void {
    this.#opened = true;
    const line = new Line(stream, maxWaiting);
    this.#line = line;
    const { turn } = this.context.state();
    this.#deafFrom = undefined;
    this.#openedAt = turn.receivedSamples;
    const from = this.#from?.startSample ?? turn.receivedSamples;
    const frame = frameOf(turn.receivedSamples - from);
    const first = this.#from?.nextUtterance ?? turn.nextUtterance;
    let at = from;
    const replayTo = (end: number): void => {
      if (end > at) this.#replay(line, at, end, frame);
      at = Math.max(at, end);
    };
    for (const { utterance, startSample, endSample } of turn.pending) {
      if (utterance < first) continue;
      replayTo(endSample);
      line.send(encode(v1.HearInput, { commit: { utterance, startSample, endSample } }));
    }
    replayTo(turn.receivedSamples);
    if (turn.clearedBefore > from) {
      line.send(encode(v1.HearInput, { clear: { upToSample: turn.clearedBefore } }));
    }
    line.send(encode(v1.HearInput, { configure: hearConfig(this.context.state()) }));
    this.context.dispatch({ type: 'link', service: 'stt', lane: mainLane, status: 'open' });
  }

  onLost(): void {
    const { receivedSamples } = this.context.state().turn;
    const unnoticed = unnoticedMs * hearingSamplesPerMs;
    // What it was to hear again it may not have heard either.
    const early = receivedSamples - this.#openedAt < unnoticed ? this.#from?.startSample : undefined;
    this.#deafFrom = early ?? Math.max(0, receivedSamples - unnoticed);
    this.context.dispatch({ type: 'link', service: 'stt', lane: mainLane, status: 'lost' });
    this.#link.demand();
  }

  onUnavailable(): void {
    this.context.dispatch({ type: 'link', service: 'stt', lane: mainLane, status: 'unavailable' });
  }

  isIdle(): boolean {
    const { turn } = this.context.state();
    return turn.open === null && turn.pending.length === 0;
  }

  #replay(line: Line, from: number, end: number, frame = frameOf(end - from)): void {
    for (let at = Math.max(from, this.recent.startSample); at < end; at += frame) {
      const pcm = this.recent.slice(at, Math.min(at + frame, end));
      line.send(encode(v1.HearInput, { audio: { startSample: at, sampleRate: hearingRateHz, pcm } }));
    }
  }

  /** Live audio is not sent twice by the bus: what it lost without its server is replayed when it is back. */
  #onBus(status: BusStatus): void {
    const { endSample } = this.recent;
    if (status === 'reconnecting')
      this.#gapFrom ??= Math.max(0, endSample - inFlightMs * hearingSamplesPerMs);
    if (status !== 'connected' || this.#gapFrom === undefined) return;
    const from = this.#gapFrom;
    this.#gapFrom = undefined;
    this.#replayFrom(from);
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#replayFrom(from), laterBackMs);
  }

  #replayFrom(sample: number): void {
    if (this.#link.stream !== undefined && this.#line !== undefined)
      this.#replay(this.#line, sample, this.recent.endSample);
  }

  onFrame({ payload, shared }: InboundFrame): void {
    if (shared) return;
    const message = decode(v1.HearingEvent, payload);
    const metered = hearingMetered(message);
    if (metered !== undefined) this.context.metered(metered);
    if (message.heardTo != null) {
      const sample = message.heardTo.sample ?? 0;
      this.listener.heardTo(sample);
      if (this.context.state().turn.pending.length > 0)
        this.context.dispatch({ type: 'hearing_goes_on', sample });
      return;
    }
    const event = toHearingEvent(message);
    if (event !== undefined) this.context.dispatch({ type: 'hearing', event });
  }

  /** Without a worker nothing is sent: the next one learns everything when its stream opens. */
  #send(input: v1.HearInput.$Properties): void {
    if (this.#link.stream !== undefined && this.#line?.send(encode(v1.HearInput, input)) === false)
      this.#link.abandon();
  }
}

/** Samples of a frame when so many are replayed. */
const frameOf = (samples: number): number =>
  Math.max(minReplayMs * hearingSamplesPerMs, Math.ceil(samples / maxReplayFrames));
