import { Finalisation } from './finalisation';

describe('the wait for words', () => {
  it('is a guess until enough was measured, then the 99th percentile of it, within bounds', () => {
    const finalisation = new Finalisation();
    const guess = finalisation.p99Ms;
    for (let i = 0; i < 9; i++) finalisation.note(400);
    expect(finalisation.p99Ms).toBe(guess);
    for (let i = 0; i < 91; i++) finalisation.note(400 + i);
    expect(finalisation.p99Ms).toBeGreaterThanOrEqual(480);
    expect(finalisation.p99Ms).toBeLessThanOrEqual(490);
    for (let i = 0; i < 300; i++) finalisation.note(20);
    expect(finalisation.p99Ms).toBe(300);
    for (let i = 0; i < 300; i++) finalisation.note(60_000);
    expect(finalisation.p99Ms).toBe(2_500);
  });
});
