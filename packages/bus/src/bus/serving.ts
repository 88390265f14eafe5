import { decode, encode, v1 } from '@parley/contracts';
import { BusError } from '../errors';
import type { AcceptStream, ServeOptions, Serving, StreamHandlers } from '../stream';
import { checkedSubject, fullSubject, inSubject, openSubject, outSubject } from '../subjects';
import type { Message, Subscription } from '../transport';
import { parse } from '../wire/frames';
import { BusStream, type StreamOwner } from './bus-stream';
import type { BusContext } from './context';
import { within } from './within';

const defaultCredit = 256;
const defaultAcceptMs = 1_000;

/** A request older than this is late; one much older only shows that the clocks of two machines differ. */
const latestMs = 30_000;
const warnEveryMs = 60_000;

/** A worker's side of the claim: slots counted before an answer, and out of the queue group when full. */
export class StreamServing implements Serving, StreamOwner {
  readonly #streams = new Set<BusStream>();
  #used = 0;
  #draining = false;
  #group: Subscription | undefined;
  #full: Subscription | undefined;
  #idle: (() => void)[] = [];
  #warnedAtMs = -Infinity;

  constructor(
    private readonly context: BusContext,
    private readonly options: ServeOptions,
    private readonly accept: AcceptStream,
  ) {
    this.#updateMembership();
  }

  get service(): string {
    return this.options.service;
  }

  get streams(): number {
    return this.#streams.size;
  }

  async drain(timeoutMs: number): Promise<void> {
    this.#draining = true;
    this.#updateMembership();
    for (const stream of this.#streams) stream.announceDraining();
    await this.#empty(timeoutMs);
    for (const stream of this.#streams) {
      stream.close({ code: 'draining', message: 'the worker is stopping', retryable: true });
    }
  }

  #empty(timeoutMs: number): Promise<void> {
    if (this.#used === 0 || timeoutMs <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = this.context.clock.after(timeoutMs, resolve);
      this.#idle.push(() => {
        cancel();
        resolve();
      });
    });
  }

  #updateMembership(): void {
    const { transport, metrics } = this.context;
    const { service, slots } = this.options;
    metrics.slots(service, this.#used, slots);
    const wanted = !this.#draining && this.#used < slots;
    if (wanted && this.#group === undefined) {
      this.#group = transport.subscribe(
        openSubject(service),
        (message) => void this.#asked(message),
        service,
      );
    } else if (!wanted && this.#group !== undefined) {
      this.#group.leave();
      this.#group = undefined;
    }
    this.#tellFull(!wanted && !this.#draining);
  }

  /** Whoever is refused by the others is told that there is more than they. */
  #tellFull(full: boolean): void {
    if (!full) {
      this.#full?.unsubscribe();
      this.#full = undefined;
    } else {
      const answer = (message: Message): void => message.respond(new Uint8Array());
      this.#full ??= this.context.transport.subscribe(fullSubject(this.service), answer);
    }
  }

  #take(): void {
    this.#used += 1;
    this.#updateMembership();
  }

  #release(): void {
    this.#used -= 1;
    this.#updateMembership();
    if (this.#used === 0) for (const idle of this.#idle.splice(0)) idle();
  }

  /** Never rejects. */
  async #asked(message: Message): Promise<void> {
    try {
      const request = parse(() => decode(v1.OpenRequest, message.data), 'the open request could not be read');
      const lateMs = this.context.clock.unixMs() - request.deadlineUnixMs;
      this.#refuseIfUnwilling(request);
      if (request.deadlineUnixMs > 0 && lateMs > 0 && lateMs < latestMs) this.#refuseLate(lateMs);
      const claim = await this.#claim(request, lateMs < 0 ? -lateMs : defaultAcceptMs);
      message.respond(encode(v1.OpenReply, { claim }));
    } catch (error) {
      message.respond(encode(v1.OpenReply, { refusal: this.#refusal(error) }));
    }
  }

  #refuseIfUnwilling(request: v1.OpenRequest): void {
    const { workerId, slots } = this.options;
    if (request.avoidWorkers.includes(workerId)) throw new Unwilling('avoided');
    if (this.#draining) throw new Unwilling('draining');
    // A request that was under way when the last slot went.
    if (this.#used >= slots) throw new Unwilling('no_capacity');
  }

  /** Nobody waits any more, or the clock here goes before the caller's: then it is still told, and asks another. */
  #refuseLate(lateMs: number): never {
    const nowMs = this.context.clock.nowMs();
    if (nowMs - this.#warnedAtMs >= warnEveryMs) {
      this.#warnedAtMs = nowMs;
      const fields = { service: this.service, lateMs };
      this.context.log.warn(
        fields,
        'open requests come after their deadline: is there too much work, or the clock wrong?',
      );
    }
    throw new Unwilling('late');
  }

  async #claim(request: v1.OpenRequest, timeoutMs: number): Promise<v1.Claim.$Properties> {
    const { transport, settings, peers } = this.context;
    const credit = this.options.credit ?? defaultCredit;
    const stream = this.#stream(request, credit);
    const accepted = this.#accepted(stream, request);
    try {
      const [handlers] = await Promise.all([
        within(this.context.clock, timeoutMs, accepted),
        transport.flush(timeoutMs),
      ]);
      stream.open(request.peer);
      stream.start(handlers);
      return { workerId: this.options.workerId, heartbeatMs: settings.heartbeatMs, credit, peer: peers.id };
    } catch (error) {
      stream.abandon('the stream was not accepted');
      // Handlers, even those that come too late, are told that their stream is closed.
      accepted.then(
        (handlers) => stream.start(handlers),
        () => undefined,
      );
      throw error;
    }
  }

  async #accepted(stream: BusStream, { config, traceparent }: v1.OpenRequest): Promise<StreamHandlers> {
    return this.accept({ stream, config, traceparent });
  }

  #stream(request: v1.OpenRequest, window: number): BusStream {
    const { service, workerId } = this.options;
    const { metrics } = this.context;
    const { streamId, sessionId, sharedSubject } = request;
    const stream = new BusStream(this.context, {
      id: streamId,
      sessionId,
      service,
      receiveSubject: inSubject(service, streamId),
      sendSubject: outSubject(service, streamId),
      sharedSubject: sharedSubject === '' ? '' : checkedSubject(sharedSubject),
      window,
      manualCredit: false,
      owner: this,
    });
    stream.workerId = workerId;
    stream.credited(request.credit);
    metrics.opened(service, 'worker');
    this.#streams.add(stream);
    this.#take();
    return stream;
  }

  streamClosed(stream: BusStream): void {
    this.#streams.delete(stream);
    this.context.metrics.closed(this.service, 'worker');
    this.#release();
  }

  #refusal(error: unknown): v1.Refusal.$Properties {
    const { workerId } = this.options;
    if (error instanceof Unwilling)
      return { code: error.code, message: error.message, retryable: true, workerId };
    if (BusError.isInstance(error)) {
      return { code: error.code, message: error.message, retryable: error.retryable, workerId };
    }
    this.context.log.error({ err: error, service: this.service }, 'a stream could not be accepted');
    return { code: 'internal', message: 'the worker could not accept the stream', retryable: true, workerId };
  }
}

/** Not here, but perhaps at the next worker. */
class Unwilling extends Error {
  constructor(readonly code: 'avoided' | 'draining' | 'late' | 'no_capacity') {
    super(`this worker does not take the stream: ${code}`);
  }
}
