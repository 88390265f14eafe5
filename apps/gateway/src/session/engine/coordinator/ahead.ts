import { limits } from '../deadlines';
import { leadMs } from '../playout/clock';
import { speculationLimits } from '../speculation/state';
import { mainLane } from '../response/state';
import type { SessionState } from './state';

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
