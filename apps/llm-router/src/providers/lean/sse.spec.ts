import * as fc from 'fast-check';
import { SseReader } from './sse';

const readAll = (text: string, cuts: readonly number[] = []): string[] => {
  const bytes = Buffer.from(text);
  const reader = new SseReader();
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  const events = at.slice(1).flatMap((end, index) => reader.push(bytes.subarray(at[index], end)));
  return [...events, ...reader.end()];
};

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

  it('gives up on a line without end', () => {
    const reader = new SseReader();
    const push = () => {
      for (let index = 0; index < 10; index += 1) reader.push(Buffer.alloc(1_000_000, 'x'));
    };
    expect(push).toThrow('no end');
  });
});
