import { StringDecoder } from 'node:string_decoder';

/** A line longer than this is no answer of a model. */
const maxLineChars = 8_000_000;

/** Reads an event stream (WHATWG HTML §9.2) as it comes; only the data of events, which say themselves what they are. */
export class SseReader {
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';
  #data: string | undefined;

  /** The data of every event that is complete now. Throws RangeError when a line has no end. */
  push(bytes: Buffer): string[] {
    const text = this.#rest + this.#decoder.write(bytes);
    const events: string[] = [];
    let from = 0;
    for (let end = text.indexOf('\n', from); end >= 0; end = text.indexOf('\n', from)) {
      const line = text.slice(from, text[end - 1] === '\r' ? end - 1 : end);
      from = end + 1;
      if (line === '') this.#dispatch(events);
      else if (line.startsWith('data:')) this.#append(line.slice(line[5] === ' ' ? 6 : 5));
    }
    this.#rest = text.slice(from);
    if (this.#rest.length > maxLineChars) throw new RangeError('a line of the event stream has no end');
    return events;
  }

  /** What servers leave out the last empty line of. */
  end(): string[] {
    const events = this.push(Buffer.from('\n'));
    this.#dispatch(events);
    return events;
  }

  #append(data: string): void {
    this.#data = this.#data === undefined ? data : `${this.#data}\n${data}`;
  }

  #dispatch(events: string[]): void {
    if (this.#data !== undefined) events.push(this.#data);
    this.#data = undefined;
  }
}
