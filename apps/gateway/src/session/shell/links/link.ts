import type { InboundFrame, OpenOptions, Stream, StreamClose, StreamHandlers } from '@parley/bus';
import { BusError } from '@parley/bus';
import { ownTurn } from './own-turn';
import type { LinkContext } from './ports';

export type LinkService = 'stt' | 'persona' | 'llm' | 'tts' | 'tools';

/** How a stream of a link is opened. */
export type LinkOpening = Pick<OpenOptions, 'config'> & Partial<OpenOptions>;

/** Whose link it is. */
export interface LinkUser {
  /** Asked at every attempt, as it may depend on how far the session is. */
  opening(): LinkOpening;
  /** A worker was found: first of all things on its stream. */
  onOpen?(stream: Stream): void;
  onFrame(frame: InboundFrame): void;
  /** The worker is gone; another is being looked for. */
  onLost?(): void;
  /** None was found although one is needed. */
  onUnavailable?(): void;
  /** Nothing is under way that a change of worker would disturb. */
  isIdle(): boolean;
}

export const linkTimes = {
  openMs: 1_000,
  /** From the need for a worker to the news that there is none, when nobody answers the call for one. */
  graceMs: 700,
  /** The same when somebody may still answer: a worker that is there and slow is better than none. */
  slowGraceMs: 2_500,
  /** A stream that ends before had no use: the next is not opened at once. */
  steadyMs: 1_000,
  firstRetryMs: 25,
  maxRetryMs: 1_000,
  /** The same where workers were found that do not have what is asked for: looking for one asks them all. */
  maxRefusedRetryMs: 10_000,
  /** How often what was waited is looked at. */
  judgeMs: 100,
  /** How often a worker that is about to stop is asked whether it can be left. */
  moveMs: 100,
} as const;

/** In whole ms: a number with a fraction would be an object of its own, in each link of each session. */
const wholeNowMs = (): number => Math.floor(performance.now());

/**
 * One service of one session: a stream that is opened ahead of need, and opened again on another worker for as
 * long as the session lives.
 */
export class Link implements StreamHandlers {
  #stream: Stream | undefined;
  #opening = false;
  #closed = false;
  #retryMs: number = linkTimes.firstRetryMs;
  #retry: NodeJS.Timeout | undefined;
  #grace: NodeJS.Timeout | undefined;
  /** Since a worker was needed, while this process could have heard of one. */
  #waitedMs = 0;
  #judgedAtMs = 0;
  #openedAtMs = 0;
  /** The wait after the last stream, which did not hold. */
  #restMs = 0;
  #resting = false;
  /** A worker was lost: likely by many sessions at once. */
  #reopens = false;
  /** The last call for a worker found nobody at all. */
  #nobody = false;
  /** The last call was answered, by workers that do not have what was asked for. */
  #refused = false;
  #moving: NodeJS.Timeout | undefined;
  #avoid: string | undefined;

  constructor(
    private readonly context: Pick<LinkContext, 'bus' | 'sessionId' | 'traceparent' | 'log'>,
    private readonly service: LinkService,
    private readonly user: LinkUser,
  ) {}

  /** The stream, while there is one that works. */
  get stream(): Stream | undefined {
    return this.#stream;
  }

  /** Workers are there, and none that was asked has what is needed. */
  get refused(): boolean {
    return this.#refused;
  }

  start(): void {
    if (!this.#opening && this.#stream === undefined) void this.#attempt();
  }

  /** A worker is needed now: without one it is `unavailable` soon. */
  demand(): void {
    if (this.#stream !== undefined || this.#closed || this.#grace !== undefined) return;
    this.#waitedMs = 0;
    this.#judgeLater();
    this.#hurry();
  }

  /** Something else is asked for now, which those that refused may have. */
  renew(): void {
    if (this.#refused && !this.#closed) this.#hurry();
  }

  #hurry(): void {
    this.#retryMs = linkTimes.firstRetryMs;
    if (this.#resting) return;
    clearTimeout(this.#retry);
    this.start();
  }

  /** It is not needed after all. */
  relent(): void {
    clearTimeout(this.#grace);
    this.#grace = undefined;
  }

  /** Gives the worker up, as one that does not take what it is sent. */
  abandon(): void {
    this.#stream?.close();
  }

  close(): void {
    this.#closed = true;
    this.relent();
    clearTimeout(this.#retry);
    clearInterval(this.#moving);
    const stream = this.#stream;
    this.#stream = undefined;
    stream?.close();
  }

  #judgeLater(): void {
    this.#judgedAtMs = wholeNowMs();
    this.#grace = setTimeout(() => this.#judge(), linkTimes.judgeMs);
  }

  /** Was it waited long enough? A longer pause, in which this process itself had no core, counts as two. */
  #judge(): void {
    const { graceMs, slowGraceMs, judgeMs } = linkTimes;
    this.#waitedMs += Math.min(wholeNowMs() - this.#judgedAtMs, 2 * judgeMs);
    if (this.#waitedMs < (this.#nobody ? graceMs : slowGraceMs)) return this.#judgeLater();
    this.#grace = undefined;
    this.user.onUnavailable?.();
  }

  async #attempt(): Promise<void> {
    this.#opening = true;
    this.#resting = false;
    let opened: Stream | undefined;
    try {
      // All at once would hold up the event loop for so long that what they open is lost again.
      if (this.#reopens) await ownTurn();
      opened = this.#closed ? undefined : await this.#open();
    } catch (error) {
      const code = BusError.isInstance(error) ? error.code : 'unknown';
      this.#refused = code === 'refused';
      // A worker that is avoided once may be asked again.
      this.#nobody = code === 'no_capacity' && this.#avoid === undefined;
      this.context.log.debug({ service: this.service, code }, 'no worker');
    }
    this.#opening = false;
    this.#avoid = undefined;
    if (this.#closed) opened?.close();
    else if (opened === undefined || opened.closed) this.#retryLater();
    else this.#opened(opened);
  }

  #open(): Promise<Stream> {
    const { bus, sessionId, traceparent } = this.context;
    return bus.open({
      timeoutMs: linkTimes.openMs,
      ...this.user.opening(),
      service: this.service,
      sessionId,
      traceparent,
      avoidWorkers: this.#avoid === undefined ? [] : [this.#avoid],
      handlers: this,
    });
  }

  #opened(stream: Stream): void {
    this.#stream = stream;
    this.#openedAtMs = wholeNowMs();
    this.#retryMs = linkTimes.firstRetryMs;
    this.#nobody = false;
    this.#refused = false;
    this.relent();
    this.user.onOpen?.(stream);
  }

  onFrame(frame: InboundFrame): void {
    this.user.onFrame(frame);
  }

  onClose(close: StreamClose): void {
    const stream = this.#stream;
    // Else it is of one that was left before.
    if (stream?.closed !== true) return;
    this.#stream = undefined;
    clearInterval(this.#moving);
    if (this.#closed) return;
    this.#reopens = true;
    const { log } = this.context;
    const facts = { service: this.service, worker: stream.workerId, close: close.kind };
    if (sendsOn(close)) log.info(facts, 'a worker does not have what is asked for now');
    else log.warn(facts, 'a worker was lost');
    this.#avoid = stream.workerId;
    clearTimeout(this.#retry);
    this.#rest();
    this.user.onLost?.();
    if (!this.#resting) this.start();
  }

  /** Streams that are lost as soon as they are open would be opened again without end. */
  #rest(): void {
    const { steadyMs, firstRetryMs, maxRetryMs } = linkTimes;
    const held = wholeNowMs() - this.#openedAtMs >= steadyMs;
    this.#restMs = held ? 0 : Math.min(Math.max(firstRetryMs, this.#restMs * 2), maxRetryMs);
    this.#resting = !held;
    if (this.#resting) this.#retry = setTimeout(() => this.start(), this.#restMs);
  }

  #retryLater(): void {
    const { maxRetryMs, maxRefusedRetryMs } = linkTimes;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.start(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, this.#refused ? maxRefusedRetryMs : maxRetryMs);
  }

  /** The worker stops soon: it is left at a moment when nothing is under way. */
  onDraining(): void {
    clearInterval(this.#moving);
    const move = (): void => {
      const stream = this.#stream;
      if (stream === undefined || !this.user.isIdle()) return;
      clearInterval(this.#moving);
      this.#avoid = stream.workerId;
      this.#stream = undefined;
      stream.close();
      this.start();
    };
    this.#moving = setInterval(move, linkTimes.moveMs);
  }
}

/** The worker is well: another has what the session wants by now. */
const sendsOn = (close: StreamClose): boolean =>
  close.kind === 'failed' && close.code === 'refused' && close.retryable;
