import { leadMs } from '../playout/clock';
import { delayed } from '../response/delayed';
import { headMessage, mainLane } from '../response/state';
import { activeOf } from './state';
import type { Step } from './step';

/** Ends the pause: what the client holds is as much as when it began. False: there was none. */
export function thaw(step: Step): boolean {
  const { interruption, clock, live, defaults } = step.state;
  if (interruption.pausedAtMs === null) return false;
  const { nowMs } = step.ctx;
  const ms = nowMs - interruption.pausedAtMs;
  const wasPlaying = (endAtMs: number): boolean => endAtMs > (interruption.pausedAtMs ?? nowMs);
  step.set({ interruption: { ...interruption, pausedAtMs: null } });
  if (!defaults.pauses) return true;
  const later = (endAtMs: number): number => (wasPlaying(endAtMs) ? endAtMs + ms : endAtMs);
  step.set({
    clock: { endAtMs: later(clock.endAtMs) },
    live: live.map((one) =>
      one.response.lane !== mainLane
        ? one
        : {
            ...one,
            clock: { endAtMs: later(one.clock.endAtMs) },
            response: wasPlaying(one.clock.endAtMs) ? delayed(one.response, ms) : one.response,
          },
    ),
  });
  return true;
}

export function tellPause(
  step: Step,
  type: 'parley.output_audio.paused' | 'parley.output_audio.resumed',
): void {
  const { clock } = step.state;
  const active = activeOf(step.state);
  const itemId = active === undefined ? null : (headMessage(active.response)?.itemId ?? null);
  const unplayedMs = Math.round(leadMs(active?.clock ?? clock, step.ctx.nowMs));
  step.do({
    type: 'extension',
    event: { type, responseId: active?.response.id ?? null, itemId, unplayedMs },
  });
}
