import { limits } from '../deadlines';
import { leadMs, type PlaybackClock } from '../playout/clock';
import { speculationLimits } from '../speculation/state';
import { mainLane, type ResponseState } from '../response/state';
import type { SessionState } from './state';

/** What a lane's model and voice work on: its response, or an answer begun early that nobody was told of yet. */
export function underWay({ live, speculation }: SessionState, lane: string): readonly ResponseState[] {
  const draft = speculation.prospect?.draft;
  const all = draft == null ? live : [...live, draft.live];
  return all.map(({ response }) => response).filter((response) => response.lane === lane);
}

/**
 * Speech of a lane that was made and is not played yet: what synthesis is let run ahead by. `passing`: of the response at
 * that place more was sent than the state knows.
 */
export function aheadMs(
  { live, clock, speculation }: Pick<SessionState, 'live' | 'clock' | 'speculation'>,
  lane: string,
  nowMs: number,
  passing?: { readonly at: number; readonly clock: PlaybackClock },
): number {
  const at = live.findIndex(({ response }) => response.lane === lane);
  const own = live[at];
  if (own !== undefined) {
    return leadMs(passing?.at === at ? passing.clock : own.clock, nowMs) + own.gate.heldMs;
  }
  const draft = lane === mainLane ? speculation.prospect?.draft : undefined;
  if (draft == null) return leadMs(clock, nowMs);
  // Nobody may ever hear it: it stops sooner.
  return draft.live.gate.heldMs + limits.maxLeadMs - speculationLimits.audioMs;
}
