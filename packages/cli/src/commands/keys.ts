import { randomBytes } from 'node:crypto';
import { loadEnv, redisUrl, z } from '@parley/config';
import {
  AccessState,
  StateError,
  digestOf,
  newKeyText,
  parseUsd,
  scopes,
  usualScopes,
  type KeyBudgets,
  type KeyRecord,
  type Scope,
} from '@parley/state';
import { InvalidArgumentError, type Command } from 'commander';
import { budgetLines, keyLine, usageLine } from './keys-output';

/** Where the commands write, and the Redis they work on. */
export interface KeysIo {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly url: () => string;
}

const OK = 0;
const FAILED = 1;
const USAGE = 2;
const dayMs = 86_400_000;

function processIo(): KeysIo {
  return {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    url: () => loadEnv(z.object({ REDIS_URL: redisUrl })).REDIS_URL,
  };
}

interface BudgetFlags {
  readonly dayUsd?: number;
  readonly dayTokens?: number;
  readonly monthUsd?: number;
  readonly monthTokens?: number;
}

interface CreateFlags extends BudgetFlags {
  readonly scope: readonly Scope[];
  readonly maxSessions?: number;
  readonly requestsPerSecond?: number;
  readonly expiresInDays?: number;
  readonly json?: boolean;
}

/**
 * `keys create | list | revoke | usage | budget`, on the Redis at REDIS_URL. Exit codes: 0 done, 1 Redis cannot be reached,
 * 2 there is no such key.
 */
export function registerKeys(program: Command, io: KeysIo = processIo()): void {
  const keys = program.command('keys').description('API keys: kept in Redis as hashes, for every gateway');
  const creating = keys
    .command('create')
    .description('make a key; it is shown this once')
    .argument('[name]', 'what you call it', '')
    .option(
      '--scope <scope>',
      `what it may be used for (repeatable): ${scopes.join(', ')}; by default ${usualScopes.join(' and ')}`,
      asScope,
      [],
    )
    .option('--max-sessions <count>', 'concurrent sessions; 0 = no limit', asCount)
    .option('--requests-per-second <count>', 'requests and client events; 0 = no limit', asCount)
    .option('--expires-in-days <days>', 'end it by itself, so many whole days from now', asDays)
    .option('--json', 'one JSON document');
  withBudgets(creating).action((name: string, flags: CreateFlags) =>
    withState(io, (state) => create(io, state, name, flags)),
  );
  keys
    .command('list')
    .description('every key: its id, name, what it may do and its limits')
    .option('--json', 'one JSON document')
    .action((flags: { json?: boolean }) => withState(io, (state) => list(io, state, flags)));
  keys
    .command('revoke')
    .description('end a key; gateways refuse it within five seconds, and client secrets made with it')
    .argument('<id>', 'key id')
    .action((id: string) => withState(io, (state) => revoke(io, state, id)));
  keys
    .command('usage')
    .description('what a key has used, by day (UTC), today first')
    .argument('<id>', 'key id')
    .option('--days <count>', 'how far back', asCount, 7)
    .option('--json', 'one JSON document')
    .action((id: string, flags: { days: number; json?: boolean }) =>
      withState(io, (state) => usage(io, state, id, flags)),
    );
  const budgeting = keys
    .command('budget')
    .description('what a key may spend and has spent; with amounts: set it, in place of what it had')
    .argument('<id>', 'key id')
    .option('--usual', 'let the gateway’s own settings hold again')
    .option('--json', 'one JSON document');
  withBudgets(budgeting).action((id: string, flags: BudgetFlags & { usual?: boolean; json?: boolean }) =>
    withState(io, (state) => budget(io, state, id, flags)),
  );
}

/** What may be spent, by UTC day and month. */
const withBudgets = (command: Command): Command =>
  command
    .option('--day-usd <amount>', 'US dollars a day', asUsd)
    .option('--day-tokens <count>', 'tokens a day, read and written', asTokens)
    .option('--month-usd <amount>', 'US dollars a month', asUsd)
    .option('--month-tokens <count>', 'tokens a month', asTokens);

async function withState(io: KeysIo, command: (state: AccessState) => Promise<number>): Promise<void> {
  const state = new AccessState({ url: io.url(), deadlineMs: 3_000 });
  try {
    process.exitCode = await command(state);
  } catch (error) {
    if (!(error instanceof StateError) || error.code !== 'unavailable') throw error;
    io.err('Redis cannot be reached: set REDIS_URL');
    process.exitCode = FAILED;
  } finally {
    await state.close();
  }
}

async function create(io: KeysIo, state: AccessState, name: string, flags: CreateFlags): Promise<number> {
  const { keys } = state;
  const key = newKeyText();
  const createdAtMs = Date.now();
  const { expiresInDays: days } = flags;
  const record: KeyRecord = {
    id: `key_${randomBytes(6).toString('hex')}`,
    name,
    scopes: flags.scope.length > 0 ? [...new Set(flags.scope)] : [...usualScopes],
    createdAtMs,
    expiresAtMs: days === undefined ? null : createdAtMs + days * dayMs,
    maxSessions: flags.maxSessions ?? null,
    requestsPerSecond: flags.requestsPerSecond ?? null,
  };
  await keys.create(digestOf(key), record);
  const budgets = budgetsOf(flags);
  if (budgets !== undefined) await state.spending.setBudgets(record.id, budgets);
  if (flags.json) io.out(JSON.stringify({ key, ...record }));
  else {
    io.err(`${record.id} was made. Keep the key: it is stored as a hash and cannot be shown again.`);
    io.out(key);
  }
  return OK;
}

async function list(io: KeysIo, { keys }: AccessState, { json }: { json?: boolean }): Promise<number> {
  const records = await keys.list();
  if (json) io.out(JSON.stringify({ keys: records }));
  else if (records.length === 0) io.out('there is no key. Make one with: npm run keys -- create NAME');
  else for (const record of records) io.out(keyLine(record, Date.now()));
  return OK;
}

async function revoke(io: KeysIo, { keys }: AccessState, id: string): Promise<number> {
  if (await keys.revoke(id)) {
    io.out(`${id} is revoked`);
    return OK;
  }
  io.err(`there is no key ${id}`);
  return USAGE;
}

async function usage(
  io: KeysIo,
  state: AccessState,
  id: string,
  { days, json }: { days: number; json?: boolean },
): Promise<number> {
  const used = await state.readUsage(id, days);
  if (json) io.out(JSON.stringify({ id, days: used }));
  else if (used.length === 0) io.out(`${id} has used nothing in ${days} days`);
  else for (const day of used) io.out(usageLine(day));
  return OK;
}

/** Shows what a key may spend, or sets it in place of what it had. */
async function budget(
  io: KeysIo,
  { spending }: AccessState,
  id: string,
  { usual, json, ...flags }: BudgetFlags & { usual?: boolean; json?: boolean },
): Promise<number> {
  const budgets = usual ? null : budgetsOf(flags);
  if (budgets !== undefined) await spending.setBudgets(id, budgets);
  const held = await spending.fetch(id);
  if (json) io.out(JSON.stringify({ id, ...held }));
  else for (const line of budgetLines(held)) io.out(line);
  return OK;
}

/** undefined: none was named. */
function budgetsOf(flags: BudgetFlags): KeyBudgets | undefined {
  const { dayUsd, dayTokens, monthUsd, monthTokens } = flags;
  if ([dayUsd, dayTokens, monthUsd, monthTokens].every((limit) => limit === undefined)) return undefined;
  return {
    day: { nanoUsd: dayUsd ?? null, tokens: dayTokens ?? null },
    month: { nanoUsd: monthUsd ?? null, tokens: monthTokens ?? null },
  };
}

function asUsd(value: string): number {
  const nanoUsd = parseUsd(value);
  if (nanoUsd === undefined) throw new InvalidArgumentError('must be a decimal such as 12.50');
  return nanoUsd;
}

function asTokens(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('must be a whole number');
  return Number(value);
}

function asScope(value: string, before: readonly Scope[]): Scope[] {
  const scope = scopes.find((known) => known === value);
  if (scope === undefined) throw new InvalidArgumentError(`scopes are: ${scopes.join(', ')}`);
  return [...before, scope];
}

/** A key that ends as it is made would be refused from its first request. */
function asDays(value: string): number {
  const days = /^\d{1,6}$/.test(value) ? Number(value) : 0;
  if (days === 0)
    throw new InvalidArgumentError(
      'must be a whole number of days, 1 to 999999; without it a key does not end',
    );
  return days;
}

function asCount(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('must be a whole number');
  return Number(value);
}
