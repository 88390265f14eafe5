import { deadlines } from '../deadlines';
import type { SessionState } from './state';
import type { Step } from './step';

/** The user speaks. One whose audio stopped coming in mid-speech is not waited for: nothing would ever end it. */
export const userSpeaks = ({ turn, lastAudioAtMs }: SessionState, nowMs: number): boolean =>
  turn.open !== null && nowMs - lastAudioAtMs < deadlines.mutedMs;

/** Whether something that the server says by itself has to wait: for the user's end, or for their words. */
export function waitsForUser(step: Step): boolean {
  const { state, ctx } = step;
  if (!userSpeaks(state, ctx.nowMs)) return state.turn.pending.length > 0;
  if (!state.tools.watchesUser) {
    step.setTools({ watchesUser: true });
    const afterMs = state.lastAudioAtMs + deadlines.mutedMs - ctx.nowMs;
    step.do({ type: 'set_timer', key: 'muted', afterMs });
  }
  return true;
}
