import { resumePoint } from './resume';
import { initialTurn, type OpenTurn, type PendingTurn, type TurnConfig, type TurnState } from './state';

const vad: TurnConfig = { detection: { prefixPaddingMs: 300, createResponse: true }, announce: false };
const manual: TurnConfig = { detection: null, announce: false };
const base: TurnState = { ...initialTurn, receivedSamples: 160_000, nextUtterance: 4, bufferStart: 32_000 };
const open: OpenTurn = { utterance: 4, itemId: 'b', startSample: 120_000, endSample: null, shown: '' };
const pending: PendingTurn = {
  utterance: 3,
  itemId: 'a',
  startSample: 64_000,
  endSample: 96_000,
  answer: true,
  announce: false,
  shown: '',
};

it.each<[string, TurnConfig, TurnState, object]>([
  ['nothing open: a moment before now', vad, base, { startSample: 152_000, nextUtterance: 4, owed: [] }],
  ['just committed: not before that', vad, { ...base, bufferStart: 159_000 }, { startSample: 159_000 }],
  ['push-to-talk: everything uncommitted', manual, base, { startSample: 32_000, nextUtterance: 4 }],
  ['an open turn: its start', vad, { ...base, open }, { startSample: 120_000, nextUtterance: 4 }],
  [
    'an owed transcript: its start, before anything later',
    vad,
    { ...base, open, pending: [pending] },
    {
      startSample: 64_000,
      nextUtterance: 3,
      owed: [pending],
    },
  ],
  ['the very beginning', vad, initialTurn, { startSample: 0, nextUtterance: 1 }],
])('%s', (_name, config, state, expected) => {
  expect(resumePoint(state, config)).toMatchObject(expected);
});

it.each<[string, TurnState, number, number]>([
  ['from where nobody heard', base, 100_000, 100_000],
  ['not what is committed', base, 0, 32_000],
  ['an onset all the same', base, 159_000, 152_000],
  ['an open turn, which was heard', { ...base, open }, 150_000, 120_000],
])('after a loss: %s', (_name, state, deafFromSample, startSample) => {
  expect(resumePoint(state, vad, deafFromSample)).toMatchObject({ startSample });
});
