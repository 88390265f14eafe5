import {
  formatUsd,
  type Budget,
  type DayUsage,
  type Expenses,
  type KeyRecord,
  type KeySpending,
} from '@parley/state';

const date = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);
const limit = (value: number | null, unit: string): string[] =>
  value === null ? [] : [value === 0 ? `any number of ${unit}` : `${value} ${unit}`];

/** One key on one line. */
export function keyLine(record: KeyRecord, nowMs: number): string {
  const { expiresAtMs } = record;
  const end = expiresAtMs === null ? [] : [`${expiresAtMs <= nowMs ? 'ended' : 'ends'} ${date(expiresAtMs)}`];
  return [
    record.id,
    date(record.createdAtMs),
    record.scopes.join('+'),
    ...limit(record.maxSessions, 'sessions'),
    ...limit(record.requestsPerSecond, 'requests/s'),
    ...end,
    record.name,
  ].join('  ');
}

export function usageLine(usage: DayUsage): string {
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  return [
    usage.day,
    `${usage.sessions} sessions`,
    `${usage.requests} requests`,
    `${seconds(usage.audioInMs)} audio in`,
    `${seconds(usage.audioOutMs)} audio out`,
    `${usage.inputTokens} tokens in`,
    `${usage.outputTokens} tokens out`,
    `${usage.wastedTokens} tokens wasted`,
    `${usage.memoryTokens} tokens of memory`,
    `${formatUsd(usage.costNanoUsd)} US dollars`,
    ...(usage.unpriced > 0 ? [`${usage.unpriced} without a known price`] : []),
  ].join('  ');
}

/** One line for the day and one for the month. */
export const budgetLines = ({ day, month, budgets }: KeySpending): string[] => [
  `day    ${spendingText(day, budgets?.day)}`,
  `month  ${spendingText(month, budgets?.month)}`,
  ...(budgets === null ? ['no budget of its own: the gateway’s settings hold'] : []),
];

const spendingText = ({ nanoUsd, tokens }: Expenses, budget: Budget | undefined): string => {
  const of = (limit: string | undefined): string => (limit === undefined ? '' : ` of ${limit}`);
  const usd = budget?.nanoUsd == null ? undefined : formatUsd(budget.nanoUsd);
  const most = budget?.tokens == null ? undefined : String(budget.tokens);
  return `${formatUsd(nanoUsd)}${of(usd)} US dollars  ${tokens}${of(most)} tokens`;
};
