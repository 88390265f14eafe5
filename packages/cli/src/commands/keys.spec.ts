import { AccessState, digestOf } from '@parley/state';
import { startRedis, type TestServer } from '@parley/testing';
import { Command } from 'commander';
import { registerKeys } from './keys';

/** A Redis of its own: the commands list all keys. */
let redis: TestServer;
let state: AccessState;
beforeAll(async () => {
  redis = await startRedis();
  state = new AccessState({ url: redis.url });
});
afterAll(async () => {
  await state.close();
  await redis.stop();
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line as `npm run keys --` does. */
async function keys(line: string, url = redis.url): Promise<Run> {
  const [out, err]: [string[], string[]] = [[], []];
  const program = new Command();
  registerKeys(program, { out: (text) => out.push(text), err: (text) => err.push(text), url: () => url });
  for (const command of program.commands.flatMap((group) => [group, ...group.commands])) {
    command.exitOverride().configureOutput({ writeErr: (text) => err.push(text) });
  }
  const before = process.exitCode;
  const failed = await program.parseAsync(['keys', ...line.split(' ')], { from: 'user' }).then(
    () => undefined,
    () => -1,
  );
  const code = failed ?? Number(process.exitCode);
  process.exitCode = before;
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const idIn = (text: string): string => /key_[0-9a-f]{12}/.exec(text)?.[0] ?? '';

it('makes a key that gateways find by its digest alone', async () => {
  const { code, out: key, err } = await keys('create mine');
  expect(code).toBe(0);
  expect(key).toMatch(/^sk-parley-[\w-]{43}$/);
  expect(await state.keys.find(digestOf(key))).toMatchObject({
    id: idIn(err),
    name: 'mine',
    scopes: ['realtime', 'rest'],
    expiresAtMs: null,
    maxSessions: null,
    requestsPerSecond: null,
  });
  expect(JSON.stringify(await state.keys.list())).not.toContain(key);
});

it('makes keys with limits, less rights and an end', async () => {
  const { out } = await keys(
    'create --scope realtime --max-sessions 3 --requests-per-second 50 --expires-in-days 2 --json',
  );
  const made: unknown = JSON.parse(out);
  expect(made).toMatchObject({ scopes: ['realtime'], maxSessions: 3, requestsPerSecond: 50 });
  const { createdAtMs, expiresAtMs } = made as { createdAtMs: number; expiresAtMs: number };
  expect(expiresAtMs - createdAtMs).toBe(2 * 86_400_000);
  const listed = await keys('list');
  expect(listed.out).toContain('3 sessions');
  expect(listed.out).toContain('50 requests/s');
});

it('lists keys and revokes them', async () => {
  const id = idIn((await keys('create passing')).err);
  expect((await keys('list')).out).toContain(`${id}  `);
  expect(await keys(`revoke ${id}`)).toEqual({ code: 0, out: `${id} is revoked`, err: '' });
  expect((await keys('list --json')).out).not.toContain(id);
  expect(await keys(`revoke ${id}`)).toEqual({ code: 2, out: '', err: `there is no key ${id}` });
});

it('shows what a key has used', async () => {
  expect((await keys('usage key_none')).out).toBe('key_none has used nothing in 7 days');
  state.usage.add('key_busy', { sessions: 2, audioInMs: 1_500 });
  await state.usage.flush();
  expect((await keys('usage key_busy')).out).toMatch(
    /^\d{4}-\d\d-\d\d  2 sessions  0 requests  1\.5 s audio in/,
  );
});

it('sets what a key may spend, and shows it beside what it has spent', async () => {
  const id = idIn((await keys('create thrifty --day-usd 2.5 --month-tokens 1000000')).err);
  expect((await state.spending.fetch(id)).budgets).toEqual({
    day: { nanoUsd: 2_500_000_000, tokens: null },
    month: { nanoUsd: null, tokens: 1_000_000 },
  });
  state.usage.add(id, { costNanoUsd: 120_000_000, inputTokens: 40, outputTokens: 2 }, 'acme/one');
  await state.usage.flush();
  expect((await keys(`budget ${id}`)).out).toBe(
    'day    0.12 of 2.50 US dollars  42 tokens\nmonth  0.12 US dollars  42 of 1000000 tokens',
  );
  expect((await keys(`budget ${id} --month-usd 20`)).out).toContain(
    'month  0.12 of 20.00 US dollars  42 tokens',
  );
  expect((await keys(`budget ${id} --usual`)).out).toContain('no budget of its own');
  expect(JSON.parse((await keys(`budget ${id} --json`)).out)).toMatchObject({ id, budgets: null });
});

it.each([
  'create --scope everything',
  'create --max-sessions -1',
  'usage key_1 --days many',
  'budget key_1 --day-usd 1e3',
])('does not take %s', async (line) => {
  expect((await keys(line)).code).toBe(-1);
});

it.each(['0', '-1', '0.5', '1e3', 'NaN', '00', '9999999'])(
  'makes no key that ends in %s days, and says what it takes',
  async (days) => {
    const before = await state.keys.list();
    const { code, out, err } = await keys(`create brief --expires-in-days ${days}`);
    expect({ code, out }).toEqual({ code: -1, out: '' });
    expect(err).toContain('whole number of days, 1 to');
    expect(await state.keys.list()).toEqual(before);
  },
);

it('says so when Redis cannot be reached', async () => {
  const { code, err } = await keys('list', 'redis://127.0.0.1:1');
  expect(code).toBe(1);
  expect(err).toContain('REDIS_URL');
});
