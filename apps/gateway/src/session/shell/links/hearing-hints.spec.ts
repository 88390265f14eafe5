import { v1 } from '@parley/contracts';
import { noExtras, type HearingHints } from '../../extras';
import { withHints } from './hearing-hints';

const { Eagerness, Mode } = v1.TurnDetection;
const serverVad = { mode: Mode.SERVER_VAD, threshold: 0.5, silenceDurationMs: 200 };
const semanticVad = { mode: Mode.SEMANTIC_VAD, eagerness: Eagerness.AUTO };
const transcription = { model: '', language: '', languages: [], prompt: 'own' };

const hear = (turnDetection: v1.TurnDetection.$Properties | null, hints: Partial<HearingHints>) =>
  withHints({ turnDetection, transcription }, { ...noExtras.hearing, ...hints });

it('changes nothing without hints', () => {
  expect(hear(serverVad, {})).toEqual({ turnDetection: serverVad, transcription });
  expect(hear(null, { threshold: 0.3 }).turnDetection).toBeNull();
});

it.each<[Partial<HearingHints>, object]>([
  [{ threshold: 0.3 }, { threshold: 0.3, silenceDurationMs: 200 }],
  [{ minSilenceMs: 700 }, { silenceDurationMs: 700 }],
  [{ maxSilenceMs: 100 }, { silenceDurationMs: 100 }],
  [{ minSilenceMs: 700, maxSilenceMs: 500 }, { silenceDurationMs: 500 }],
])('%j tunes server_vad', (hints, expected) => {
  expect(hear(serverVad, hints).turnDetection).toMatchObject(expected);
});

it.each<[Partial<HearingHints>, v1.TurnDetection.Eagerness]>([
  [{}, Eagerness.AUTO],
  [{ maxSilenceMs: 1_500 }, Eagerness.HIGH],
  [{ maxSilenceMs: 3_000 }, Eagerness.MEDIUM],
  [{ maxSilenceMs: 8_000, confidence: 0 }, Eagerness.LOW],
  [{ minSilenceMs: 200 }, Eagerness.HIGH],
  [{ minSilenceMs: 1_200 }, Eagerness.LOW],
  [{ confidence: 0.2 }, Eagerness.HIGH],
  [{ confidence: 0.5 }, Eagerness.MEDIUM],
  [{ confidence: 0.9 }, Eagerness.LOW],
])('%j chooses an eagerness of semantic_vad', (hints, eagerness) => {
  expect(hear(semanticVad, hints).turnDetection).toMatchObject({ eagerness });
});

it('tells the recogniser what to expect', () => {
  expect(hear(null, { prompt: 'names', languages: ['de'] }).transcription).toMatchObject({
    prompt: 'names',
    language: '',
    languages: ['de'],
  });
  expect(hear(null, { languages: ['de', 'en'] }).transcription).toMatchObject({
    language: '',
    languages: ['de', 'en'],
  });
});
