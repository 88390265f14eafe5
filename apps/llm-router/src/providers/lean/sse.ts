import { StringDecoder } from 'node:string_decoder';

/** A line longer than this is no answer of a model. */
const maxLineChars = 8_000_000;

/** The events of one stream that are the same but for one piece of text, as they stand in the stream. */
export interface PlainFrame {
  readonly before: string;
  /** With the empty line that ends the event. */
  readonly after: string;
}

const quote = 0x22;
const backslash = 0x5c;
const blank = 0x20;

/** Reads an event stream (WHATWG HTML §9.2) as it comes; only the data of events, which say themselves what they are. */
export class SseReader {
  readonly #decoder = new StringDecoder('utf8');
  #text = '';
  /** What comes before this in `#text` is read. */
  #at = 0;
  #data: string | undefined;

  push(bytes: Buffer): void {
    const rest = this.#at === 0 ? this.#text : this.#text.slice(this.#at);
    const text = this.#decoder.write(bytes);
    this.#text = rest === '' ? text : rest + text;
    this.#at = 0;
  }

  /** What servers leave out the last empty line of. */
  close(): void {
    this.push(Buffer.from('\n\n'));
  }

  /** The data of the next event; undefined = it is not whole yet. Throws RangeError when a line has no end. */
  next(): string | undefined {
    const text = this.#text;
    for (let end = text.indexOf('\n', this.#at); end >= 0; end = text.indexOf('\n', this.#at)) {
      const from = this.#at;
      this.#at = end + 1;
      const last = end > from && text[end - 1] === '\r' ? end - 1 : end;
      if (last > from) this.#line(text, from, last);
      else if (this.#data !== undefined) {
        const data = this.#data;
        this.#data = undefined;
        return data;
      }
    }
    if (text.length - this.#at > maxLineChars) throw new RangeError('a line of the event stream has no end');
    return undefined;
  }

  /**
   * The texts of the events that come next, as long as these are the frame and a text in which JSON escapes nothing:
   * a stream is read several times as fast as event by event.
   */
  texts({ before, after }: PlainFrame): string {
    const text = this.#text;
    let said = '';
    if (this.#data !== undefined) return said;
    for (;;) {
      const from = this.#at + before.length;
      if (text.slice(this.#at, from) !== before) return said;
      let end = from;
      for (let code = text.charCodeAt(end); code !== quote; code = text.charCodeAt(end)) {
        // The end of what has come is not a number.
        if (!(code >= blank) || code === backslash) return said;
        end += 1;
      }
      const next = end + after.length;
      if (text.slice(end, next) !== after) return said;
      said += text.slice(from, end);
      this.#at = next;
    }
  }

  #line(text: string, from: number, end: number): void {
    if (!text.startsWith('data:', from)) return;
    const start = from + (text[from + 5] === ' ' ? 6 : 5);
    const data = text.slice(start, Math.max(start, end));
    this.#data = this.#data === undefined ? data : `${this.#data}\n${data}`;
  }
}
