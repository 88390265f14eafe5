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
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (inString) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if (byte === comma || byte === openBracket || byte === openBrace) {
      values += 1;
      if (values > max) return true;
    }
  }
  return false;
}

export const tooManyValues = (what: string): ProtocolError =>
  requestError('invalid_value', `${what} has too many values: expected at most ${maxJsonValues}.`);
