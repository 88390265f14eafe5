import { limits } from '../deadlines';
import { leadMs } from '../playout/clock';
import { speculationLimits } from '../speculation/state';
import { mainLane, type ResponseState } from '../response/state';
import type { SessionState } from './state';

/** What a lane's model and voice work on: its response, or an answer begun early that nobody was told of yet. */
export function underWay({ live, speculation }: SessionState, lane: string): readonly ResponseState[] {
  const draft = speculation.prospect?.draft;
  const all = draft == null ? live : [...live, draft.live];
  return all.map(({ response }) => response).filter((response) => response.lane === lane);
}

/** Speech of a lane that was made and is not played yet: what synthesis is let run ahead by. */
export function aheadMs(state: SessionState, lane: string, nowMs: number): number {
  const { live, clock, speculation } = state;
  const own = live.find(({ response }) => response.lane === lane);
  if (own !== undefined) return leadMs(own.clock, nowMs) + own.gate.heldMs;
  const draft = lane === mainLane ? speculation.prospect?.draft : undefined;
  if (draft == null) return leadMs(clock, nowMs);
  // Nobody may ever hear it: it stops sooner.
  return draft.live.gate.heldMs + limits.maxLeadMs - speculationLimits.audioMs;
}
