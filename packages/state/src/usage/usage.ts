const nothing = {
  requests: 0,
  sessions: 0,
  responses: 0,
  audioInMs: 0,
  audioOutMs: 0,
  /** Of answers: text, audio and images together; the four below are parts of the two. */
  inputTokens: 0,
  outputTokens: 0,
  cachedInputTokens: 0,
  inputAudioTokens: 0,
  inputImageTokens: 0,
  outputAudioTokens: 0,
  /** Read and written by answers that were begun before their turn was over and came to nothing. */
  wastedTokens: 0,
  /** Read and written by requests beside the one that answered: hedges, and ones that failed. */
  retriedTokens: 0,
  /** Read and written to remember conversations. */
  memoryTokens: 0,
  transcribedMs: 0,
  spokenCharacters: 0,
  spokenMs: 0,
  /** As far as prices are known. */
  costNanoUsd: 0,
  /** Things used whose price is not known. */
  unpriced: 0,
};

export type UsageField = keyof typeof nothing;

/** What a key has used, in whole numbers. */
export type Usage = Readonly<Record<UsageField, number>>;

export const noUsage: Usage = nothing;

export function mapFields(value: (field: UsageField) => number): Usage {
  const usage = { ...nothing };
  let field: UsageField;
  for (field in usage) usage[field] = value(field);
  return usage;
}

export const addUsage = (a: Usage, b: Usage): Usage => mapFields((field) => a[field] + b[field]);

/** What is counted against budgets. */
export const spentTokens = (usage: Partial<Usage>): number =>
  (usage.inputTokens ?? 0) +
  (usage.outputTokens ?? 0) +
  (usage.wastedTokens ?? 0) +
  (usage.retriedTokens ?? 0) +
  (usage.memoryTokens ?? 0);

export const dayMs = 86_400_000;

let lastDay = { number: NaN, text: '' };

/** The UTC day, as in `2026-11-27`. Asked several times for each request, nearly always of the same day. */
export function dayOf(epochMs: number): string {
  const number = Math.floor(epochMs / dayMs);
  if (number !== lastDay.number) lastDay = { number, text: new Date(epochMs).toISOString().slice(0, 10) };
  return lastDay.text;
}

export const usageKey = (keyId: string, day: string): string => `parley:usage:{${keyId}}:${day}`;

/** Money and tokens by day and month; in the slot of the key's usage. */
export const spentKey = (keyId: string, day: string): string => `parley:spent:{${keyId}}:${day.slice(0, 7)}`;

export const budgetKey = (keyId: string): string => `parley:budget:{${keyId}}`;

/** Which keys have used something on a day. */
export const usersKey = (day: string): string => `parley:usage:keys:${day}`;

/** A count of one model or engine; the empty name stands for what belongs to none. */
export const fieldOf = (field: UsageField, model: string): string =>
  model === '' ? field : `${field}@${model}`;

export function splitField(name: string): { field: UsageField; model: string } | undefined {
  const at = name.indexOf('@');
  const field = at < 0 ? name : name.slice(0, at);
  return isField(field) ? { field, model: at < 0 ? '' : name.slice(at + 1) } : undefined;
}

const isField = (name: string): name is UsageField => Object.hasOwn(nothing, name);
