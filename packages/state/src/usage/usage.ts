import { z } from 'zod';

/** What a key has used. */
export interface Usage {
  readonly requests: number;
  readonly sessions: number;
  readonly audioInMs: number;
  readonly audioOutMs: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Of answers that were begun before their turn was over and came to nothing. */
  readonly wastedTokens: number;
  /** Read and written to remember conversations. */
  readonly memoryTokens: number;
}

export const usageFields = [
  'requests',
  'sessions',
  'audioInMs',
  'audioOutMs',
  'inputTokens',
  'outputTokens',
  'wastedTokens',
  'memoryTokens',
] as const satisfies readonly (keyof Usage)[];

const count = z.coerce.number().int().default(0);

/** As Redis has it: a hash of whole numbers. */
export const usageSchema = z.object({
  requests: count,
  sessions: count,
  audioInMs: count,
  audioOutMs: count,
  inputTokens: count,
  outputTokens: count,
  wastedTokens: count,
  memoryTokens: count,
});

export const dayMs = 86_400_000;

/** The UTC day, as in `2026-11-27`. */
export const dayOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);

export const usageKey = (keyId: string, day: string): string => `parley:usage:{${keyId}}:${day}`;
