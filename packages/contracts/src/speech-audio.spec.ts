import { decode, encode, readSpeechAudio, v1 } from '@parley/contracts';
import * as fc from 'fast-check';

const pcm = fc.uint8Array({ maxLength: 400 });
const frame = fc.record(
  {
    startSample: fc.oneof(fc.nat(300), fc.maxSafeNat()),
    sampleRate: fc.oneof(fc.constantFrom(0, 8_000, 24_000, 48_000), fc.nat(2 ** 32 - 1)),
    pcm,
  },
  { requiredKeys: [] },
);
const audio = fc.record({ segment: fc.nat(300), audio: frame }, { requiredKeys: [] });

it('reads audio as the general decoder does', () => {
  fc.assert(
    fc.property(audio, (event) => {
      const bytes = encode(v1.SpeechEvent, { audio: event });
      const general = decode(v1.SpeechEvent, bytes).audio?.audio;
      const pcm = [...(general?.pcm ?? [])];
      const sampleRate = general?.sampleRate ?? 0;
      const read = readSpeechAudio(bytes);
      expect(read === undefined).toBe(pcm.length === 0);
      expect([...(read?.pcm ?? [])]).toEqual(pcm);
      expect(read?.sampleRate ?? sampleRate).toBe(sampleRate);
    }),
    { numRuns: 1_000 },
  );
});

it('leaves other events, and what is no event, to the general decoder', () => {
  const others: v1.SpeechEvent.$Properties[] = [
    { segmentStarted: { textStart: 1, textEnd: 2, engine: 'e', voice: 'v' } },
    { segmentDone: { words: [{ textStart: 0, textEnd: 1, startMs: 2, endMs: 3 }] } },
    { done: {} },
    { failed: { class: 'transient', code: 'c', message: 'm' } },
    { voice: { id: 'v' } },
  ];
  for (const other of others) expect(readSpeechAudio(encode(v1.SpeechEvent, other))).toBeUndefined();
  const bytes = encode(v1.SpeechEvent, {
    audio: { segment: 1, audio: { sampleRate: 1, pcm: Buffer.alloc(9) } },
  });
  for (let length = 0; length < bytes.length; length += 1)
    expect(readSpeechAudio(bytes.subarray(0, length))).toBeUndefined();
  expect(readSpeechAudio(Buffer.concat([bytes, encode(v1.SpeechEvent, { done: {} })]))).toBeUndefined();
});

it('whatever it reads, the general decoder reads too', () => {
  const byte = fc.constantFrom(0, 1, 2, 3, 4, 5, 8, 0x10, 0x12, 0x1a, 0x80);
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 12 }), (bytes) => {
      const read = readSpeechAudio(Uint8Array.from(bytes));
      if (read === undefined) return;
      const general = decode(v1.SpeechEvent, Uint8Array.from(bytes));
      expect(general.event).toBe('audio');
      expect(Buffer.from(read.pcm).equals(general.audio!.audio!.pcm!)).toBe(true);
      expect(read.sampleRate).toBe(general.audio!.audio!.sampleRate ?? 0);
    }),
    { numRuns: 20_000 },
  );
});
