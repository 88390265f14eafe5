import { sent, type PlaybackClock } from '../playout/clock';
import { activeOf, type Live, type SessionState } from './state';
import type { Step } from './step';

/** The conversation's playback: of the response that is active, else what is left of the last one. */
export const floorClock = (state: SessionState): PlaybackClock => activeOf(state)?.clock ?? state.clock;

/** Something that is no answer is played ahead of what comes. */
export function advanceFloor(step: Step, audioMs: number): PlaybackClock {
  const clock = sent(floorClock(step.state), audioMs, step.ctx.nowMs);
  const active = activeOf(step.state);
  if (active === undefined) step.set({ clock });
  else step.putLive({ ...active, clock });
  return clock;
}

/** A filler of which something is sent, and more is to come: an answer follows it. */
export const soundingFiller = ({ live }: SessionState): Live | undefined =>
  live.find(({ aside, sentMs }) => aside?.kind === 'filler' && sentMs > 0);
