import { InputAudio } from './input-audio';

const samplesOf = (pieces: readonly Uint8Array[]): number =>
  pieces.reduce((sum, piece) => sum + piece.byteLength / 2, 0);

it.each([
  ['audio/pcm', 48_000],
  ['audio/pcmu', 8_000],
  ['audio/pcma', 8_000],
] as const)('%s becomes 16 kHz, in pieces of at most 100 ms', (type, bytesPerSecond) => {
  const input = new InputAudio(type === 'audio/pcm' ? { type, rate: 24_000 } : { type });
  const pieces = input.push(new Uint8Array(bytesPerSecond));
  expect(samplesOf(pieces)).toBeGreaterThan(15_900);
  expect(samplesOf(pieces)).toBeLessThanOrEqual(16_000);
  expect(Math.max(...pieces.map(({ byteLength }) => byteLength))).toBe(3_200);
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
