import { activeOf } from './state';
import type { Step } from './step';
import { tellPause, thaw } from './thaw';
import { release } from './voice';

/** The assistant falls silent at once, and loses nothing by it. */
export function pause(step: Step): void {
  const { interruption } = step.state;
  if (interruption.pausedAtMs !== null) return;
  step.set({ interruption: { ...interruption, pausedAtMs: step.ctx.nowMs } });
  tellPause(step, 'parley.output_audio.paused');
}

/** It goes on where it stopped. */
export function resume(step: Step): void {
  if (!thaw(step)) return;
  tellPause(step, 'parley.output_audio.resumed');
  const active = activeOf(step.state);
  if (active !== undefined) release(step, active.response.id);
}

/** A pause ends with what it was for. */
export function reviewPause(step: Step): void {
  const { veils, pausedAtMs } = step.state.interruption;
  if (pausedAtMs !== null && (veils.length === 0 || activeOf(step.state) === undefined)) resume(step);
}
