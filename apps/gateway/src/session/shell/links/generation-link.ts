import type { InboundFrame, Stream } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { underWay } from '../../engine/coordinator/ahead';
import type { ModelRequest } from '../../engine/coordinator/effects';
import { awaitsModel } from '../../engine/response/state';
import { toModelEvent, toRouting } from './generation-messages';
import { Link, type LinkOpening, type LinkUser } from './link';
import { generationMetered } from './meter-messages';
import type { LinkContext } from './ports';
import { RequestWriter } from './request-writer';

/** The bus takes 12 MiB in one message. */
const maxRequestBytes = 11 * 1024 * 1024;

interface Waiting {
  readonly generation: number;
  readonly payload: Uint8Array;
}

/** One lane's way to a language model. */
export class GenerationLink implements LinkUser {
  readonly #link: Link;
  readonly #writer = new RequestWriter();
  /** The request that has no worker yet; a newer one takes its place. */
  #waiting: Waiting | undefined;
  #prepare: Uint8Array | undefined;
  /** Of the newest request, or beyond it when that was abandoned: what is sent of it would be dropped. */
  #generation = 0;

  constructor(
    private readonly context: LinkContext,
    private readonly lane: string,
  ) {
    this.#link = new Link(context, 'llm', this);
  }

  start(): void {
    this.#link.start();
  }

  request(generation: number, request: ModelRequest): void {
    const payload = this.#writer.write('request', request);
    if (payload.byteLength > maxRequestBytes) {
      const failure = {
        type: 'invalid_request_error',
        code: 'context_length_exceeded',
        message: 'Instructions, tools and conversation are too long for one request.',
      } as const;
      this.context.metered({ type: 'unsent', generation });
      this.context.dispatch({ type: 'model', generation, event: { type: 'model_failed', failure } });
      return;
    }
    this.#generation = generation;
    const { stream } = this.#link;
    if (stream?.send(payload, { generation }) === true) return;
    this.#drop();
    this.#waiting = { generation, payload };
    if (stream !== undefined) this.#link.abandon();
    this.#link.demand();
  }

  /** The model may read this ahead; nobody waits for it. */
  prepare(request: ModelRequest): void {
    const payload = this.#writer.write('prepare', request);
    if (payload.byteLength > maxRequestBytes) return;
    this.#prepare = payload;
    this.#link.stream?.send(payload, { generation: this.#generation });
  }

  abandon(generation: number): void {
    if (this.#waiting !== undefined && this.#waiting.generation <= generation) {
      this.#drop();
      this.#link.relent();
    }
    this.#generation = Math.max(this.#generation, generation + 1);
    this.#link.stream?.cancel(generation);
  }

  close(): void {
    this.#drop();
    this.#link.close();
  }

  /** What was never sent costs nothing. */
  #drop(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting !== undefined) this.context.metered({ type: 'unsent', generation: waiting.generation });
  }

  opening(): LinkOpening {
    return { config: encode(v1.GenerateOpen, { model: this.context.state().session.model }) };
  }

  onOpen(stream: Stream): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting !== undefined) stream.send(waiting.payload, { generation: waiting.generation });
    else if (this.#prepare !== undefined) stream.send(this.#prepare, { generation: this.#generation });
    this.context.dispatch({ type: 'link', service: 'llm', lane: this.lane, status: 'open' });
  }

  /** What was not sent is asked anew. */
  onLost(): void {
    this.#drop();
    this.context.dispatch({ type: 'link', service: 'llm', lane: this.lane, status: 'lost' });
  }

  onUnavailable(): void {
    this.#drop();
    this.context.dispatch({ type: 'link', service: 'llm', lane: this.lane, status: 'unavailable' });
  }

  onFrame({ payload, generation }: InboundFrame): void {
    const message = decode(v1.GenerateEvent, payload);
    const metered = generationMetered(message, generation);
    if (metered !== undefined) this.context.metered(metered);
    const routing = toRouting(message);
    if (routing !== undefined) this.context.dispatch({ type: 'routed', generation, routing });
    const event = toModelEvent(message);
    if (event !== undefined) this.context.dispatch({ type: 'model', generation, event });
  }

  isIdle(): boolean {
    return !underWay(this.context.state(), this.lane).some(awaitsModel);
  }
}
