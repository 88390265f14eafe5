import { thresholdFor, tradeOff, type JudgedPause } from './trade-off';

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

  it('is the most eager one that cuts no more than may be, or the most patient one that is quick enough', () => {
    const careful = thresholdFor(pauses, row, { mostCutPercent: 20 })!;
    expect(tradeOff(pauses, { ...row, threshold: careful }).cutPercent).toBeLessThanOrEqual(20);
    expect(tradeOff(pauses, { ...row, threshold: careful - 0.01 }).cutPercent).toBeGreaterThan(20);
    const quick = thresholdFor(pauses, row, { mostP50Ms: 500 })!;
    expect(tradeOff(pauses, { ...row, threshold: quick }).p50Ms).toBeLessThanOrEqual(500);
    expect(tradeOff(pauses, { ...row, threshold: quick + 0.01 }).p50Ms).toBeGreaterThan(500);
    expect(thresholdFor([{ probability: 1, whole: false }], row, { mostCutPercent: 0 })).toBeUndefined();
  });
});
