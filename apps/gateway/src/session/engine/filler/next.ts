import { timeoutMs, writingMs, type FillerPolicy } from './settings';
import type { FillerStage, FillerState, Wait } from './state';

export type FillerEvent =
  /** How things stand: seen after everything that happens. */
  | {
      readonly type: 'seen';
      /** null: nothing is awaited, or somebody speaks. */
      readonly wait: Wait | null;
      /** The user speaks. */
      readonly interrupted: boolean;
      /** The assistant's voice is heard until then, monotonic milliseconds. */
      readonly silentFromMs: number;
      /** The assistant was heard before. */
      readonly spoken: boolean;
    }
  | { readonly type: 'due' }
  /** What the small model wrote; null: nothing, or it failed. */
  | { readonly type: 'words'; readonly text: string | null }
  /** Its first audio is sent. */
  | { readonly type: 'audible' }
  /** All of it is sent, or it could not be had. */
  | { readonly type: 'said' };

export type FillerOutput =
  | { readonly type: 'wake'; readonly afterMs: number }
  | { readonly type: 'sleep' }
  | { readonly type: 'ask_words'; readonly wait: Wait }
  /** null: a phrase. */
  | { readonly type: 'say'; readonly wait: Wait; readonly text: string | null }
  /** What is asked for or not heard yet is given up. */
  | { readonly type: 'cancel' };

export interface FillerStep {
  readonly state: FillerState;
  readonly out: readonly FillerOutput[];
}

const still = (state: FillerState): FillerStep => ({ state, out: [] });
const at = (state: FillerState, stage: FillerStage, ...out: readonly FillerOutput[]): FillerStep => ({
  state: { ...state, stage },
  out,
});

const quiet = { kind: 'quiet' } as const;
const isSame = (a: Wait, b: Wait | null): boolean => a.id === b?.id && a.of === b.of;

/** When silence is bridged, and by what: at most once in a wait, and never over anything else. */
export function nextFiller(
  state: FillerState,
  event: FillerEvent,
  policy: FillerPolicy,
  nowMs: number,
): FillerStep {
  const { stage } = state;
  if (!policy.enabled && stage.kind === 'waiting') return leave(state, stage);
  switch (event.type) {
    case 'seen':
      return seen(state, event, policy, nowMs);
    case 'due':
      if (stage.kind === 'saying') return at(state, { kind: 'over', wait: stage.wait }, { type: 'cancel' });
      return stage.kind === 'waiting' ? due(state, stage, policy, nowMs) : still(state);
    case 'words':
      return stage.kind === 'waiting' ? written(state, stage, event.text, policy, nowMs) : still(state);
    case 'audible':
      if (stage.kind !== 'saying' || stage.audible) return still(state);
      return at(
        { ...state, bridged: stage.wait },
        { ...stage, audible: true },
        { type: 'wake', afterMs: longestMs },
      );
    case 'said':
      if (stage.kind !== 'saying') return still(state);
      return at(state, { kind: 'over', wait: stage.wait }, { type: 'sleep' });
  }
}

/** The user has said something that is answered. */
export const newTurn = (state: FillerState): FillerState => ({ ...state, inTurn: 0 });

/** An answer waits no longer for what is said ahead of it. */
const longestMs = 4_000;

type Waiting = Extract<FillerStage, { kind: 'waiting' }>;
type Seen = Extract<FillerEvent, { type: 'seen' }>;

function seen(state: FillerState, event: Seen, policy: FillerPolicy, nowMs: number): FillerStep {
  const { stage } = state;
  const { wait } = event;
  switch (stage.kind) {
    case 'quiet':
      return wait === null ? still(state) : begin(state, wait, event, policy, nowMs);
    case 'over':
      if (wait === null) return at(state, quiet);
      return isSame(stage.wait, wait) ? still(state) : begin(state, wait, event, policy, nowMs);
    case 'waiting': {
      if (isSame(stage.wait, wait)) return still(state);
      const left = leave(state, stage);
      if (wait === null) return left;
      const begun = begin(left.state, wait, event, policy, nowMs);
      return { state: begun.state, out: [...left.out, ...begun.out] };
    }
    case 'saying':
      if (event.interrupted) return at(state, quiet, { type: 'sleep' }, { type: 'cancel' });
      if (isSame(stage.wait, wait)) return still(state);
      if (!stage.audible) {
        const after: FillerStage = wait === null ? quiet : { kind: 'over', wait };
        return at(state, after, { type: 'sleep' }, { type: 'cancel' });
      }
      // Who has begun finishes; the next wait may begin within the words that bridge this one.
      return wait === null ? still(state) : at(state, { ...stage, wait });
  }
}

const leave = (state: FillerState, { words }: Waiting): FillerStep =>
  at(state, quiet, { type: 'sleep' }, ...(isAsked(words) ? [{ type: 'cancel' } as const] : []));

const isAsked = (words: Waiting['words']): boolean => words !== undefined && 'asked' in words;

function begin(
  state: FillerState,
  wait: Wait,
  { silentFromMs, spoken }: Seen,
  policy: FillerPolicy,
  nowMs: number,
): FillerStep {
  const dueAtMs = Math.max(nowMs, silentFromMs) + timeoutMs(policy, wait);
  const soon = state.lastAtMs !== null && dueAtMs < state.lastAtMs + policy.min_filler_gap_ms;
  const first = !spoken && !policy.enable_filler_on_first_assistant_reply;
  const enough = state.inTurn >= policy.max_initial_per_turn || first;
  const none = !policy.enabled || soon || isSame(wait, state.bridged);
  if (none || (wait.of === 'answer' && enough)) return at(state, { kind: 'over', wait });
  const early = policy.small_model === '' ? 0 : writingMs;
  const afterMs = Math.max(0, dueAtMs - early - nowMs);
  return at(state, { kind: 'waiting', wait, dueAtMs, deadlineMs: Infinity }, { type: 'wake', afterMs });
}

function due(state: FillerState, stage: Waiting, policy: FillerPolicy, nowMs: number): FillerStep {
  const { wait, words, dueAtMs } = stage;
  if (words === undefined && policy.small_model !== '') {
    const deadlineMs = nowMs + policy.hard_deadline_ms;
    const asking = { ...stage, words: { asked: true }, deadlineMs } as const;
    return at(
      state,
      asking,
      { type: 'ask_words', wait },
      { type: 'wake', afterMs: untilNext(asking, nowMs) },
    );
  }
  if (nowMs < dueAtMs) return at(state, stage, { type: 'wake', afterMs: dueAtMs - nowMs });
  if (words === undefined || !('asked' in words))
    return say(state, stage, words?.text ?? null, policy, nowMs);
  if (nowMs < stage.deadlineMs) return at(state, stage, { type: 'wake', afterMs: stage.deadlineMs - nowMs });
  const late = say(state, stage, null, policy, nowMs);
  return { state: late.state, out: [{ type: 'cancel' }, ...late.out] };
}

const untilNext = ({ dueAtMs, deadlineMs }: Waiting, nowMs: number): number =>
  Math.max(0, (dueAtMs > nowMs ? Math.min(dueAtMs, deadlineMs) : deadlineMs) - nowMs);

function written(
  state: FillerState,
  stage: Waiting,
  text: string | null,
  policy: FillerPolicy,
  nowMs: number,
): FillerStep {
  if (!isAsked(stage.words)) return still(state);
  const known = { ...stage, words: { text } };
  if (nowMs < stage.dueAtMs) return at(state, known, { type: 'wake', afterMs: stage.dueAtMs - nowMs });
  return say(state, known, text, policy, nowMs);
}

/** A voice that takes longer than a small model may is no help either. */
function say(
  state: FillerState,
  { wait }: Waiting,
  text: string | null,
  { hard_deadline_ms: afterMs }: FillerPolicy,
  nowMs: number,
): FillerStep {
  const inTurn = state.inTurn + (wait.of === 'answer' ? 1 : 0);
  return at(
    { ...state, inTurn, lastAtMs: nowMs, count: state.count + 1 },
    { kind: 'saying', wait, audible: false },
    { type: 'wake', afterMs },
    { type: 'say', wait, text },
  );
}
