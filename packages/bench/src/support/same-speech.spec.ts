import { int16ToBytes } from '@parley/audio';
import { saysTheSame } from './same-speech';

/** A second and a half that is nowhere like itself, and as it is another time. */
const spoken = Int16Array.from({ length: 36_000 }, (_, at) => 9_000 * Math.sin(at * at * 1e-4));
const again = spoken.map((sample, at) => sample + 2_000 * Math.sin(at * 0.9));
const pcm = (...parts: readonly Int16Array[]): Buffer =>
  Buffer.concat(parts.map((part) => int16ToBytes(part)));
const wordSamples = 3_600;

describe('whether two readings say the same', () => {
  it('though their samples differ', () => {
    expect(saysTheSame(pcm(spoken), pcm(again))).toBe(true);
  });

  it.each([6_000, 20_000, 32_000])('is told when a word is said twice, or not at all: at %d', (at) => {
    expect(saysTheSame(pcm(spoken), pcm(again.subarray(0, at), again.subarray(at - wordSamples)))).toBe(
      false,
    );
    expect(saysTheSame(pcm(spoken), pcm(again.subarray(0, at), again.subarray(at + wordSamples)))).toBe(
      false,
    );
  });

  it('is told when one is said too early and another again', () => {
    const at = 12_000;
    const moved = pcm(
      again.subarray(0, at),
      again.subarray(at + wordSamples),
      again.subarray(0, wordSamples),
    );
    expect(saysTheSame(pcm(spoken), moved)).toBe(false);
  });
});
