import { counter } from '../testing/harness';
import type { TurnEvent, TurnOutput } from './events';
import { nextTurn } from './next';
import { initialTurn, phaseOf, type TurnConfig, type TurnState } from './state';

const vad: TurnConfig = { detection: { prefixPaddingMs: 300, createResponse: true }, announce: true };
const manual: TurnConfig = { detection: null, announce: true };

function run(
  events: readonly TurnEvent[],
  config: TurnConfig = vad,
  from: TurnState = initialTurn,
): { state: TurnState; out: TurnOutput[] } {
  const ids = counter();
  let state = from;
  const out: TurnOutput[] = [];
  for (const event of events) {
    const step = nextTurn(state, event, config, { nowMs: 0, ids });
    state = step.state;
    out.push(...step.out);
  }
  return { state, out };
}

const audio = (ms: number): TurnEvent => ({ type: 'audio', samples: ms * 16 });
const started = (utterance = 1, startSample = 8_000): TurnEvent => ({
  type: 'speech_started',
  utterance,
  startSample,
});
const stopped = (utterance = 1, endSample = 16_000): TurnEvent => ({
  type: 'speech_stopped',
  utterance,
  endSample,
  speechEndSample: endSample,
});
const committed = (utterance = 1, startSample = 8_000, endSample = 16_000): TurnEvent => ({
  type: 'turn_committed',
  utterance,
  startSample,
  endSample,
});
const final = (utterance = 1, text = 'Hello.'): TurnEvent => ({
  type: 'final',
  utterance,
  text,
  language: 'en',
});
const partial = (text: string, stableChars: number, utterance = 1): TurnEvent => ({
  type: 'partial',
  utterance,
  text,
  stableChars,
});

const kinds = (out: readonly TurnOutput[]): string[] =>
  out.filter(({ type }) => type !== 'wait').map(({ type }) => type);

describe('phases', () => {
  it.each<[string, TurnEvent[], string]>([
    ['nothing', [], 'listening'],
    ['speech', [started()], 'speaking'],
    ['its end', [started(), stopped()], 'candidate'],
    ['its end taken back', [started(), stopped(), { type: 'turn_reopened', utterance: 1 }], 'speaking'],
    ['its commit', [started(), stopped(), committed()], 'listening'],
    ['a commit alone', [committed()], 'listening'],
    ['a clear', [audio(1_000), started(), { type: 'clear' }], 'listening'],
    ['no recogniser', [started(), { type: 'unavailable' }], 'listening'],
    ['a worker that does not hear it again', [started(), { type: 'not_reheard' }], 'listening'],
    ['a commit that never comes', [started(), stopped(), { type: 'commit_overdue' }], 'listening'],
    ['an end without a start', [stopped()], 'listening'],
    ['an old start', [committed(), started()], 'listening'],
  ])('%s', (_name, events, phase) => {
    expect(phaseOf(run(events).state)).toBe(phase);
  });
});

describe('outputs', () => {
  it.each<[string, TurnEvent[], string[]]>([
    [
      'a turn',
      [started(), stopped(), committed(), final()],
      ['speech_started', 'speech_stopped', 'committed', 'shown', 'transcribed'],
    ],
    [
      'a commit whose start and stop were lost',
      [committed()],
      ['speech_started', 'speech_stopped', 'committed'],
    ],
    ['a start told twice, as after a replay', [started(), started()], ['speech_started']],
    [
      'a commit told twice',
      [started(), stopped(), committed(), committed()],
      ['speech_started', 'speech_stopped', 'committed'],
    ],
    [
      'a final told twice',
      [committed(), final(), final()],
      ['speech_started', 'speech_stopped', 'committed', 'shown', 'transcribed'],
    ],
    [
      'a newer turn while one is open',
      [started(1), started(2, 20_000)],
      ['speech_started', 'speech_stopped', 'abandoned', 'speech_started'],
    ],
    ['a final that nobody waits for', [final(7)], []],
    [
      'a transcript that comes too late',
      [committed(), { type: 'transcript_overdue', itemId: 'item_1' }, final()],
      ['speech_started', 'speech_stopped', 'committed', 'transcript_failed'],
    ],
  ])('%s', (_name, events, expected) => {
    expect(kinds(run(events).out)).toEqual(expected);
  });

  it('an open and an owed turn both end when there is no recogniser', () => {
    const { out, state } = run([committed(), started(2, 20_000), { type: 'unavailable' }]);
    expect(kinds(out).slice(4)).toEqual(['speech_stopped', 'abandoned', 'transcript_failed']);
    expect(state.pending).toEqual([]);
  });

  it('every wait that is begun is ended', () => {
    for (const end of [[final()], [{ type: 'transcript_overdue', itemId: 'item_1' } as const]]) {
      const { out } = run([started(), stopped(), committed(), ...end]);
      const waits = out.filter((output) => output.type === 'wait');
      for (const kind of ['commit', 'transcript'] as const) {
        const mine = waits.filter((wait) => wait.for === kind);
        expect(mine.map(({ on }) => on)).toEqual([true, false]);
      }
    }
  });
});

describe('transcripts as they grow', () => {
  const deltas = (events: readonly TurnEvent[], config = vad): string[] =>
    run(events, config).out.flatMap((output) => (output.type === 'shown' ? [output.delta] : []));

  it('shows the stable part once, before and after the commit, and the rest at the end', () => {
    const events = [
      started(),
      partial('Hel', 0),
      partial('Hello wor', 6),
      partial('Hello worl', 6),
      stopped(),
      committed(),
      partial('Hello world', 11),
      final(1, 'Hello world.'),
    ];
    expect(deltas(events)).toEqual(['Hello ', 'world', '.']);
  });

  it('shows no more when the end contradicts what was shown', () => {
    expect(deltas([started(), partial('Hello', 5), committed(), final(1, 'Yellow.')])).toEqual(['Hello']);
  });

  it('never shows half a character', () => {
    expect(deltas([started(), partial('Hi 🙂', 4), partial('Hi 🙂!', 5)])).toEqual(['Hi ', '🙂']);
  });

  it('shows nothing to a client that did not ask', () => {
    const quiet = { ...vad, announce: false };
    expect(deltas([started(), partial('Hello', 5), committed(), final()], quiet)).toEqual([]);
  });
});

describe('commits by the client', () => {
  const commit: TurnEvent = { type: 'commit' };

  it.each<[string, TurnConfig, TurnEvent[], number | undefined]>([
    ['99 ms held', manual, [audio(99)], 99],
    ['nothing held', manual, [], 0],
    ['less than the whole since the last', manual, [audio(500), commit, audio(50)], 50],
    ['nothing after a clear', manual, [audio(500), { type: 'clear' }, audio(80)], 80],
    ['100 ms held', manual, [audio(100)], undefined],
    ['the padding alone with VAD', vad, [audio(10_000)], undefined],
    ['little after a turn with VAD', vad, [audio(1_000), committed(1, 8_000, 15_200)], 50],
  ])('%s', (_name, config, events, heldMs) => {
    const { out } = run([...events, commit], config);
    const refused = out.filter((output) => output.type === 'commit_refused');
    expect(refused.map((output) => output.heldMs)).toEqual(heldMs === undefined ? [] : [heldMs]);
  });

  it('takes everything since the last commit in push-to-talk, and is not answered by itself', () => {
    const { out } = run([audio(400), commit, audio(600), commit], manual);
    const turns = out.flatMap((output) => (output.type === 'committed' ? [output.turn] : []));
    expect(turns).toMatchObject([
      { utterance: 1, startSample: 0, endSample: 6_400, answer: false },
      { utterance: 2, startSample: 6_400, endSample: 16_000, answer: false },
    ]);
    expect(out.filter(({ type }) => type === 'commit_utterance')).toHaveLength(2);
  });

  it('ends the open turn under its announced id, and the worker’s own commit is its echo', () => {
    const { out } = run([audio(1_000), started(), commit, stopped(), committed()]);
    expect(kinds(out)).toEqual(['speech_started', 'speech_stopped', 'committed', 'commit_utterance']);
    expect(out.find((output) => output.type === 'committed')?.turn.itemId).toBe('item_1');
  });

  it('ignores what the VAD says in push-to-talk', () => {
    expect(kinds(run([started(), stopped(), committed()], manual).out)).toEqual([]);
  });
});

describe('clearing', () => {
  it('abandons the open turn; what began before it is not heard any more', () => {
    const { out, state } = run([audio(1_000), started(), { type: 'clear' }, started(1, 8_000)]);
    expect(kinds(out)).toEqual(['speech_started', 'speech_stopped', 'abandoned', 'clear_audio', 'cleared']);
    expect(phaseOf(state)).toBe('listening');
    expect(phaseOf(run([started(1, 16_000)], vad, state).state)).toBe('speaking');
  });
});

describe('turning detection off', () => {
  it('keeps what was being said for the client to commit', () => {
    const open = run([audio(1_000), started()]).state;
    const { out, state } = run([{ type: 'reconfigured' }, audio(100), { type: 'commit' }], manual, open);
    expect(kinds(out)).toEqual(['speech_stopped', 'abandoned', 'committed', 'commit_utterance']);
    expect(state.pending[0]).toMatchObject({ startSample: 8_000, endSample: 17_600 });
  });
});

describe('a turn that the worker ended and nobody wants', () => {
  it.each<[string, TurnConfig, TurnEvent[]]>([
    ['as detection was turned off', manual, [{ type: 'reconfigured' }]],
    ['as the client cleared it away', vad, [{ type: 'clear' }]],
  ])('leaves its number to the worker: %s', (_, config, events) => {
    const open = run([audio(1_000), started()]).state;
    const { out } = run([...events, committed(), audio(500), { type: 'commit' }], config, open);
    const commits = out.filter((output) => output.type === 'commit_utterance');
    expect(commits.map(({ utterance }) => utterance)).toEqual([2]);
  });
});
