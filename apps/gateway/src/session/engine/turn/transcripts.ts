import type { TurnOutput } from './events';
import type { PendingTurn, TurnState } from './state';

export interface TurnStep {
  readonly state: TurnState;
  readonly out: readonly TurnOutput[];
}

/** The stable part of a partial transcript that adds to what was shown; never half a character. */
export function growth(shown: string, text: string, stableChars: number): string {
  let end = Math.min(stableChars, text.length);
  const last = text.charCodeAt(end - 1);
  if (last >= 0xd800 && last <= 0xdbff) end -= 1;
  return text.startsWith(shown) ? text.slice(shown.length, Math.max(end, shown.length)) : '';
}

export function partial(
  state: TurnState,
  utterance: number,
  text: string,
  stableChars: number,
  announce: boolean,
): TurnStep {
  const { open } = state;
  if (open?.utterance === utterance) {
    const delta = announce ? growth(open.shown, text, stableChars) : '';
    if (delta === '') return { state, out: [] };
    return {
      state: { ...state, open: { ...open, shown: open.shown + delta } },
      out: [{ type: 'shown', itemId: open.itemId, delta }],
    };
  }
  const turn = pendingOf(state, utterance);
  const delta = turn?.announce === true ? growth(turn.shown, text, stableChars) : '';
  if (turn === undefined || delta === '') return { state, out: [] };
  return {
    state: {
      ...state,
      pending: state.pending.with(state.pending.indexOf(turn), { ...turn, shown: turn.shown + delta }),
    },
    out: [{ type: 'shown', itemId: turn.itemId, delta }],
  };
}

/** The one end of a turn's transcript. A final that contradicts what was shown still tells the whole text. */
export function final(state: TurnState, utterance: number, text: string, language: string): TurnStep {
  const turn = pendingOf(state, utterance);
  if (turn === undefined) return { state, out: [] };
  const delta = turn.announce ? growth(turn.shown, text, text.length) : '';
  return {
    state: without(state, turn),
    out: [
      { type: 'wait', for: 'transcript', itemId: turn.itemId, on: false },
      ...(delta === '' ? [] : [{ type: 'shown' as const, itemId: turn.itemId, delta }]),
      { type: 'transcribed', turn, text, language },
    ],
  };
}

export function failed(
  state: TurnState,
  turn: PendingTurn | undefined,
  code: string,
  message: string,
): TurnStep {
  if (turn === undefined) return { state, out: [] };
  return {
    state: without(state, turn),
    out: [
      { type: 'wait', for: 'transcript', itemId: turn.itemId, on: false },
      { type: 'transcript_failed', turn, code, message },
    ],
  };
}

export const pendingOf = (state: TurnState, utterance: number): PendingTurn | undefined =>
  state.pending.find((turn) => turn.utterance === utterance);

const without = (state: TurnState, turn: PendingTurn): TurnState => ({
  ...state,
  pending: state.pending.filter((other) => other !== turn),
});
