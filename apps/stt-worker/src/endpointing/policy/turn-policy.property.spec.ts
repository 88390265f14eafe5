import { v1 } from '@parley/contracts';
import * as fc from 'fast-check';
import type { EndEstimator } from '../estimators/estimator';
import { endpointSettings } from '../settings';
import { eagernessTable } from './eagerness';
import { policyFrom, stepPolicy, type PolicyEvent, type PolicyOutput, type Words } from './turn-policy';

const frame = 512;
const prosody = {
  ...{ pitchSlope: 0, finalPitch: 0, finalLevel: 0, levelSlope: 0, lengthening: 0, voicing: 0, seconds: 1 },
};
const estimator: EndEstimator = {
  name: 'fused',
  needs: { text: true, acoustic: true },
  estimate: ({ text, read, acoustic }) =>
    ((text?.length ?? 0) * 0.07 + (acoustic?.smartTurn ?? 0) + (read ?? 0) / 10) / 2,
};

/** What happens in one frame of audio: its probability, and what comes in before it. */
const moment = fc.record({
  probability: fc.constantFrom(0, 0.1, 0.4, 0.6, 0.9, 0.9, 0),
  length: fc.integer({ min: 1, max: 40 }),
  text: fc.constantFrom(undefined, '', 'Yes.', 'I would like a', '555 010'),
  acoustic: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  read: fc.option(fc.integer({ min: -3, max: 3 })),
  assistant: fc.option(fc.boolean()),
  /** Of each frame so much is looked at before it is whole. */
  peekSamples: fc.constantFrom(0, 0, 130, 400),
});

describe('the turn policy, whatever comes', () => {
  it.each([
    ['semantic_vad', v1.TurnDetection.Mode.SEMANTIC_VAD],
    ['server_vad', v1.TurnDetection.Mode.SERVER_VAD],
  ])('%s: turns begin, may be over, and end, in that order and in time', (_name, mode) => {
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 30 }), (moments) => {
        const settings = endpointSettings({ mode, silenceDurationMs: 500 });
        const row = eagernessTable[settings.eagerness];
        const context = { settings, row, estimator, reads: true, textWaitMs: 600 };
        let state = policyFrom(0);
        let head = 0;
        let open = false;
        let revision = 0;
        let end = 0;
        let ended = 0;
        const check = (output: PolicyOutput): void => {
          switch (output.kind) {
            case 'start':
              expect(open).toBe(false);
              expect(output.startSample).toBeGreaterThanOrEqual(end);
              open = true;
              revision = 0;
              return;
            case 'reopen':
              expect(output.revision).toBe(++revision);
              return;
            case 'commit':
              expect(output.endSample).toBeGreaterThanOrEqual(output.speechEndSample);
              expect(output.endSample).toBeLessThanOrEqual(head);
              expect(output.revision).toBe(revision);
              open = false;
              end = output.endSample;
              ended += 1;
              return;
            default:
              expect(open).toBe(true);
          }
        };
        const step = (event: PolicyEvent): void => {
          const before = state;
          const next = stepPolicy(state, event, context);
          state = next.state;
          next.outputs.forEach(check);
          expect(stepPolicy(before, event, context)).toEqual(next);
        };
        const play = (probability: number, words: Words, peekSamples = 0): void => {
          const startSample = head;
          const judge = (samples: number, peek: boolean): void => {
            head = startSample + samples;
            const judged = { startSample, endSample: head, probability, peek };
            step({ kind: 'frame', frame: judged, words, held: false });
          };
          if (peekSamples > 0) judge(peekSamples, true);
          judge(frame, false);
        };
        for (const { probability, length, text, read, acoustic, assistant, peekSamples } of moments) {
          const words: Words = { text, language: 'en' };
          if (assistant !== null) step({ kind: 'assistant', speaking: assistant });
          if (state.vad.phase === 'speech' && acoustic !== null) {
            const { speechEndSample } = state.vad;
            const reading = { prosody, smartTurn: acoustic };
            step({ kind: 'acoustic', speechEndSample, reading, words, headSample: head });
          }
          if (text !== undefined) step({ kind: 'words', words, headSample: head });
          if (text !== undefined && read !== null) {
            step({ kind: 'read', text, score: read === 3 ? undefined : read, words, headSample: head });
          }
          for (let i = 0; i < length; i++) play(probability, words, peekSamples);
        }
        const before = ended;
        const wasOpen = open;
        // The longest wait, and every turn is over.
        for (let passed = 0; passed <= row.maxDelayMs + 100; passed += 32)
          play(0, { text: '', language: '' });
        expect(open).toBe(false);
        expect(ended).toBe(before + (wasOpen ? 1 : 0));
      }),
      { numRuns: 25 },
    );
  });
});
