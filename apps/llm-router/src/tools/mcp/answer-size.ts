import { maxAnswerBytes, maxAnswerValues } from '../limits';

const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBracket = 0x5b;
const openBrace = 0x7b;

/** Counts the bytes and values of an answer as it comes. */
export class AnswerSize {
  readonly #events: boolean;
  #bytes = 0;
  #values = 1;
  #inString = false;
  #escaped = false;
  #lineEmpty = true;
  #afterReturn = false;

  /** As the SDK reads it: what answers a GET, or says so, is a stream of events; all else is one JSON text. */
  constructor(method: string, contentType: string | null) {
    this.#events = method === 'GET' || contentType?.includes('text/event-stream') === true;
  }

  /** In what it is too large by now. */
  add(piece: Uint8Array): string | undefined {
    for (const byte of piece) {
      if (this.#events) this.#line(byte);
      this.#read(byte);
      if (this.#values > maxAnswerValues) return `has more than ${maxAnswerValues} values`;
      if (this.#bytes > maxAnswerBytes) return `is larger than ${maxAnswerBytes} bytes`;
    }
    return undefined;
  }

  /** Each event is a text of its own. No string of JSON goes on in another line, and other lines may have any quotes. */
  #line(byte: number): void {
    const ends = byte === newline || byte === carriageReturn;
    if (ends && !(byte === newline && this.#afterReturn)) {
      if (this.#lineEmpty) {
        this.#values = 1;
        this.#bytes = 0;
      }
      this.#inString = false;
      this.#escaped = false;
    }
    this.#lineEmpty = ends;
    this.#afterReturn = byte === carriageReturn;
  }

  #read(byte: number): void {
    this.#bytes += 1;
    if (this.#escaped) this.#escaped = false;
    else if (this.#inString) {
      if (byte === quote) this.#inString = false;
      else this.#escaped = byte === backslash;
    } else if (byte === quote) this.#inString = true;
    else if (byte === comma || byte === openBracket || byte === openBrace) this.#values += 1;
  }
}
