/** What is known of how busy the event loop is. */
export interface Load {
  /** Smoothed part of the time in which it was busy, 0–1. */
  readonly busy: number;
  /** Sessions whose cost the smoothed value does not show yet; falls as it comes to. */
  readonly fresh: number;
}

export const noLoad: Load = { busy: 0, fresh: 0 };

/** A burst of connections or one large frame is no load; what lasts for longer than this is. */
const smoothingMs = 2_000;

/** What a session with its microphone open costs, as part of a core, until it is known of those that are there. */
const expectedCost = 0.002;

/** Below so many sessions a busy event loop is something else, such as a start. */
const fewestSessions = 20;

/** Takes in a sample of `elapsedMs` in which the loop was busy for `utilization` of the time. */
export function sampled({ busy, fresh }: Load, utilization: number, elapsedMs: number): Load {
  const kept = Math.exp(-elapsedMs / smoothingMs);
  return { busy: busy * kept + utilization * (1 - kept), fresh: fresh * kept };
}

export const joined = ({ busy, fresh }: Load): Load => ({ busy, fresh: fresh + 1 });

/** Whether a further session would bring the loop over `maxBusy`, once it and the fresh ones cost what is expected. */
export const isOverloaded = (load: Load, sessions: number, maxBusy: number): boolean =>
  sessions >= fewestSessions && load.busy + (load.fresh + 1) * costOf(load, sessions) > maxBusy;

/** As those cost whose cost shows; within bounds, as some of them may be silent, and the loop has other work. */
function costOf({ busy, fresh }: Load, sessions: number): number {
  const settled = sessions - fresh;
  if (settled < fewestSessions) return expectedCost;
  return Math.min(2 * expectedCost, Math.max(expectedCost / 2, busy / settled));
}
