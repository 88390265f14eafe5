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
const payloads = fc.record({
  length: lengths,
  controls: fc.array(fc.constantFrom(0x89, 0x8a), { maxLength: 2 }),
});
/** A message in frames, each with control frames before it. */
const messages = fc.record({
  opcode: fc.constantFrom(1, 2),
  parts: fc.array(payloads, { minLength: 1, maxLength: 3 }),
});
const cuts = fc.array(fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 80_000 })), {
  minLength: 1,
  maxLength: 20,
});

it('knows between which bytes a message begins, in whatever frames and reads they come', () => {
  fc.assert(
    fc.property(fc.array(messages, { maxLength: 6 }), cuts, (sent, sizes) => {
      const written: Buffer[] = [];
      const between = new Set([0]);
      let end = 0;
      const write = (bytes: Buffer, isBetween: boolean): void => {
        written.push(bytes);
        end += bytes.length;
        if (isBetween) between.add(end);
      };
      for (const { opcode, parts } of sent) {
        for (const [index, { length, controls }] of parts.entries()) {
          for (const first of controls) write(frame(randomBytes(length % 126), { first }), index === 0);
          const isLast = index === parts.length - 1;
          const first = (isLast ? 0x80 : 0) | (index === 0 ? opcode : 0);
          write(frame(Buffer.alloc(length, index), { first }), isLast);
        }
      }
      const bytes = Buffer.concat(written);
      const frames = new ClientFrames();
      expect(frames.isBetween).toBe(true);
      for (let at = 0, read = 0; at < end; read++) {
        const next = Math.min(end, at + (sizes[read % sizes.length] ?? 1));
        frames.passed(bytes.subarray(at, next));
        at = next;
        // Not by a matcher: there are very many.
        if (frames.isBetween !== between.has(at)) throw new Error(`wrong after ${at} of ${end} bytes`);
      }
    }),
  );
});

it.each([
  ['a part of no message', frame(Buffer.from('a'), { first: 0x80 })],
  [
    'a message within another',
    Buffer.concat([frame(Buffer.from('a'), { first: 0x01 }), frame(Buffer.from('b'))]),
  ],
  ['a ping in parts', frame(Buffer.from('a'), { first: 0x09 })],
  ['a close', frame(Buffer.alloc(0), { first: 0x88 })],
  ['a frame with a flag of an extension', frame(Buffer.from('a'), { first: 0xc1 })],
  ['a frame without a mask', frame(Buffer.from('a'), { masked: false })],
  ['a frame of no known kind', frame(Buffer.from('a'), { first: 0x83 })],
  ['a long ping', frame(Buffer.alloc(126), { first: 0x89 })],
])('knows nothing any more after %s', (_what, bytes) => {
  const frames = new ClientFrames();
  frames.passed(bytes);
  frames.passed(frame(Buffer.from('b'), { first: 0x80 }));
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
  const whole = frame(randomBytes(9));
  const others = [0x82, 0x01, 0x80].map((first) => frame(randomBytes(9), { first }));
  for (const bytes of [whole.subarray(0, -1), whole.subarray(0, 4), ...others]) {
    const before = Buffer.from(bytes);
    expect(wholeText(bytes, 0, unmask)).toBeUndefined();
    expect(bytes.equals(before)).toBe(true);
  }
});
