import { createHmac } from 'node:crypto';
import { RealtimeClient, Stack, field, recordedUtterance, waitFor } from '@parley/testing';
import { Conversation } from './support/conversation';
import { createKey, keysCommand } from './support/keys-command';

const jwtSecret = 'a secret of at least thirty-two characters';

let stack: Stack;
beforeAll(async () => {
  stack = await Stack.start({
    engines: 'stand-in',
    env: {
      PARLEY_API_KEYS: 'sk-env,id:sk-pair',
      PARLEY_JWT_SECRET: jwtSecret,
      PARLEY_TEST_TRANSCRIPT: 'Go on.',
    },
  });
});
afterAll(() => stack?.stop());

/** How an attempt to hold a session ends: with a session, or with the code of the error. */
async function attempt(headers: Record<string, string>): Promise<string> {
  const client = await RealtimeClient.connect({ url: stack.url, headers });
  const first = await client.waitFor(() => true);
  await client.close();
  return first.type === 'error' ? String(field(first, 'error.code')) : first.type;
}

const bearer = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` });
const models = (key: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${stack.port}/v1/models`, { headers: bearer(key) });

it('lets keys made by the command in, until they are revoked', async () => {
  const { key, id } = await createKey(stack.redisUrl);
  expect(await attempt(bearer(key))).toBe('session.created');
  expect((await models(key)).status).toBe(200);
  await keysCommand(stack.redisUrl, 'revoke', id);
  await waitFor('the end of the key', 15_000, async () => (await models(key)).status === 401, 250);
  expect(await attempt(bearer(key))).toBe('invalid_api_key');
  expect(await attempt(bearer(`${key}x`))).toBe('invalid_api_key');
});

it('ends the sessions of a key that is revoked, and of its client secrets', async () => {
  const { key, id } = await createKey(stack.redisUrl);
  const made = await fetch(`http://127.0.0.1:${stack.port}/v1/realtime/client_secrets`, {
    method: 'POST',
    headers: bearer(key),
  });
  const secret = String(((await made.json()) as Record<string, unknown>)['value']);
  const [own, lent, other] = await Promise.all(
    [key, secret, 'sk-env'].map((one) => Conversation.open(stack.url, {}, one)),
  );
  await keysCommand(stack.redisUrl, 'revoke', id);
  for (const { client } of [own!, lent!]) {
    const error = await client.waitFor('error', { timeoutMs: 30_000 });
    expect(field(error, 'error.code')).toBe('invalid_api_key');
    expect(await client.closedByServer()).toEqual({
      code: 3000,
      reason: 'invalid_request_error.invalid_api_key',
    });
  }
  expect(field(await other!.turn('Still there?'), 'response.status')).toBe('completed');
  await other!.client.close();
});

it('ends a session at its longest, which is a setting: an error, then the close', async () => {
  const gateway = await stack.addGateway({ PARLEY_SESSION_MAX_MS: '2000' });
  const client = await RealtimeClient.connect({ url: `ws://127.0.0.1:${gateway.port}`, key: 'sk-env' });
  const created = await client.waitFor('session.created');
  const expiresInS = Number(field(created, 'session.expires_at')) - Date.now() / 1000;
  expect(expiresInS).toBeLessThanOrEqual(2);
  const error = await client.waitFor('error');
  const message = 'Your session hit the maximum duration of 2 seconds.';
  expect(field(error, 'error')).toMatchObject({ code: 'session_expired', message });
  expect(await client.closedByServer()).toEqual({ code: 1001, reason: message });
  await gateway.stop(5_000);
});

it('lets keys do what they are for', async () => {
  const [talk, rest] = await Promise.all([
    createKey(stack.redisUrl, '--scope', 'realtime'),
    createKey(stack.redisUrl, '--scope', 'rest'),
  ]);
  expect(await attempt(bearer(talk.key))).toBe('session.created');
  expect((await models(talk.key)).status).toBe(403);
  expect((await models(rest.key)).status).toBe(200);
  await expect(attempt(bearer(rest.key))).rejects.toThrow('403');
});

it('takes what Inworld clients send', async () => {
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
  expect(await attempt(basic('id:sk-pair'))).toBe('session.created');
  expect(await attempt(basic('id:sk-other'))).toBe('invalid_api_key');
  expect(await attempt(bearer(jwt({ sub: 'ann', exp: Date.now() / 1000 + 60 })))).toBe('session.created');
  expect(await attempt(bearer(jwt({ sub: 'ann', exp: Date.now() / 1000 - 60 })))).toBe('invalid_api_key');
});

it('takes down what a key uses', async () => {
  const { key, id } = await createKey(stack.redisUrl);
  const conversation = await Conversation.open(stack.url, {}, key);
  await conversation.client.speak(recordedUtterance());
  await conversation.client.speak(Buffer.alloc(48 * 1_500));
  const done = await conversation.client.waitFor('response.done', { timeoutMs: 30_000 });
  const limits = await conversation.client.waitFor('rate_limits.updated');
  expect(limits.body).toMatchObject({ rate_limits: [{ name: 'requests', limit: 1000 }] });
  await conversation.client.close();
  const heardMs = Math.floor(conversation.client.audioOf(String(field(done, 'response.id'))).length / 48);
  const spokenMs = (recordedUtterance().length + 48 * 1_500) / 48;
  const used = await waitForUsage(id, { audioInMs: spokenMs - 100, audioOutMs: heardMs });
  expect(used).toMatchObject({
    sessions: 1,
    requests: 1,
    inputTokens: Number(field(done, 'response.usage.input_tokens')),
    outputTokens: Number(field(done, 'response.usage.output_tokens')),
  });
  expect(Number(used['audioInMs'])).toBeLessThanOrEqual(spokenMs);
  expect(Number(used['audioOutMs'])).toBe(heardMs);
});

it('writes no key to its log', async () => {
  const { key } = await createKey(stack.redisUrl);
  await attempt(bearer(key));
  for (const text of [key, 'sk-env', 'sk-pair', jwtSecret]) expect(stack.logs('gateway')).not.toContain(text);
});

it('knows configured keys, and stored ones it has seen, while Redis is away', async () => {
  const [seen, unseen] = await Promise.all([createKey(stack.redisUrl), createKey(stack.redisUrl)]);
  expect(await attempt(bearer(seen.key))).toBe('session.created');
  await stack.stopRedis();
  for (const key of ['sk-env', seen.key]) {
    expect((await models(key)).status).toBe(200);
    expect(await attempt(bearer(key))).toBe('state_unavailable');
  }
  const refused = await models(unseen.key);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await refused.json()).toMatchObject({ error: { type: 'server_error', code: 'state_unavailable' } });
  expect((await models('sk-wrong')).status).toBe(401);
  await stack.startRedis();
  await waitFor('Redis', 20_000, async () => (await attempt(bearer('sk-env'))) === 'session.created', 250);
});

/** Usage is written every so often: a row can lack the last of it. */
async function waitForUsage(
  id: string,
  least: Readonly<Record<'audioInMs' | 'audioOutMs', number>>,
): Promise<Record<string, unknown>> {
  let used: Record<string, unknown> = {};
  await waitFor('the usage', 20_000, async () => {
    const { days } = await keysCommand(stack.redisUrl, 'usage', id, '--json');
    used = Array.isArray(days) ? ((days[0] ?? {}) as Record<string, unknown>) : {};
    return Object.entries(least).every(([field, ms]) => Number(used[field] ?? 0) >= ms);
  });
  return used;
}

function jwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', jwtSecret).update(signed).digest('base64url')}`;
}
