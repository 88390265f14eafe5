import { encode, encodeAudioFrame, v1 } from '@parley/contracts';
import * as fc from 'fast-check';

it('is encoded as the general encoder does it', () => {
  const position = fc.oneof(fc.nat(300), fc.maxSafeNat());
  const rate = fc.oneof(fc.constant(0), fc.constantFrom(8_000, 16_000, 24_000, 48_000));
  fc.assert(
    fc.property(position, rate, fc.uint8Array({ maxLength: 400 }), (startSample, sampleRate, pcm) => {
      const general = Buffer.from(encode(v1.AudioFrame, { startSample, sampleRate, pcm }));
      expect(Buffer.from(encodeAudioFrame(startSample, sampleRate, pcm)).equals(general)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

it('is so for one after the other, of whatever length', () => {
  const lengths = Array.from({ length: 200 }, (_, n) => (n * 7919) % 100_000);
  for (const [n, length] of lengths.entries()) {
    const pcm = new Uint8Array(length).fill(n);
    const general = Buffer.from(encode(v1.AudioFrame, { startSample: n, sampleRate: 16_000, pcm }));
    expect(Buffer.from(encodeAudioFrame(n, 16_000, pcm)).equals(general)).toBe(true);
  }
});
