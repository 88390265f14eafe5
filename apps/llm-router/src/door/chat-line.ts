import { maxChatBodyBytes, tooLarge } from '@parley/admission';
import { Line, type InboundFrame, type Stream, type StreamHandlers } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import type { Door } from './door';
import { LineReply } from './line-reply';
import { parseJson } from './read-json';

interface Asked {
  readonly pieces: Uint8Array[];
  bytes: number;
  readonly reply: LineReply;
}

/** The requests of one caller, each answered as one over HTTP would be. */
export class ChatLine implements StreamHandlers {
  readonly #line: Line;
  readonly #asked = new Map<number, Asked>();

  constructor(
    stream: Stream,
    private readonly door: Pick<Door, 'complete'>,
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
      asked.reply.abandoned();
    } else if (body.length > 0 || last) this.#take(asked, body, last);
  }

  onClose(): void {
    for (const { reply } of this.#asked.values()) reply.abandoned();
    this.#asked.clear();
  }

  #requestOf(request: number): Asked {
    const known = this.#asked.get(request);
    if (known !== undefined) return known;
    const reply = new LineReply((output) => {
      if (output.end !== undefined) this.#asked.delete(request);
      this.#line.send(encode(v1.ChatOutput, { request, ...output }));
    });
    const asked = { pieces: [], bytes: 0, reply };
    this.#asked.set(request, asked);
    return asked;
  }

  #take(asked: Asked, body: Uint8Array, last: boolean): void {
    const { pieces, reply } = asked;
    asked.bytes += body.length;
    // The bus takes its memory back when this returns; the last piece is read before that.
    if (asked.bytes <= maxChatBodyBytes) pieces.push(last ? body : body.slice());
    if (!last) return;
    const read = async (): Promise<unknown> => {
      if (asked.bytes > maxChatBodyBytes) throw tooLarge();
      return parseJson(Buffer.concat(pieces.splice(0)).toString());
    };
    void this.door.complete(read, reply).finally(() => reply.settle());
  }
}
