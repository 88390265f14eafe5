import { fromBase64, fromPcm16, toBase64, toPcm16 } from './pcm';

describe('samples as the wire has them', () => {
  it('there and back, and nothing louder than full', () => {
    const samples = Float32Array.from([0, 0.5, -0.5, 1, -1, 2, -2]);
    const bytes = fromBase64(toBase64(toPcm16(samples)));
    expect(bytes).toHaveLength(14);
    const expected = [0, 0.5, -0.5, 1, -1, 1, -1];
    for (const [index, sample] of fromPcm16(bytes).entries()) expect(sample).toBeCloseTo(expected[index]!, 4);
  });

  it('of any length, and from the midst of other bytes', () => {
    const samples = Float32Array.from({ length: 20_001 }, (_, index) => Math.sin(index / 7));
    const bytes = new Uint8Array([9, 9, 9, ...toPcm16(samples)]).subarray(3);
    const back = fromPcm16(bytes);
    expect(back).toHaveLength(samples.length);
    expect(back[20_000]).toBeCloseTo(samples[20_000]!, 3);
    expect(fromBase64(toBase64(bytes))).toEqual(Uint8Array.from(bytes));
  });
});
