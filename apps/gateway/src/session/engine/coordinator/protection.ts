import { activeOf, type Live } from './state';
import type { Step } from './step';

/** What the assistant says now is heard to its end, whoever speaks: what they say is told and answered after it. */
export function isProtected({ state, ctx }: Step): boolean {
  return activeOf(state)?.interruptible === false || ctx.nowMs < state.protectedUntilMs;
}

/** What is said meanwhile is told when that is over. */
export function awaitEnd(step: Step): void {
  const leftMs = step.state.protectedUntilMs - step.ctx.nowMs;
  if (leftMs > 0) step.do({ type: 'set_timer', key: 'decide', afterMs: leftMs });
}

/** All of it is sent, and not all of it heard. */
export function protectRest(step: Step, { interruptible, clock }: Live): void {
  if (interruptible) return;
  step.set({ protectedUntilMs: clock.endAtMs });
  awaitEnd(step);
}
