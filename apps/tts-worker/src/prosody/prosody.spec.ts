import * as fc from 'fast-check';
import { deliveryOf } from './delivery';
import { answer, neutral, responses } from './policy';

const heard = (label: string) => ({ emotion: [{ label, confidence: 0.2 }], sure: ['emotion'] });

describe('the prosody policy', () => {
  it('changes nothing when nothing, nothing sure or nothing known was heard', () => {
    expect(answer(undefined)).toEqual(neutral);
    expect(answer({})).toEqual(neutral);
    expect(answer({ ...heard('angry'), sure: ['age'] })).toEqual(neutral);
    expect(answer(heard('neutral'))).toEqual(neutral);
    expect(answer(heard('no such emotion'))).toEqual(neutral);
  });

  it('is calm and slower with the angry and the sad', () => {
    expect(answer(heard('angry'))).toEqual({ rate: -0.08, pitchSemitones: -0.4, volumeDb: -1 });
    expect(answer(heard('sad')).rate).toBeCloseTo(-0.1);
    expect(answer(heard('happy')).pitchSemitones).toBeGreaterThan(0);
  });

  it('listens to the surest emotion alone', () => {
    const both = [
      { label: 'happy', confidence: 0.6 },
      { label: 'angry', confidence: 0.4 },
    ];
    expect(answer({ emotion: both, sure: ['emotion'] })).toEqual(answer(heard('happy')));
  });

  it('goes a part of the way towards the tempo of the caller', () => {
    expect(answer({ syllablesPerSecond: 5 }).rate).toBeGreaterThan(0.05);
    expect(answer({ syllablesPerSecond: 3 }).rate).toBeLessThan(-0.05);
    expect(answer({ syllablesPerSecond: 4.2 }).rate).toBe(0);
    expect(answer({ syllablesPerSecond: 30 }).rate).toBe(0.12);
    const speakingRate = [{ label: 'fast', confidence: 0.8 }];
    expect(answer({ speakingRate, sure: ['speakingRate'] }).rate).toBeCloseTo(0.06);
    expect(answer({ speakingRate }).rate).toBe(0);
  });

  it('stays within its bounds whatever was heard', () => {
    const label = fc.constantFrom(...Object.keys(responses).map((key) => key.split(':')[1] ?? ''), 'other');
    const estimates = fc.array(
      fc.record({ label, confidence: fc.double({ min: -5, max: 5, noNaN: true }) }),
      { maxLength: 3 },
    );
    const perception = fc.record({
      emotion: estimates,
      vocalStyle: estimates,
      age: estimates,
      syllablesPerSecond: fc.double({ min: 0, max: 100, noNaN: true }),
      sure: fc.subarray(['emotion', 'vocalStyle', 'age']),
    });
    fc.assert(
      fc.property(perception, (given) => {
        const { rate, pitchSemitones, volumeDb } = answer(given);
        expect(Math.abs(rate)).toBeLessThanOrEqual(0.15);
        expect(Math.abs(pitchSemitones)).toBeLessThanOrEqual(1);
        expect(Math.abs(volumeDb)).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('delivery', () => {
  it('is the voice itself when nothing was asked for', () => {
    expect(deliveryOf({})).toEqual({ rate: 1, pitchFactor: 1, gainDb: 0 });
  });

  it('puts what the client asks for on top of the policy', () => {
    const delivery = deliveryOf({
      speed: 1.2,
      prosody: { rate: 0.1, pitchSemitones: 1, volumeDb: 3 },
      perception: heard('angry'),
    });
    expect(delivery.rate).toBeCloseTo(1.2 * 1.1 * 0.92);
    expect(delivery.pitchFactor).toBeCloseTo(2 ** (0.6 / 12));
    expect(delivery.gainDb).toBeCloseTo(2);
  });

  it('stays intelligible', () => {
    const wild = deliveryOf({ speed: 99, prosody: { rate: NaN, pitchSemitones: -50, volumeDb: Infinity } });
    expect(wild).toEqual({ rate: 2, pitchFactor: 2 ** (-4 / 12), gainDb: 0 });
    expect(deliveryOf({ speed: 0.01 }).rate).toBe(0.25);
  });
});
