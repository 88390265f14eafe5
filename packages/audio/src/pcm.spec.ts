import * as fc from 'fast-check';
import {
  bytesToInt16,
  concatInt16,
  float32BytesToInt16,
  float32ToInt16,
  int16ToBytes,
  int16ToFloat32,
  int16ToFloat32Bytes,
  SampleJoiner,
} from './pcm';

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

  it('takes floats from bytes, and gives them back', () => {
    const bytes = new Uint8Array(Float32Array.of(2, -0.5, NaN, -Infinity).buffer);
    const samples = float32BytesToInt16(bytes);
    expect([...samples]).toEqual([32767, -16384, 0, -32768]);
    expect([...float32BytesToInt16(int16ToFloat32Bytes(samples))]).toEqual([...samples]);
    expect([...float32BytesToInt16(bytes.subarray(4, 11))]).toEqual([-16384]);
  });

  it('joins chunks cut anywhere', () => {
    fc.assert(
      fc.property(int16s, fc.array(fc.nat(7), { maxLength: 80 }), (samples, cuts) => {
        const bytes = Uint8Array.from(int16ToBytes(samples));
        const joiner = new SampleJoiner(2);
        const out: Int16Array[] = [];
        let at = 0;
        for (const cut of [...cuts, bytes.length]) {
          out.push(bytesToInt16(joiner.push(bytes.subarray(at, at + cut))).slice());
          at = Math.min(bytes.length, at + cut);
        }
        expect(concatInt16(out)).toEqual(samples);
      }),
    );
  });

  it('forgets a part of a sample on reset', () => {
    const joiner = new SampleJoiner(4);
    joiner.push(Uint8Array.of(1, 2));
    joiner.push(Uint8Array.of(3));
    joiner.reset();
    expect([...joiner.push(Uint8Array.of(5, 0, 6, 0, 7))]).toEqual([5, 0, 6, 0]);
  });
});
