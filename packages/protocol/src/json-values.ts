import { requestError, type ProtocolError } from './errors';

/**
 * Values in one JSON text: some 5,000 messages, or 128 tools with long schemas. Reading a text, and saying what is
 * wrong with each of its values, holds everybody else up: about 2 µs and 1 KB for each value that is wrong.
 */
export const maxJsonValues = 50_000;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBracket = 0x5b;
const openBrace = 0x7b;

/** Whether a JSON text (UTF-8) has more values than may be read; told without reading it. */
export function hasTooManyValues(json: Uint8Array, max = maxJsonValues): boolean {
  // Each value takes a byte at least.
  if (json.length <= max) return false;
  let values = 1;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === quote) at = endOfString(json, at + 1);
    else if (byte === comma || byte === openBracket || byte === openBrace) {
      values += 1;
      if (values > max) return true;
    }
  }
  return false;
}

/** After so many plain bytes it is likely a long string, as audio is: its end is searched then, which is much faster. */
const plainBytes = 256;

/** Where the quote is that ends a string; the length of the text where none does. */
function endOfString(json: Uint8Array, from: number): number {
  let plainTo = from + plainBytes;
  for (let at = from; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === quote) return at;
    if (byte === backslash) {
      at += 1;
      plainTo = at + plainBytes;
    } else if (at >= plainTo) {
      const end = json.indexOf(quote, at);
      if (end < 0) return json.length;
      let escapes = 0;
      while (json[end - 1 - escapes] === backslash) escapes += 1;
      if (escapes % 2 === 0) return end;
      at = end;
      plainTo = at + plainBytes;
    }
  }
  return json.length;
}

/** The value of a JSON text, every text of it well-formed. @throws SyntaxError */
export function parseJson(json: Buffer | string): unknown {
  const text = json.toString();
  const value: unknown = JSON.parse(text);
  return text.includes('\\ud') || text.includes('\\uD') ? wellFormed(value) : value;
}

/**
 * Halves of surrogate pairs, as escapes of JSON can name them, become U+FFFD: what is not Unicode can be sent to
 * nobody. Changes the value in place, and is no slower for one that is deep.
 */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  const open = [value];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isNode(node)) continue;
    for (const [key, child] of Object.entries(node)) {
      if (!key.isWellFormed()) {
        delete node[key];
        node[key.toWellFormed()] = child;
      }
      if (isNode(child)) open.push(child);
      else if (typeof child === 'string' && !child.isWellFormed())
        node[key.toWellFormed()] = child.toWellFormed();
    }
  }
  return value;
}

const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const tooManyValues = (what: string): ProtocolError =>
  requestError('invalid_value', `${what} has too many values: expected at most ${maxJsonValues}.`);
