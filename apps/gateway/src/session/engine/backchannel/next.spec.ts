import type { BackchannelSettings } from '@parley/protocol';
import type { HearingEvent } from '../turn/events';
import { nextBackchannel, type BackchannelEvent, type BackchannelOutput } from './next';
import { backchannelPolicyOf } from './settings';
import { noBackchannel, type BackchannelState } from './state';

type Timed = readonly [atMs: number, event: BackchannelEvent, free?: boolean];

/** Events at their times, and everything that came of them. */
function run(
  events: readonly Timed[],
  settings: BackchannelSettings = {},
  roll = 0,
): { state: BackchannelState; out: BackchannelOutput[] } {
  let state = noBackchannel;
  let ids = 0;
  const out: BackchannelOutput[] = [];
  for (const [nowMs, event, free = true] of events) {
    const step = nextBackchannel(state, event, {
      policy: backchannelPolicyOf({ enabled: true, ...settings }),
      phrases: ['Mm-hm.', 'I see.'],
      nowMs,
      free,
      newId: () => `bc_${++ids}`,
      roll: () => roll,
    });
    state = step.state;
    out.push(...step.out);
  }
  return { state, out };
}

const heard = (event: HearingEvent): BackchannelEvent => ({ type: 'heard', event });
const due: BackchannelEvent = { type: 'due' };
const started = heard({ type: 'speech_started', utterance: 1, startSample: 0 });
const words = heard({ type: 'partial', utterance: 1, text: 'So I', stableChars: 0 });
const paused = heard({ type: 'speech_paused', utterance: 1, speechEndSample: 0, speechMs: 900 });
const resumed = heard({ type: 'speech_resumed', utterance: 1 });
const candidate = heard({
  type: 'turn_candidate',
  utterance: 1,
  revision: 0,
  text: 'So I',
  language: 'en',
  probability: 0.9,
});
const said = (out: readonly BackchannelOutput[]): string[] =>
  out.flatMap((output) => (output.type === 'say' ? [output.phrase] : []));
const skipped = (out: readonly BackchannelOutput[]): string[] =>
  out.flatMap((output) => (output.type === 'skip' ? [output.reason] : []));
const talking: Timed[] = [
  [0, started],
  [700, words],
];

it('comes in a pause that the turn goes on after', () => {
  const { out } = run([...talking, [1_000, paused], [1_300, due]]);
  expect(out[0]).toEqual({ type: 'wake', afterMs: 800 });
  expect(said(out)).toEqual(['Mm-hm.']);
});

it('comes while words do, unless only a pause will do', () => {
  expect(said(run([...talking, [800, due]]).out)).toEqual(['Mm-hm.']);
  expect(said(run([...talking, [800, due]], { require_pause: true }).out)).toEqual([]);
  expect(
    said(
      run([
        [0, started],
        [800, due],
      ]).out,
    ),
  ).toEqual([]);
});

it.each<[string, Timed[], BackchannelSettings?]>([
  ['it is switched off', [...talking, [800, due]], { enabled: false }],
  ['the user has only begun', [...talking, [500, paused], [799, due]]],
  ['the pause is short', [...talking, [1_000, paused], [1_200, due]]],
  ['the turn is likely over', [...talking, [1_000, paused], [1_100, candidate], [1_400, due]]],
  ['the turn is over', [...talking, [1_000, { type: 'over' }], [1_400, due]]],
  ['somebody else is heard', [...talking, [1_000, paused], [1_400, due, false]]],
])('does not come where %s', (_, events, settings = {}) => {
  const { out } = run(events, settings);
  expect(said(out)).toEqual([]);
  expect(skipped(out)).toEqual([]);
});

it('keeps its distance, and to so many a turn; another turn counts anew', () => {
  const again: Timed[] = [
    [900, { type: 'audio', sentMs: 300 }],
    [950, { type: 'said' }],
    [2_000, words],
  ];
  const soon = run([...talking, [800, due], ...again, [2_400, due]]);
  expect(skipped(soon.out)).toEqual(['min_gap_not_elapsed']);
  expect(soon.out.at(-1)).toEqual({ type: 'wake', afterMs: 2_400 });
  const once = { max_per_turn: 1, min_gap_ms: 0 };
  const enough = run([...talking, [800, due], ...again, [2_400, due]], once);
  expect(skipped(enough.out)).toEqual(['max_per_turn_reached']);
  const next: Timed[] = [
    [3_000, { type: 'over' }],
    [4_000, heard({ type: 'speech_started', utterance: 2, startSample: 0 })],
    [4_500, heard({ type: 'partial', utterance: 2, text: 'And', stableChars: 0 })],
    [4_900, due],
  ];
  expect(said(run([...talking, [800, due], ...again, ...next], once).out)).toEqual(['Mm-hm.', 'I see.']);
});

it('comes once in a pause, and early in it', () => {
  const once = run([...talking, [1_000, paused], [1_300, due], [1_400, { type: 'said' }], [2_900, due]], {
    min_gap_ms: 0,
  });
  expect(said(once.out)).toHaveLength(1);
  expect(said(run([...talking, [1_000, paused], [3_001, due]]).out)).toEqual([]);
  const next: Timed[] = [
    [3_000, resumed],
    [3_500, paused],
    [3_900, due],
  ];
  const again = run([...talking, [1_000, paused], [1_300, due], [1_400, { type: 'said' }], ...next], {
    min_gap_ms: 0,
  });
  expect(said(again.out)).toHaveLength(2);
});

it('is left to chance, which is told', () => {
  expect(skipped(run([...talking, [800, due]], {}, 0.6).out)).toEqual(['declined']);
  expect(said(run([...talking, [800, due]], { rule_fire_probability: 0.7 }, 0.6).out)).toEqual(['Mm-hm.']);
});

it('that is not heard in time, or before the turn is likely over, comes to nothing', () => {
  const late = run([...talking, [800, due], [2_300, due]]);
  expect(skipped(late.out)).toEqual(['deadline_missed']);
  expect(late.out.some(({ type }) => type === 'cancel')).toBe(true);
  expect(skipped(run([...talking, [800, due], [900, candidate]]).out)).toEqual(['turn_ended']);
  const heardAlready = run([...talking, [800, due], [850, { type: 'audio', sentMs: 300 }], [900, candidate]]);
  expect(skipped(heardAlready.out)).toEqual([]);
});

it('may echo for a while after it was heard', () => {
  const { state } = run([
    ...talking,
    [800, due],
    [900, { type: 'audio', sentMs: 200 }],
    [910, { type: 'audio', sentMs: 300 }],
  ]);
  expect(state).toMatchObject({ phrase: 'Mm-hm.', echoUntilMs: 1_800 });
});

describe('with a small model', () => {
  const settings = { small_model: 'a/b' };
  const answers = (text: string | null, more: BackchannelSettings = {}) =>
    run([...talking, [800, due], [900, { type: 'words', text }]], { ...settings, ...more });

  it('is what that writes, if it writes anything', () => {
    expect(said(answers('Oh no.').out)).toEqual(['Oh no.']);
    for (const nothing of ['NONE', 'none.', null])
      expect(skipped(answers(nothing).out)).toEqual(['declined']);
  });

  it('is one of those that are allowed', () => {
    const allowed = { allowed_phrases: ['Uh-huh!'] };
    expect(said(answers('uh huh', allowed).out)).toEqual(['Uh-huh!']);
    expect(skipped(answers('Wow', allowed).out)).toEqual(['phrase_not_allowed']);
  });

  it('is given up when that takes too long, or the user is done', () => {
    const asked: Timed[] = [...talking, [800, due]];
    expect(skipped(run([...asked, [2_300, due]], settings).out)).toEqual(['deadline_missed']);
    expect(skipped(run([...asked, [900, { type: 'over' }]], settings).out)).toEqual(['turn_ended']);
    const late = run(
      [...asked, [900, resumed], [2_300, due], [2_400, { type: 'words', text: 'Oh.' }]],
      settings,
    );
    expect(said(late.out)).toEqual([]);
  });

  it('is asked nothing where chance is to decide', () => {
    expect(said(run([...talking, [800, due]], { ...settings, decider_kind: 'rule' }).out)).toEqual([
      'Mm-hm.',
    ]);
  });
});
