import { bareWords } from '../speculation/same-words';
import type { HearingEvent } from '../turn/events';
import type { BackchannelPolicy } from './settings';
import type { BackchannelStage, BackchannelState, ListenedTurn } from './state';

export type BackchannelEvent =
  | { readonly type: 'heard'; readonly event: HearingEvent }
  | { readonly type: 'due' }
  /** The turn is over, or it is no turn. */
  | { readonly type: 'over' }
  /** What the small model wrote; null: nothing, or it failed. */
  | { readonly type: 'words'; readonly text: string | null }
  /** So much of its audio is sent by now. */
  | { readonly type: 'audio'; readonly sentMs: number }
  /** All of it is sent, or it could not be had. */
  | { readonly type: 'said' };

export type SkipReason =
  | 'min_gap_not_elapsed'
  | 'max_per_turn_reached'
  | 'declined'
  | 'phrase_not_allowed'
  | 'deadline_missed'
  | 'turn_ended';

export type BackchannelOutput =
  | { readonly type: 'wake'; readonly afterMs: number }
  | { readonly type: 'sleep' }
  | { readonly type: 'ask_words' }
  | { readonly type: 'say'; readonly id: string; readonly phrase: string }
  | { readonly type: 'skip'; readonly id: string; readonly reason: SkipReason }
  | { readonly type: 'cancel' };

export interface BackchannelContext {
  readonly policy: BackchannelPolicy;
  /** Those of the language, or those that are allowed. */
  readonly phrases: readonly string[];
  readonly nowMs: number;
  /** Nobody but the user is heard. */
  readonly free: boolean;
  newId(): string;
  /** 0 to 1, by how many were considered before. */
  roll(considered: number): number;
}

export interface BackchannelStep {
  readonly state: BackchannelState;
  readonly out: readonly BackchannelOutput[];
}

/** A pause that lasts so long was not taken for the end of the turn. */
const heldMs = 300;
/** Later in a pause a word of attention sounds like the wish to speak. */
const latestMs = 2_000;
/** After the last of it was played its echo is still in the air. */
const echoMs = 600;

const still = (state: BackchannelState): BackchannelStep => ({ state, out: [] });
const listening = { kind: 'listening' } as const;

/** When somebody who listens says so: seldom, quietly, and never when it could be taken for a turn. */
export function nextBackchannel(
  state: BackchannelState,
  event: BackchannelEvent,
  context: BackchannelContext,
): BackchannelStep {
  const { stage } = state;
  const { nowMs } = context;
  switch (event.type) {
    case 'heard':
      return heard(state, event.event, context);
    case 'over':
      return over(state);
    case 'due':
      return stage.kind === 'listening' ? consider(state, context) : overdue(state, stage, context);
    case 'words':
      return stage.kind === 'deciding' ? decided(state, stage, event.text, context) : still(state);
    case 'audio': {
      if (stage.kind !== 'saying') return still(state);
      const { sentMs } = event;
      const playedMs = Math.max(nowMs, state.echoUntilMs - echoMs) + sentMs - stage.sentMs;
      return still({ ...state, stage: { ...stage, sentMs }, echoUntilMs: playedMs + echoMs });
    }
    case 'said':
      return stage.kind === 'saying' ? still({ ...state, stage: listening }) : still(state);
  }
}

function heard(
  state: BackchannelState,
  event: HearingEvent,
  { policy, nowMs }: BackchannelContext,
): BackchannelStep {
  if (event.type === 'speech_started') {
    const turn: ListenedTurn = {
      utterance: event.utterance,
      sinceMs: nowMs,
      pausedAtMs: null,
      answered: false,
      goesOn: false,
      candidate: false,
      count: 0,
    };
    return { state: { ...state, turn }, out: [{ type: 'wake', afterMs: policy.min_speech_ms }] };
  }
  const { turn } = state;
  if (turn?.utterance !== event.utterance) return still(state);
  const put = (change: Partial<ListenedTurn>, ...out: readonly BackchannelOutput[]): BackchannelStep => ({
    state: { ...state, turn: { ...turn, ...change } },
    out,
  });
  switch (event.type) {
    case 'partial':
      return put({ goesOn: true });
    case 'speech_paused': {
      const afterMs = Math.max(heldMs, turn.sinceMs + policy.min_speech_ms - nowMs);
      const wakes = state.stage.kind === 'listening';
      return put({ pausedAtMs: nowMs }, ...(wakes ? [{ type: 'wake', afterMs } as const] : []));
    }
    case 'speech_resumed':
    case 'turn_reopened':
      return put({ pausedAtMs: null, answered: false, candidate: false });
    case 'turn_candidate': {
      const given = giveUp(state, 'turn_ended');
      return { state: { ...given.state, turn: { ...turn, candidate: true } }, out: given.out };
    }
    case 'speech_stopped':
    case 'turn_committed':
      return over(state);
    default:
      return still(state);
  }
}

function over(state: BackchannelState): BackchannelStep {
  if (state.turn === null) return still(state);
  const given = giveUp(state, 'turn_ended');
  return { state: { ...given.state, turn: null }, out: [...given.out, { type: 'sleep' }] };
}

/** What nobody hears yet comes to nothing. */
function giveUp(state: BackchannelState, reason: SkipReason): BackchannelStep {
  const { stage } = state;
  if (stage.kind === 'listening' || (stage.kind === 'saying' && stage.sentMs > 0)) return still(state);
  return {
    state: { ...state, stage: listening },
    out: [{ type: 'cancel' }, { type: 'skip', id: stage.id, reason }],
  };
}

function consider(state: BackchannelState, context: BackchannelContext): BackchannelStep {
  const { policy, nowMs, free } = context;
  const { turn, lastAtMs } = state;
  if (turn === null || !policy.enabled) return still(state);
  const again = (afterMs = policy.eval_interval_ms): BackchannelStep => ({
    state,
    out: [{ type: 'wake', afterMs: Math.max(1, afterMs) }],
  });
  const pausedMs = turn.pausedAtMs === null ? 0 : nowMs - turn.pausedAtMs;
  const paused = pausedMs >= heldMs && pausedMs <= latestMs && !turn.answered;
  const goesOn = turn.goesOn && turn.pausedAtMs === null && !policy.require_pause;
  if (!free || turn.candidate || (!paused && !goesOn)) return again();
  const earlyMs = turn.sinceMs + policy.min_speech_ms - nowMs;
  if (earlyMs > 0) return again(earlyMs);
  const id = context.newId();
  const considered = state.considered + 1;
  const skip = (reason: SkipReason, ...out: readonly BackchannelOutput[]): BackchannelStep => ({
    state: { ...state, considered, turn: { ...turn, goesOn: false } },
    out: [{ type: 'skip', id, reason }, ...out],
  });
  if (turn.count >= policy.max_per_turn) return skip('max_per_turn_reached', { type: 'sleep' });
  const gapMs = lastAtMs === null ? 0 : lastAtMs + policy.min_gap_ms - nowMs;
  if (gapMs > 0) return skip('min_gap_not_elapsed', { type: 'wake', afterMs: gapMs });
  const next = { ...state, considered, turn: { ...turn, goesOn: false } };
  const deadlineMs = nowMs + policy.hard_deadline_ms;
  if (policy.decider === 'llm') {
    return {
      state: { ...next, stage: { kind: 'deciding', id, deadlineMs } },
      out: [{ type: 'wake', afterMs: policy.hard_deadline_ms }, { type: 'ask_words' }],
    };
  }
  const phrase = context.phrases[state.said % Math.max(1, context.phrases.length)];
  if (phrase === undefined || context.roll(considered) >= policy.rule_fire_probability)
    return skip('declined', { type: 'wake', afterMs: policy.eval_interval_ms });
  return say(next, id, phrase, deadlineMs, context);
}

type Deciding = Extract<BackchannelStage, { kind: 'deciding' }>;

function decided(
  state: BackchannelState,
  { id, deadlineMs }: Deciding,
  text: string | null,
  context: BackchannelContext,
): BackchannelStep {
  const words = bareWords(text ?? '');
  const skip = (reason: SkipReason): BackchannelStep => ({
    state: { ...state, stage: listening },
    out: [
      { type: 'skip', id, reason },
      { type: 'wake', afterMs: context.policy.eval_interval_ms },
    ],
  });
  if (words === '' || words === 'none') return skip('declined');
  const { allowed_phrases: allowed } = context.policy;
  const phrase = allowed.length === 0 ? text?.trim() : allowed.find((one) => bareWords(one) === words);
  if (phrase === undefined) return skip('phrase_not_allowed');
  return say(state, id, phrase, deadlineMs, context);
}

function say(
  state: BackchannelState,
  id: string,
  phrase: string,
  deadlineMs: number,
  { nowMs }: BackchannelContext,
): BackchannelStep {
  const { turn } = state;
  return {
    state: {
      ...state,
      stage: { kind: 'saying', id, phrase, deadlineMs, sentMs: 0 },
      turn: turn && { ...turn, count: turn.count + 1, answered: turn.pausedAtMs !== null },
      lastAtMs: nowMs,
      said: state.said + 1,
      phrase,
    },
    out: [
      { type: 'wake', afterMs: Math.max(1, deadlineMs - nowMs) },
      { type: 'say', id, phrase },
    ],
  };
}

function overdue(
  state: BackchannelState,
  stage: Exclude<BackchannelStage, { kind: 'listening' }>,
  { policy, nowMs }: BackchannelContext,
): BackchannelStep {
  const wake = { type: 'wake', afterMs: policy.eval_interval_ms } as const;
  if (nowMs < stage.deadlineMs) return { state, out: [{ ...wake, afterMs: stage.deadlineMs - nowMs }] };
  if (stage.kind === 'saying' && stage.sentMs > 0)
    return { state: { ...state, stage: listening }, out: [{ type: 'cancel' }, wake] };
  const given = giveUp(state, 'deadline_missed');
  return { state: given.state, out: [...given.out, wake] };
}
