import { BodyError, maxChatBodyBytes, tooLarge, type BodyLease } from '@parley/admission';
import { Line, type InboundFrame, type Stream, type StreamHandlers } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import type { Door } from './door';
import { LineReply } from './line-reply';
import { parseJson } from './read-json';

interface Asked {
  readonly pieces: Uint8Array[];
  bytes: number;
  /** What cannot be taken of it. */
  refused: BodyError | undefined;
  readonly lease: BodyLease;
  readonly reply: LineReply;
}

/** The requests of one caller, each answered as one over HTTP would be. */
export class ChatLine implements StreamHandlers {
  readonly #line: Line;
  readonly #asked = new Map<number, Asked>();

  constructor(
    stream: Stream,
    private readonly door: Pick<Door, 'complete' | 'room'>,
  ) {
    this.#line = new Line(stream);
  }

  onFrame({ payload }: InboundFrame): void {
    const { request, body, last, grant, cancel } = decode(v1.ChatInput, payload);
    // Of a request that is over: its caller did not know yet.
    if (body.length === 0 && !last && !this.#asked.has(request)) return;
    const asked = this.#requestOf(request);
    asked.reply.granted(grant);
    if (cancel) {
      this.#asked.delete(request);
      this.#abandon(asked);
    } else if (body.length > 0 || last) this.#take(asked, body, last);
  }

  onClose(): void {
    for (const asked of this.#asked.values()) this.#abandon(asked);
    this.#asked.clear();
  }

  #abandon({ lease, reply, pieces }: Asked): void {
    pieces.length = 0;
    lease.end();
    reply.abandoned();
  }

  #requestOf(request: number): Asked {
    const known = this.#asked.get(request);
    if (known !== undefined) return known;
    const reply = new LineReply((output) => {
      if (output.end !== undefined) this.#asked.delete(request);
      this.#line.send(encode(v1.ChatOutput, { request, ...output }));
    });
    const asked = { pieces: [], bytes: 0, refused: undefined, lease: this.door.room.lease(), reply };
    this.#asked.set(request, asked);
    return asked;
  }

  #take(asked: Asked, body: Uint8Array, last: boolean): void {
    const { pieces, reply, lease } = asked;
    this.#hold(asked, body, last);
    if (!last) return;
    const read = async (): Promise<unknown> => {
      if (asked.refused !== undefined) throw asked.refused;
      return parseJson(Buffer.concat(pieces.splice(0)));
    };
    void this.door.complete(read, reply).finally(() => {
      lease.end();
      reply.settle();
    });
  }

  #hold(asked: Asked, body: Uint8Array, last: boolean): void {
    if (asked.refused !== undefined) return;
    try {
      asked.bytes += body.length;
      if (asked.bytes > maxChatBodyBytes) throw tooLarge();
      asked.lease.take(body.length);
      // The bus takes its memory back when this returns; the last piece is read before that.
      asked.pieces.push(last ? body : body.slice());
    } catch (error) {
      if (!(error instanceof BodyError)) throw error;
      asked.refused = error;
      asked.pieces.length = 0;
    }
  }
}
