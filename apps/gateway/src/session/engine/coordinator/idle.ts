import type { Session } from '@parley/protocol';
import { behaviourOf } from '../behaviour';
import { leadMs } from '../playout/clock';
import type { Step } from './step';

/** `idle_timeout_ms` of the session, which only server_vad has; null: silence is never answered. */
export function idleTimeoutMs({ audio }: Session): number | null {
  const detection = audio.input.turn_detection;
  return detection?.type === 'server_vad' ? detection.idle_timeout_ms : null;
}

/** The assistant is done: from when its last word has been played, the user has the idle timeout to speak. */
export function waitForUser(step: Step): void {
  const { session, turn, clock, idlePrompts, defaults } = step.state;
  const timeoutMs = idleTimeoutMs(session);
  if (timeoutMs === null || turn.open !== null) return;
  // Who does not answer is not asked for ever.
  if (idlePrompts >= behaviourOf(session, defaults).maxIdlePrompts) return;
  step.do({ type: 'set_timer', key: 'idle', afterMs: leadMs(clock, step.ctx.nowMs) + timeoutMs });
}
