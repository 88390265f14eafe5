import { FrameAnalyzer, HOP_SAMPLES, SAMPLE_RATE_HZ, type FrameFeatures } from './frames';
import { summarize } from './summary';

const buzz = (hz: number, seconds: number, level = 0.3): Float32Array =>
  Float32Array.from({ length: seconds * SAMPLE_RATE_HZ }, (_, i) => {
    const angle = (2 * Math.PI * hz * i) / SAMPLE_RATE_HZ;
    return level * (0.5 * Math.sin(angle) + 0.3 * Math.sin(2 * angle) + 0.2 * Math.sin(3 * angle));
  });

function analyze(...pieces: Float32Array[]): FrameFeatures[] {
  const frames: FrameFeatures[] = [];
  const analyzer = new FrameAnalyzer(0);
  for (const piece of pieces) analyzer.push(piece, (frame) => frames.push(frame));
  return frames;
}

describe('FrameAnalyzer', () => {
  it('gives the same frames however the audio is cut', () => {
    const whole = buzz(130, 1);
    const cut = [1, 319, 320, 321, 7, 5000].map((_, i, sizes) => {
      const from = sizes.slice(0, i).reduce((sum, size) => sum + size, 0);
      return whole.subarray(from, from + sizes[i]!);
    });
    const rest = whole.subarray(cut.reduce((sum, piece) => sum + piece.length, 0));
    expect(analyze(...cut, rest)).toEqual(analyze(whole));
  });

  it('numbers frames by the samples before them', () => {
    const frames = analyze(buzz(130, 0.1));
    expect(frames.map((frame) => frame.startSample)).toEqual([0, 1, 2, 3, 4].map((n) => n * HOP_SAMPLES));
  });

  it('calls silence and a low hum of noise inactive', () => {
    const faint = Float32Array.from({ length: SAMPLE_RATE_HZ }, (_, i) => 0.0005 * Math.sin(i * i));
    expect(analyze(new Float32Array(SAMPLE_RATE_HZ), faint).filter((frame) => frame.active)).toEqual([]);
  });

  it('stops calling a steady noise speech once the floor has risen to it', () => {
    const noise = Float32Array.from(
      { length: 40 * SAMPLE_RATE_HZ },
      (_, i) => 0.005 * Math.sin(i * i * 0.37),
    );
    const frames = analyze(noise);
    expect(frames.at(-1)?.active).toBe(false);
  });
});

describe('summarize', () => {
  it('measures pitch, level and voicing of a buzz between silences', () => {
    const silence = new Float32Array(SAMPLE_RATE_HZ / 2);
    const voice = summarize(analyze(silence, buzz(180, 1), silence));
    expect(voice.pitchHz).toBeCloseTo(180, 0);
    expect(voice.spanMs).toBeGreaterThanOrEqual(1000);
    expect(voice.spanMs).toBeLessThanOrEqual(1060);
    expect(voice.voicedMs).toBeGreaterThan(900);
    expect(voice.pitchRangeSemitones).toBeLessThan(0.5);
    expect(voice.energyDbfs).toBeGreaterThan(-20);
  });

  it('has nothing to say about silence', () => {
    expect(summarize(analyze(new Float32Array(SAMPLE_RATE_HZ)))).toMatchObject({
      spanMs: 0,
      voicedMs: 0,
      pitchHz: 0,
      nuclei: 0,
    });
  });
});
