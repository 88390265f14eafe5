import { alawToInt16, int16ToAlaw, int16ToMulaw, mulawToInt16 } from './g711';

const everyByte = Uint8Array.from({ length: 256 }, (_, i) => i);
const everySample = Int16Array.from({ length: 65536 }, (_, i) => i - 32768);

describe('G.711', () => {
  it('decodes the reference points', () => {
    const mulaw = Uint8Array.of(0x00, 0x80, 0xff, 0x7f, 0xe7);
    expect([...mulawToInt16(mulaw)]).toEqual([-32124, 32124, 0, 0, 260]);
    expect([...alawToInt16(Uint8Array.of(0xd5, 0x55, 0xaa, 0x2a))]).toEqual([8, -8, 32256, -32256]);
  });

  it('gives every code back (µ-law has two zeros)', () => {
    const again = int16ToMulaw(mulawToInt16(everyByte));
    expect(again).toEqual(everyByte.map((byte) => (byte === 0x7f ? 0xff : byte)));
    expect(int16ToAlaw(alawToInt16(everyByte))).toEqual(everyByte);
  });

  it.each([
    ['µ-law', int16ToMulaw, mulawToInt16],
    ['A-law', int16ToAlaw, alawToInt16],
  ])('%s keeps every sample within half a quantisation step, in order', (_name, encode, decode) => {
    const decoded = decode(encode(everySample));
    const unclipped = everySample.filter((sample) => Math.abs(sample) <= 32124);
    const off = unclipped.filter(
      (sample) => Math.abs(decoded[sample + 32768]! - sample) > 16 + Math.abs(sample) / 31,
    );
    expect([...off]).toEqual([]);
    expect(decoded.filter((value, i) => i > 0 && value < decoded[i - 1]!)).toHaveLength(0);
  });
});
