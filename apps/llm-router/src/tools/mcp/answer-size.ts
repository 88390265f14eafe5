import { maxAnswerValues } from '../limits';

const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
const backslash = 0x5c;
/** Of lists, objects and what is between their values. */
const structure: ReadonlySet<number> = new Set([0x2c, 0x5b, 0x7b]);

/** Counts the values of an answer as it comes. */
export class AnswerValues {
  readonly #events: boolean;
  #values = 1;
  #inString = false;
  #escaped = false;
  #lineEmpty = true;
  #afterReturn = false;

  /** As the SDK reads it: what answers a GET, or says so, is a stream of events; all else is one JSON text. */
  constructor(method: string, contentType: string | null) {
    this.#events = method === 'GET' || contentType?.includes('text/event-stream') === true;
  }

  /** Whether there are too many by now. */
  add(piece: Uint8Array): boolean {
    for (const byte of piece) {
      if (this.#events) this.#line(byte);
      this.#read(byte);
      if (this.#values > maxAnswerValues) return true;
    }
    return false;
  }

  /** Each event is a text of its own. No string of JSON goes on in another line, and other lines may have any quotes. */
  #line(byte: number): void {
    const ends = byte === newline || byte === carriageReturn;
    if (ends && !(byte === newline && this.#afterReturn)) {
      if (this.#lineEmpty) this.#values = 1;
      this.#inString = false;
      this.#escaped = false;
    }
    this.#lineEmpty = ends;
    this.#afterReturn = byte === carriageReturn;
  }

  #read(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (this.#inString) {
      if (byte === quote) this.#inString = false;
      else this.#escaped = byte === backslash;
    } else if (byte === quote) this.#inString = true;
    else if (structure.has(byte)) this.#values += 1;
  }
}
