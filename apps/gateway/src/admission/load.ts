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

/** What a session with its microphone open costs, as part of a core: measured, with frames of 40 ms. */
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
export function isOverloaded({ busy, fresh }: Load, sessions: number, maxBusy: number): boolean {
  return sessions >= fewestSessions && busy + (fresh + 1) * expectedCost > maxBusy;
}
