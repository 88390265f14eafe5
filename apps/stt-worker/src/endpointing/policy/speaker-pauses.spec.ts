import * as fc from 'fast-check';
import { learnPause, patience, usualPauses, type SpeakerPauses } from './speaker-pauses';

const after = (pausesMs: readonly number[], mistaken = false): SpeakerPauses =>
  pausesMs.reduce((pauses, ms) => learnPause(pauses, ms, mistaken), usualPauses);

describe('the pauses of a speaker', () => {
  it('make waits longer for who pauses long, shorter for who does not, nothing for who was not heard', () => {
    expect(patience(usualPauses)).toBe(1);
    expect(patience(after([900, 1_100, 800, 1_000]))).toBeGreaterThan(1.3);
    expect(patience(after(Array.from({ length: 20 }, () => 200)))).toBeLessThan(1);
  });

  it('are learnt faster from a turn that was cut', () => {
    expect(patience(after([900], true))).toBeGreaterThan(patience(after([900])));
  });

  it('do not count stops within words', () => {
    expect(after([40, 80, 120])).toEqual(usualPauses);
  });

  it('never make more than their bounds of it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 })), fc.boolean(), (pausesMs, mistaken) => {
        const factor = patience(after(pausesMs, mistaken));
        return factor >= 0.8 && factor <= 1.8;
      }),
    );
  });
});
