import { lowestThreshold, tradeOff, type JudgedPause } from './trade-off';

const row = { minDelayMs: 250, doubtfulDelayMs: 1_600, maxDelayMs: 4_000 };
const pauses: JudgedPause[] = [
  { probability: 0.9, whole: true },
  { probability: 0.7, whole: true },
  { probability: 0.8, whole: false },
  { probability: 0.1, whole: false },
];

describe('the trade-off of a threshold', () => {
  it('is the share of pause lengths that are cut, and how long ends wait', () => {
    const eager = tradeOff(pauses, { ...row, threshold: 0.5 });
    expect(eager).toMatchObject({ cutPercent: 40, p50Ms: 380, p90Ms: 380 });
    const patient = tradeOff(pauses, { ...row, threshold: 0.95 });
    expect(patient.cutPercent).toBeLessThan(eager.cutPercent);
    expect(patient.p90Ms).toBeGreaterThanOrEqual(eager.p90Ms);
  });

  it('is kept below what may be cut by the lowest threshold that does it', () => {
    const threshold = lowestThreshold(pauses, row, 20)!;
    expect(tradeOff(pauses, { ...row, threshold }).cutPercent).toBeLessThanOrEqual(20);
    expect(tradeOff(pauses, { ...row, threshold: threshold - 0.01 }).cutPercent).toBeGreaterThan(20);
    expect(lowestThreshold([{ probability: 1, whole: false }], row, 0)).toBeUndefined();
  });
});
