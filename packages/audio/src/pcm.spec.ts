import * as fc from 'fast-check';
import { bytesToInt16, concatInt16, float32ToInt16, int16ToBytes, int16ToFloat32, Pcm16Joiner } from './pcm';

const int16s = fc.int16Array({ maxLength: 200 });

describe('PCM16', () => {
  it('survives bytes and floats unchanged', () => {
    fc.assert(
      fc.property(int16s, (samples) => {
        expect(bytesToInt16(int16ToBytes(samples))).toEqual(samples);
        expect(float32ToInt16(int16ToFloat32(samples))).toEqual(samples);
      }),
    );
  });

  it('is little endian', () => {
    expect([...int16ToBytes(Int16Array.of(0x0102, -2))]).toEqual([2, 1, 0xfe, 0xff]);
  });

  it('reads unaligned bytes and ignores an odd last one', () => {
    const bytes = Uint8Array.of(9, 1, 0, 0xff, 0xff, 7);
    expect([...bytesToInt16(bytes.subarray(1))]).toEqual([1, -1]);
  });

  it('saturates and silences what is not a number', () => {
    expect([...float32ToInt16(Float32Array.of(2, -2, 1, NaN))]).toEqual([32767, -32768, 32767, 0]);
  });

  it('joins chunks cut anywhere', () => {
    fc.assert(
      fc.property(int16s, fc.array(fc.nat(7), { maxLength: 80 }), (samples, cuts) => {
        const bytes = Uint8Array.from(int16ToBytes(samples));
        const joiner = new Pcm16Joiner();
        const out: Int16Array[] = [];
        let at = 0;
        for (const cut of [...cuts, bytes.length]) {
          out.push(joiner.push(bytes.subarray(at, at + cut)));
          at = Math.min(bytes.length, at + cut);
        }
        expect(concatInt16(out)).toEqual(samples);
      }),
    );
  });

  it('forgets a half sample on reset', () => {
    const joiner = new Pcm16Joiner();
    joiner.push(Uint8Array.of(1));
    joiner.reset();
    expect([...joiner.push(Uint8Array.of(5, 0))]).toEqual([5]);
  });
});
