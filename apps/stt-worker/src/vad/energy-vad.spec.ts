import { EnergyVad } from './energy-vad';

const judge = (levels: readonly number[]): number[] => {
  const vad = new EnergyVad();
  return levels.map((level) => vad.probability(level));
};

describe('the energy VAD', () => {
  it('tells speech from a quiet room', () => {
    const probabilities = judge([...Array.from({ length: 20 }, () => -65), -25, -25]);
    expect(Math.max(...probabilities.slice(0, 20))).toBeLessThan(0.1);
    expect(Math.min(...probabilities.slice(20))).toBeGreaterThan(0.9);
  });

  it('gets used to a noise that lasts', () => {
    const probabilities = judge(Array.from({ length: 600 }, () => -40));
    expect(probabilities[0]).toBeGreaterThan(0.5);
    expect(probabilities.at(-1)).toBeLessThan(0.1);
  });

  it('hears nothing in silence', () => {
    expect(judge([-120, -90, -60])).toEqual([0, 0, 0]);
  });
});
