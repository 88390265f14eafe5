import { nextFiller, newTurn, type FillerEvent, type FillerOutput } from './next';
import { fillerPolicyOf } from './settings';
import { noFiller, type FillerState, type Wait } from './state';

const answer: Wait = { of: 'answer', id: 'resp_1' };
const tool: Wait = { of: 'tool', id: 'resp_1' };
const seen = (
  wait: Wait | null,
  change: Partial<Extract<FillerEvent, { type: 'seen' }>> = {},
): FillerEvent => ({
  type: 'seen',
  wait,
  interrupted: false,
  silentFromMs: 0,
  spoken: true,
  ...change,
});
const due: FillerEvent = { type: 'due' };

/** Events at their times, and everything that came of them. */
function run(
  events: readonly (readonly [atMs: number, event: FillerEvent])[],
  settings: Parameters<typeof fillerPolicyOf>[0] = {},
  from: FillerState = noFiller,
): { state: FillerState; out: FillerOutput[] } {
  const policy = fillerPolicyOf({ enabled: true, ...settings });
  let state = from;
  const out: FillerOutput[] = [];
  for (const [atMs, event] of events) {
    const step = nextFiller(state, event, policy, atMs);
    state = step.state;
    out.push(...step.out);
  }
  return { state, out };
}

const said = (out: readonly FillerOutput[]): (string | null)[] =>
  out.flatMap((output) => (output.type === 'say' ? [output.text] : []));

test('has no second one for a wait in which somebody only made a sound', () => {
  const { out } = run(
    [
      [0, seen(answer)],
      [1_200, due],
      [1_300, { type: 'audible' }],
      [1_400, seen(null, { interrupted: true })],
      [1_700, seen(answer)],
      [20_000, due],
      [30_000, seen(tool)],
      [40_000, due],
    ],
    { min_filler_gap_ms: 0 },
  );
  expect(said(out)).toEqual([null, null]);
  expect(out.filter(({ type }) => type === 'say')).toMatchObject([{ wait: answer }, { wait: tool }]);
});

test('says a phrase once the wait is too long, and once only', () => {
  const { out } = run([
    [0, seen(answer)],
    [1_200, due],
    [1_300, { type: 'audible' }],
    [1_500, { type: 'said' }],
    [9_999, seen(answer)],
    [20_000, seen(answer)],
  ]);
  expect(out[0]).toEqual({ type: 'wake', afterMs: 1_200 });
  expect(said(out)).toEqual([null]);
});

test.each<[string, FillerEvent[], Parameters<typeof fillerPolicyOf>[0]]>([
  ['it is switched off', [seen(answer)], { enabled: false }],
  ['the assistant has not spoken yet', [seen(answer, { spoken: false })], {}],
  ['the turn may have none', [seen(answer)], { max_initial_per_turn: 0 }],
])('is silent where %s', (_, events, settings) => {
  const { out } = run(
    events.map((event) => [0, event]),
    settings,
  );
  expect(out).toEqual([]);
});

test('may bridge the first reply, where that is wanted; a tool is bridged in any case', () => {
  const unspoken = { spoken: false };
  const first = { enable_filler_on_first_assistant_reply: true };
  expect(
    said(
      run(
        [
          [0, seen(answer, unspoken)],
          [1_200, due],
        ],
        first,
      ).out,
    ),
  ).toHaveLength(1);
  expect(
    said(
      run([
        [0, seen(tool, unspoken)],
        [1_200, due],
      ]).out,
    ),
  ).toHaveLength(1);
});

test('a tool has its own time, from when the assistant is silent', () => {
  const { out } = run([[1_000, seen(tool, { silentFromMs: 3_000 })]], { tool_wait_timeout_ms: 500 });
  expect(out).toEqual([{ type: 'wake', afterMs: 2_500 }]);
});

test('keeps its distance from the last one, and to as many as a turn may have', () => {
  const once: FillerState = { ...noFiller, lastAtMs: 0, inTurn: 1 };
  expect(run([[5_000, seen(tool)]], {}, once).out).toEqual([]);
  expect(run([[7_000, seen(tool)]], {}, once).out).toHaveLength(1);
  expect(run([[60_000, seen(answer)]], {}, once).out).toEqual([]);
  expect(run([[60_000, seen(answer)]], {}, newTurn(once)).out).toHaveLength(1);
});

test('an answer that comes in time is not bridged', () => {
  const { out, state } = run([
    [0, seen(answer)],
    [900, seen(null)],
    [1_200, due],
  ]);
  expect(out.map(({ type }) => type)).toEqual(['wake', 'sleep']);
  expect(state.stage.kind).toBe('quiet');
});

test('gives way to an answer while it is not heard, and finishes once it is', () => {
  const unheard = run([
    [0, seen(answer)],
    [1_200, due],
    [1_250, seen(null)],
  ]);
  expect(unheard.out.at(-1)).toEqual({ type: 'cancel' });
  const heard = run([
    [0, seen(answer)],
    [1_200, due],
    [1_250, { type: 'audible' }],
    [1_300, seen(null)],
  ]);
  expect(heard.out.filter(({ type }) => type === 'cancel')).toEqual([]);
  expect(heard.state.stage.kind).toBe('saying');
});

test('ends as soon as the user speaks, and when the voice does not come or does not end', () => {
  const started: [number, FillerEvent][] = [
    [0, seen(answer)],
    [1_200, due],
  ];
  const spokenOver = run([
    ...started,
    [1_250, { type: 'audible' }],
    [1_300, seen(null, { interrupted: true })],
  ]);
  expect(spokenOver.out.at(-1)).toEqual({ type: 'cancel' });
  expect(run([...started, [3_200, due]]).out.at(-1)).toEqual({ type: 'cancel' });
  expect(run([...started, [1_250, { type: 'audible' }], [5_250, due]]).out.at(-1)).toEqual({
    type: 'cancel',
  });
});

describe('with a small model', () => {
  const settings = { small_model: 'a/b' };

  it('has it write ahead of the time, and waits for the time', () => {
    const { out, state } = run(
      [
        [0, seen(answer)],
        [600, due],
        [700, { type: 'words', text: 'Hmm.' }],
      ],
      settings,
    );
    expect(out.map(({ type }) => type)).toEqual(['wake', 'ask_words', 'wake', 'wake']);
    expect(out.at(-1)).toEqual({ type: 'wake', afterMs: 500 });
    expect(said(run([[1_200, due]], settings, state).out)).toEqual(['Hmm.']);
  });

  it('says what comes late at once, and a phrase in place of what does not come', () => {
    const asked: [number, FillerEvent][] = [
      [0, seen(answer)],
      [600, due],
      [1_200, due],
    ];
    expect(said(run(asked, settings).out)).toEqual([]);
    expect(said(run([...asked, [1_900, { type: 'words', text: 'Hmm.' }]], settings).out)).toEqual(['Hmm.']);
    const late = run([...asked, [2_600, due]], settings).out;
    expect(said(late)).toEqual([null]);
    expect(late.some(({ type }) => type === 'cancel')).toBe(true);
    expect(said(run([...asked, [1_900, { type: 'words', text: null }]], settings).out)).toEqual([null]);
  });

  it('is not asked when the answer comes before', () => {
    expect(
      run(
        [
          [0, seen(answer)],
          [500, seen(null)],
        ],
        settings,
      ).out.map(({ type }) => type),
    ).toEqual(['wake', 'sleep']);
    const asked = run(
      [
        [0, seen(answer)],
        [600, due],
        [700, seen(null)],
      ],
      settings,
    ).out;
    expect(asked.at(-1)).toEqual({ type: 'cancel' });
  });
});

test('null puts a knob back to its default', () => {
  expect(fillerPolicyOf({ max_tokens: null, pause_text: '…' })).toMatchObject({
    max_tokens: 12,
    pause_text: '…',
  });
});
