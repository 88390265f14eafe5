import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { ClientFrames, wholeText } from './client-frames';

/** As a client writes it; `second` and `first` are its first bytes where they are not as they should be. */
function frame(payload: Buffer, { first = 0x81, masked = true } = {}): Buffer {
  const { length } = payload;
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
  head[0] = first;
  head[1] = (masked ? 0x80 : 0) | (length < 126 ? length : length < 65_536 ? 126 : 127);
  if (head.length === 4) head.writeUInt16BE(length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2);
  const mask = randomBytes(masked ? 4 : 0);
  return Buffer.concat([head, mask, masked ? xored(payload, mask) : payload]);
}

const xored = (payload: Buffer, mask: Buffer): Buffer =>
  Buffer.from(payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0)));

const unmask = (payload: Buffer, mask: Buffer): void => payload.set(xored(payload, mask));

const lengths = fc.oneof(fc.nat(300), fc.constantFrom(125, 126, 65_535, 65_536, 70_000));
const usual = fc.record({ length: lengths, first: fc.constantFrom(0x81, 0x82) });
const control = fc.record({ length: fc.nat(125), first: fc.constantFrom(0x89, 0x8a) });

it('knows between which bytes a message begins, however they come', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(usual, control), { maxLength: 8 }), fc.nat(100_000), (kinds, cut) => {
      const frames = new ClientFrames();
      for (const { length, first } of kinds) {
        const bytes = frame(randomBytes(length), { first });
        const head = bytes.length - length;
        const at = head + (cut % (length + 1));
        frames.passed(bytes.subarray(0, at));
        expect(frames.isBetween).toBe(at === bytes.length);
        frames.passed(bytes.subarray(at));
        expect(frames.isBetween).toBe(true);
      }
    }),
  );
});

it.each([
  ['a part of a message', frame(Buffer.from('a'), { first: 0x01 })],
  ['a part that goes on', frame(Buffer.from('a'), { first: 0x80 })],
  ['a close', frame(Buffer.alloc(0), { first: 0x88 })],
  ['a frame with a flag of an extension', frame(Buffer.from('a'), { first: 0xc1 })],
  ['a frame without a mask', frame(Buffer.from('a'), { masked: false })],
  ['a frame of no known kind', frame(Buffer.from('a'), { first: 0x83 })],
  ['a long ping', frame(Buffer.alloc(126), { first: 0x89 })],
  ['half of a header', frame(Buffer.from('a')).subarray(0, 4)],
])('knows nothing any more after %s', (_what, bytes) => {
  const frames = new ClientFrames();
  frames.passed(bytes);
  frames.passed(frame(Buffer.from('b')));
  expect(frames.isBetween).toBe(false);
  expect(wholeText(bytes, 0, unmask)).toBeUndefined();
});

it('reads a text that is whole where it lies, and masked again it is what it was', () => {
  fc.assert(
    fc.property(lengths, fc.nat(20), (length, at) => {
      const payload = randomBytes(length);
      const bytes = Buffer.concat([Buffer.alloc(at), frame(payload), Buffer.from('next')]);
      const before = Buffer.from(bytes);
      const whole = wholeText(bytes, at, unmask);
      expect(whole?.payload.equals(payload)).toBe(true);
      expect(whole?.end).toBe(bytes.length - 4);
      if (whole) unmask(whole.payload, whole.mask);
      expect(bytes.equals(before)).toBe(true);
    }),
  );
});

it('leaves alone what is not whole, and what is no text', () => {
  for (const bytes of [frame(randomBytes(9)).subarray(0, -1), frame(randomBytes(9), { first: 0x82 })]) {
    const before = Buffer.from(bytes);
    expect(wholeText(bytes, 0, unmask)).toBeUndefined();
    expect(bytes.equals(before)).toBe(true);
  }
});
