import { decode, encode, v1 } from '@parley/contracts';

describe('contracts', () => {
  it('decodes audio without copying it', () => {
    const pcm = Buffer.alloc(960, 7);
    const wire = Buffer.from(encode(v1.AudioFrame, { startSample: 48_000, sampleRate: 24_000, pcm }));
    const frame = decode(v1.AudioFrame, wire);
    expect(frame.pcm.buffer).toBe(wire.buffer);
    expect(Buffer.from(frame.pcm).equals(pcm)).toBe(true);
  });

  it('decodes 64-bit positions as numbers', () => {
    const startSample = 24_000 * 3600 * 24;
    expect(decode(v1.AudioFrame, encode(v1.AudioFrame, { startSample })).startSample).toBe(startSample);
  });

  it.each([1, 39, 40, 127, 128, 5_000])(
    'writes half a pair in %i characters so that it can be read',
    (chars) => {
      for (const half of ['\ud83d', '\ude00']) {
        const text = `${'x'.repeat(chars - 1)}${half}`;
        const event = decode(v1.GenerateEvent, encode(v1.GenerateEvent, { text: { text } }));
        expect(event.text?.text).toBe(`${'x'.repeat(chars - 1)}\ufffd`);
      }
    },
  );

  it('names which alternative of a oneof is set', () => {
    const frame = decode(v1.Frame, encode(v1.Frame, { seq: 3, payload: Buffer.from('x') }));
    expect(frame.body).toBe('payload');
  });
});
