import { concatInt16 } from '@parley/audio';
import { longestLagMs, VoiceEnd } from './voice-end';

const level = (ms: number, amplitude: number): Int16Array => new Int16Array(ms * 16).fill(amplitude);
const frame = 512;

const quietMs = (...parts: readonly Int16Array[]): number => {
  const end = new VoiceEnd();
  end.quietSamples(level(longestLagMs, 8_000), frame);
  return end.quietSamples(concatInt16(parts).slice(-longestLagMs * 16), frame) / 16;
};

describe('the end of a voice', () => {
  it('is that of the frame while the voice lasts', () => {
    expect(quietMs(level(48, 8_000))).toBe(0);
    expect(quietMs(level(24, 8_000), level(24, 1_500))).toBe(0);
  });

  it('is where the level fell', () => {
    expect(quietMs(level(32, 8_000), level(16, 100))).toBe(16);
    expect(quietMs(level(8, 8_000), level(40, 0))).toBe(40);
  });

  it('is not looked for further back', () => {
    expect(quietMs(level(48, 0))).toBe(longestLagMs);
  });

  it('gets used to a voice that grows soft', () => {
    const end = new VoiceEnd();
    end.quietSamples(level(longestLagMs, 8_000), frame);
    for (let frames = 0; frames < 120; frames++) end.quietSamples(level(longestLagMs, 500), frame);
    expect(end.quietSamples(level(longestLagMs, 500), frame)).toBe(0);
  });
});
