/** What is known of how busy the event loop is. */
export interface Load {
  /** Smoothed part of the time in which it was busy, 0–1. */
  readonly busy: number;
  /** Sessions that the smoothed value does not show yet; falls as it comes to. */
  readonly fresh: number;
  /** Sessions that have not had their first answers yet; falls as they have. */
  readonly young: number;
}

export const noLoad: Load = { busy: 0, fresh: 0, young: 0 };

/** A burst of connections or one large frame is no load; what lasts for longer than this is. */
const smoothingMs = 2_000;

/** A caller speaks, and is answered. Until then a session costs half of what it will: audio on its way in, and nothing else. */
const youthMs = 15_000;

/** What a session with its microphone open costs, as part of a core, until it is known of those that are there. */
const expectedCost = 0.002;

/** Below so many sessions a busy event loop is something else, such as a start. */
const fewestSessions = 20;

/** Takes in a sample of `elapsedMs` in which the loop was busy for `utilization` of the time. */
export function sampled({ busy, fresh, young }: Load, utilization: number, elapsedMs: number): Load {
  const kept = Math.exp(-elapsedMs / smoothingMs);
  return {
    busy: busy * kept + utilization * (1 - kept),
    fresh: fresh * kept,
    young: young * Math.exp(-elapsedMs / youthMs),
  };
}

export const joined = ({ busy, fresh, young }: Load): Load => ({ busy, fresh: fresh + 1, young: young + 1 });

/** Whether a further session would bring the loop over `maxBusy`, once it and those that came before it cost what is expected. */
export const isOverloaded = (load: Load, sessions: number, maxBusy: number): boolean =>
  sessions >= fewestSessions && load.busy + (unseen(load) + 1) * costOf(load, sessions) > maxBusy;

/** So many sessions' cost is not in `busy` yet: half of it comes at once, half with the first answers. */
const unseen = ({ fresh, young }: Load): number => (fresh + young) / 2;

/** As those cost whose cost shows; within bounds, as some of them may be silent, and the loop has other work. */
function costOf(load: Load, sessions: number): number {
  const settled = sessions - unseen(load);
  if (settled < fewestSessions) return expectedCost;
  return Math.min(2 * expectedCost, Math.max(expectedCost / 2, load.busy / settled));
}
