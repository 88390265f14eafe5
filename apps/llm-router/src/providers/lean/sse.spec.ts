import * as fc from 'fast-check';
import { SseReader, type PlainFrame } from './sse';

/** Every event, and the texts of those that the frame fits together. */
function readAll(text: string, cuts: readonly number[] = [], frame?: PlainFrame): string[] {
  const bytes = Buffer.from(text);
  const reader = new SseReader();
  const events: string[] = [];
  const take = () => {
    for (;;) {
      if (frame !== undefined) events.push(reader.texts(frame));
      const event = reader.next();
      if (event === undefined) return;
      events.push(event);
    }
  };
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  for (const [index, end] of at.slice(1).entries()) {
    reader.push(bytes.subarray(at[index], end));
    take();
  }
  reader.close();
  take();
  return events;
}

describe('an event stream', () => {
  it.each([
    ['data: a\n\ndata: b\n\n', ['a', 'b']],
    ['data:a\r\n\r\n', ['a']],
    ['event: x\nid: 1\ndata: a\ndata: b\n\n', ['a\nb']],
    [': a comment\n\ndata: a\n\n', ['a']],
    ['data: a', ['a']],
    ['data\n\n', []],
    ['\n\n\n', []],
  ])('%j', (text, events) => {
    expect(readAll(text)).toEqual(events);
  });

  it('reads the same however it is cut, also within a letter', () => {
    const line = fc.stringMatching(/^[aä€😀 ]{1,12}$/u);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.array(fc.nat()), (lines, cuts) => {
        expect(readAll(lines.map((text) => `data: ${text}\r\n\r\n`).join(''), cuts)).toEqual(lines);
      }),
    );
  });

  it('gives the texts of one frame as it gives the events, however it is cut and whatever comes between', () => {
    const frame = { before: 'data: {"t":"', after: '"}\n\n' };
    const other = fc.constantFrom(': ping\n\n', 'data: {"u":1}\n\n', 'data: {"t":"a"}\r\n\r\n', 'id: 1\n');
    const event = fc.oneof(
      fc.string({ unit: 'grapheme' }).map((text) => `data: ${JSON.stringify({ t: text })}\n\n`),
      other,
    );
    const textIn = (event: string): string => {
      const value: unknown = JSON.parse(event);
      return typeof value === 'object' && value !== null && 't' in value ? String(value.t) : '';
    };
    fc.assert(
      fc.property(fc.array(event), fc.array(fc.nat()), (events, cuts) => {
        const stream = events.join('');
        const read = readAll(stream, cuts, frame).map((one) => (one.startsWith('{"') ? textIn(one) : one));
        expect(read.join('')).toBe(readAll(stream).map(textIn).join(''));
      }),
    );
  });

  it('takes no text that is not whole, escaped or no JSON for one of a frame', () => {
    const frame = { before: 'data: "', after: '"\n\n' };
    for (const stream of [
      'data: "a',
      'data: "a\\""\n\n',
      'data: "a\n\ndata: b"\n\n',
      'data: x\ndata: "a"\n\n',
    ]) {
      const reader = new SseReader();
      reader.push(Buffer.from(stream));
      expect(reader.texts(frame)).toBe('');
    }
  });

  it('gives up on a line without end', () => {
    const reader = new SseReader();
    const push = () => {
      for (let index = 0; index < 10; index += 1) {
        reader.push(Buffer.alloc(1_000_000, 'x'));
        reader.next();
      }
    };
    expect(push).toThrow('no end');
  });
});
