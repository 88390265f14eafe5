import { LogMel, melBands, melFrames, windowSamples } from './log-mel';

const tone = (hz: number, samples: number): Int16Array =>
  Int16Array.from({ length: samples }, (_, i) => 8_000 * Math.sin((2 * Math.PI * hz * i) / 16_000));

function loudestBand(features: Float32Array, frame: number): number {
  const column = Array.from({ length: melBands }, (_, band) => features[band * melFrames + frame]!);
  return column.indexOf(Math.max(...column));
}

describe('LogMel', () => {
  const logMel = new LogMel();

  it('puts short audio at the end, behind silence', () => {
    const features = logMel.of(tone(1_000, 16_000));
    const quiet = Math.min(...features);
    expect(features).toHaveLength(melBands * melFrames);
    expect(features[40 * melFrames + 10]).toBeCloseTo(quiet, 5);
    expect(loudestBand(features, 750)).toBe(loudestBand(features, 790));
    expect(features[loudestBand(features, 750) * melFrames + 750]).toBeGreaterThan(quiet + 1.5);
  });

  it('hears a higher tone in a higher band', () => {
    const [low, high] = [300, 3_000].map((hz) => loudestBand(logMel.of(tone(hz, windowSamples)), 400));
    expect(high).toBeGreaterThan(low! + 20);
  });

  it('looks at the last 8 s and does not mind how loud they are', () => {
    const last = tone(440, windowSamples);
    const longer = new Int16Array(windowSamples + 20_000).fill(12_000);
    longer.set(last, 20_000);
    expect(logMel.of(longer)).toEqual(logMel.of(last));
    const half = logMel.of(last.map((x) => Math.trunc(x / 2)));
    const whole = logMel.of(last);
    expect(half[10 * melFrames + 400]).toBeCloseTo(whole[10 * melFrames + 400]!, 1);
  });

  it('is the same whether silence is skipped or computed', () => {
    const padded = new Int16Array(windowSamples);
    padded.set(tone(700, 32_000), windowSamples - 32_000);
    expect(logMel.of(tone(700, 32_000))).toEqual(logMel.of(padded));
  });
});
