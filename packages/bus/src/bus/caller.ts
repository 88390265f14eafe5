import { randomBytes } from 'node:crypto';
import { decode, encode, v1 } from '@parley/contracts';
import { BusError, type BusErrorCode } from '../errors';
import type { OpenOutcome } from '../metrics';
import type { OpenOptions, Stream } from '../stream';
import { checkedSubject, fullSubject, inSubject, openSubject, outSubject } from '../subjects';
import { parse } from '../wire/frames';
import { BusStream, type StreamOwner } from './bus-stream';
import { connected } from './connected';
import type { BusContext } from './context';

const defaultTimeoutMs = 1_000;
const defaultCredit = 64;

/** Refusals that say "ask another": the queue group picks at random, so a few tries find a willing worker. */
const passingRefusals = new Set(['no_capacity', 'draining', 'avoided', 'late']);
/** Refusals that mean here what they mean there. */
const ownRefusals = new Map<string, BusErrorCode>([
  ['timeout', 'timeout'],
  ['invalid_message', 'invalid_message'],
]);
const maxTries = 16;
/** Instead, for each worker that has refused: the other of two is missed once in a thousand searches. */
const triesPerRefusal = 10;
/** A large fleet is not asked without end: who is missed is found by the next search. */
const maxSearchTries = 60;
/** What says that a worker has not what is asked for; anything else it failed at is not tried on all others. */
const searchedRefusal = 'refused';
const longestPauseMs = 16;
/** The same while one is looked for that does not refuse: those that were asked say so at once. */
const searchPauseMs = 1;

/** Opens streams: finds a worker that counts a slot for it. */
export class Caller implements StreamOwner {
  constructor(private readonly context: BusContext) {}

  async open(options: OpenOptions): Promise<Stream> {
    const { clock, metrics } = this.context;
    const startMs = clock.nowMs();
    try {
      const stream = await this.#claim(options, startMs + (options.timeoutMs ?? defaultTimeoutMs));
      metrics.openEnded(options.service, 'claimed', clock.nowMs() - startMs);
      // What the worker already sent comes after the caller has its stream in hand.
      clock.soon(() => stream.start(options.handlers));
      return stream;
    } catch (error) {
      metrics.openEnded(options.service, outcomeOf(error), clock.nowMs() - startMs);
      throw error;
    }
  }

  async #claim(options: OpenOptions, untilMs: number): Promise<BusStream> {
    const leftMs = () => untilMs - this.context.clock.nowMs();
    await connected(this.context, leftMs());
    const avoidWorkers = [...(options.avoidWorkers ?? [])];
    let refused: BusError | undefined;
    let fruitless = 0;
    for (;;) {
      const answer = await this.#ask({ ...options, avoidWorkers }, leftMs());
      if (answer instanceof BusStream) return answer;
      const { code, message, retryable, workerId } = answer;
      if (passingRefusals.has(code)) {
        fruitless += 1;
      } else {
        refused = new BusError(ownRefusals.get(code) ?? 'refused', message, retryable);
        if (!retryable || code !== searchedRefusal || workerId === '') throw refused;
        avoidWorkers.push(workerId);
        fruitless = 0;
      }
      const pauseMs = Math.min(refused ? searchPauseMs : longestPauseMs, 2 ** Math.max(0, fruitless - 1));
      const most = refused ? Math.min(maxSearchTries, triesPerRefusal * avoidWorkers.length) : maxTries;
      if (fruitless >= most || pauseMs >= leftMs()) {
        if (refused && !(await this.#someFull(options.service, leftMs()))) throw refused;
        throw new BusError('no_capacity', `no ${options.service} worker has a free slot`);
      }
      await new Promise<void>((resolve) => this.context.clock.after(pauseMs, resolve));
    }
  }

  /** Whether there are workers that could not be asked, as they have no slot left: one of them might not refuse. */
  async #someFull(service: string, timeoutMs: number): Promise<boolean> {
    try {
      await this.context.transport.request(fullSubject(service), new Uint8Array(), Math.max(1, timeoutMs));
      return true;
    } catch {
      return false;
    }
  }

  /** One worker's answer. */
  async #ask(options: OpenOptions, timeoutMs: number): Promise<BusStream | v1.Refusal> {
    const { transport, clock, peers } = this.context;
    if (timeoutMs <= 0) throw new BusError('timeout', `no ${options.service} worker answered in time`);
    const id = randomBytes(16).toString('hex');
    const stream = this.#stream(id, options);
    const request = encode(v1.OpenRequest, {
      streamId: id,
      sessionId: options.sessionId,
      config: options.config,
      credit: options.credit ?? defaultCredit,
      deadlineUnixMs: clock.unixMs() + timeoutMs,
      sharedSubject: options.sharedSubject ?? '',
      traceparent: options.traceparent ?? '',
      avoidWorkers: [...(options.avoidWorkers ?? [])],
      peer: peers.id,
    });
    try {
      const bytes = await transport.request(openSubject(options.service), request, timeoutMs);
      const { claim, refusal } = parse(() => decode(v1.OpenReply, bytes), 'the claim could not be read');
      if (claim) return this.#claimed(stream, claim);
      stream.abandon('refused');
      return new v1.Refusal(refusal ?? { code: 'refused', message: 'an empty answer' });
    } catch (error) {
      // A worker that claims after all learns from this that nobody waits.
      stream.abandon('nobody claimed it in time');
      throw noResponders(error) ? new BusError('no_capacity', `no ${options.service} worker is free`) : error;
    }
  }

  #claimed(stream: BusStream, claim: v1.Claim.$Properties): BusStream {
    stream.workerId = claim.workerId ?? '';
    stream.credited(claim.credit ?? 0);
    stream.open(claim.peer ?? '');
    return stream;
  }

  #stream(id: string, options: OpenOptions): BusStream {
    const { service } = options;
    const { metrics } = this.context;
    if (options.sharedSubject !== undefined) checkedSubject(options.sharedSubject);
    metrics.opened(service, 'caller');
    return new BusStream(this.context, {
      id,
      sessionId: options.sessionId,
      service,
      receiveSubject: outSubject(service, id),
      sendSubject: inSubject(service, id),
      sharedSubject: '',
      window: options.credit ?? defaultCredit,
      manualCredit: options.manualCredit ?? false,
      owner: this,
    });
  }

  streamClosed({ service }: BusStream): void {
    this.context.metrics.closed(service, 'caller');
  }
}

const noResponders = (error: unknown): boolean =>
  BusError.isInstance(error) && error.code === 'no_responders';

function outcomeOf(error: unknown): OpenOutcome {
  if (!BusError.isInstance(error)) return 'failed';
  const { code } = error;
  return code === 'no_capacity' || code === 'refused' || code === 'timeout' || code === 'disconnected'
    ? code
    : 'failed';
}
