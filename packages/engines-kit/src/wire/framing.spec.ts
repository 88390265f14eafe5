import * as fc from 'fast-check';
import { FrameReader, FramingError, encodeFrame } from './framing';

describe('FrameReader', () => {
  it('finds the same frames however the bytes are cut', () => {
    const messages = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 20 });
    fc.assert(
      fc.property(messages, fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1 }), (sent, cuts) => {
        const bytes = Buffer.concat(sent.map((message) => encodeFrame(message)));
        const reader = new FrameReader();
        const found: Uint8Array[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = cuts[turn % cuts.length] ?? 1;
          found.push(...reader.push(Buffer.from(bytes.subarray(at, at + size))));
          at += size;
        }
        expect(found.map((frame) => [...frame])).toEqual(sent.map((message) => [...message]));
        expect(reader.pending).toBe(0);
      }),
    );
  });

  it('refuses a length beyond the limit at once, before the bytes arrive', () => {
    const header = Buffer.alloc(4);
    header.writeUInt32LE(1001);
    expect(() => new FrameReader(1000).push(header)).toThrow(FramingError);
  });

  it('refuses an empty frame', () => {
    expect(() => new FrameReader().push(Buffer.alloc(4))).toThrow(FramingError);
  });

  it('keeps an incomplete frame', () => {
    const reader = new FrameReader();
    expect(reader.push(encodeFrame(Buffer.from('hello')).subarray(0, 6))).toEqual([]);
    expect(reader.pending).toBe(6);
  });
});
