import { formatBytesPerSample, formatRateHz, type AudioFormat } from '@parley/protocol';
import { InputAudio } from './input-audio';

const samplesOf = (pieces: readonly Uint8Array[]): number =>
  pieces.reduce((sum, piece) => sum + piece.byteLength / 2, 0);

const formats: [AudioFormat][] = [
  ...[8000, 12_345, 16_000, 24_000, 44_100, 48_000].map((rate): [AudioFormat] => [
    { type: 'audio/pcm', rate },
  ]),
  [{ type: 'audio/float32', rate: 24_000 }],
  [{ type: 'audio/pcmu' }],
  [{ type: 'audio/pcma' }],
];

it.each(formats)('%j becomes 16 kHz, in pieces of at most 100 ms', (format) => {
  const input = new InputAudio(format);
  const pieces = input.push(new Uint8Array(formatRateHz(format) * formatBytesPerSample(format)));
  expect(samplesOf(pieces)).toBeGreaterThan(15_900);
  expect(samplesOf(pieces)).toBeLessThanOrEqual(16_000);
  expect(Math.max(...pieces.map(({ byteLength }) => byteLength))).toBeLessThanOrEqual(3_200);
});

it.each(formats)('%j: once it is flushed nothing of it is held back', (format) => {
  const input = new InputAudio(format);
  const bytes = Math.floor(formatRateHz(format) / 10) * formatBytesPerSample(format);
  for (let i = 0; i < 3; i += 1) {
    const pieces = input.push(new Uint8Array(bytes));
    input.flush((pcm) => pieces.push(pcm.slice()));
    expect(samplesOf(pieces)).toBe(1_600);
  }
});

it('joins samples that were cut between two appends, unless the buffer was cleared between', () => {
  const oneByOne = (clear: boolean): number => {
    const input = new InputAudio({ type: 'audio/pcm', rate: 24_000 });
    let samples = 0;
    for (let i = 0; i < 960; i += 1) {
      samples += samplesOf(input.push(new Uint8Array(1)));
      if (clear) input.clear();
    }
    return samples;
  };
  expect(oneByOne(false)).toBeGreaterThan(250);
  expect(oneByOne(true)).toBe(0);
});
