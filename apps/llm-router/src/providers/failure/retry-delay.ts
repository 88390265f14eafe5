import { z } from 'zod';

/** What Google's errors have in `details` (google.rpc.RetryInfo and QuotaFailure). */
const detailSchema = z.object({
  retryDelay: z.string().optional().catch(undefined),
  violations: z
    .array(z.object({ quotaId: z.string().catch('') }))
    .optional()
    .catch(undefined),
});

const detailsSchema = z.array(detailSchema.catch({})).catch([]);

export interface Limit {
  /** Undefined = it does not say. */
  readonly retryAfterMs: number | undefined;
  /** Names of the limits that were reached, such as GenerateRequestsPerDayPerProjectPerModel-FreeTier. */
  readonly quotaIds: readonly string[];
}

export function limitIn(details: unknown): Limit {
  const parsed = detailsSchema.parse(details);
  const delay = parsed.map(({ retryDelay = '' }) => /^(\d+(?:\.\d+)?)s$/.exec(retryDelay)?.[1]).find(Boolean);
  return {
    retryAfterMs: delay === undefined ? undefined : Number(delay) * 1_000,
    quotaIds: parsed.flatMap(({ violations = [] }) => violations.map(({ quotaId }) => quotaId)),
  };
}

/** "Please try again in 1h2m3.5s", "in 26 seconds", "in 6ms". */
const spoken =
  /\b(?:re)?try (?:again )?(?:in|after) (?=\d)(?:(\d+) ?h[a-z]* ?)?(?:(\d+) ?m(?!s)[a-z]* ?)?(?:(\d+(?:\.\d+)?) ?(ms|s))?/i;

/** How long a message asks to be waited; undefined = it does not say. */
export function spokenDelayMs(message: string): number | undefined {
  const match = spoken.exec(message);
  if (match === null) return undefined;
  const [, hours = 0, minutes = 0, rest = 0, unit = 's'] = match;
  const ms =
    Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Number(rest) * (unit === 'ms' ? 1 : 1_000);
  return ms === 0 ? undefined : ms;
}
