import * as fc from 'fast-check';
import { endpointSettings } from './settings';
import { msToSamples } from './time';
import { listeningFrom, stepVad, type VadEvent, type VadState } from './vad-machine';

const detection = fc.record({
  threshold: fc.double({ min: 0.05, max: 1, noNaN: true }),
  prefixPaddingMs: fc.integer({ min: 0, max: 1_000 }),
  silenceDurationMs: fc.integer({ min: 1, max: 2_000 }),
});
/** Stretches of one probability, each with its length in samples. */
const stretches = fc.array(
  fc.record({
    samples: fc.integer({ min: 1, max: 4_000 }),
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
    /** Without voice, at its end. */
    quiet: fc.nat(800),
    peek: fc.boolean(),
  }),
  { maxLength: 200 },
);

describe('any audio, any settings', () => {
  it('gives alternating, rising, never overlapping turns of which each holds speech', () => {
    fc.assert(
      fc.property(detection, stretches, fc.integer({ min: 0, max: 100_000 }), (detect, audio, floor) => {
        const settings = endpointSettings(detect);
        let state: VadState = listeningFrom(floor);
        let position = floor;
        const events: VadEvent[] = [];
        for (const { samples, probability, quiet, peek } of audio) {
          const endSample = position + samples;
          const frame = {
            ...{ startSample: position, endSample, probability, peek },
            voiceEndSample: endSample - quiet,
          };
          const step = stepVad(state, frame, settings, msToSamples(settings.silenceDurationMs));
          if (!peek) position = endSample;
          ({ state } = step);
          if (!step.event) continue;
          events.push(step.event);
          // What is told lies in what was heard.
          const told = step.event.kind === 'speech_started' ? step.event.startSample : step.event.endSample;
          expect(told).toBeLessThanOrEqual(endSample);
        }
        const kinds = events.map(({ kind }) => kind);
        expect(kinds).toEqual(kinds.map((_, i) => (i % 2 === 0 ? 'speech_started' : 'speech_stopped')));
        const positions = events.flatMap((event) =>
          event.kind === 'speech_started' ? [event.startSample] : [event.speechEndSample, event.endSample],
        );
        expect(positions).toEqual(positions.toSorted((x, y) => x - y));
        const silences = events.flatMap((event) =>
          event.kind === 'speech_stopped' ? [event.endSample - event.speechEndSample] : [],
        );
        expect(silences).toEqual(silences.map(() => msToSamples(settings.silenceDurationMs)));
      }),
      { numRuns: 500 },
    );
  });
});
