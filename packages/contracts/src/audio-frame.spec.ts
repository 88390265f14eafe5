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

it('stays what it is while others are encoded', () => {
  const lengths = Array.from({ length: 200 }, (_, n) => (n * 7919) % 20_000);
  const pcmOf = (n: number): Uint8Array => new Uint8Array(lengths[n]!).fill(n);
  const frames = lengths.map((_, n) => encodeAudioFrame(n, 16_000, pcmOf(n)));
  for (const [n, frame] of frames.entries()) {
    const general = Buffer.from(encode(v1.AudioFrame, { startSample: n, sampleRate: 16_000, pcm: pcmOf(n) }));
    expect(Buffer.from(frame).equals(general)).toBe(true);
  }
});
