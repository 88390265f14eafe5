import { createHmac, randomUUID } from 'node:crypto';
import { serveModels, startRest, type TestRest } from '../test-support';
import { WebSocket } from 'ws';
import { TestClient } from '../../transports/websocket/test-support';

let rest: TestRest;
const key = `sk-${randomUUID()}`;
const start = async (environment: Record<string, string> = {}): Promise<void> => {
  rest = await startRest({ PARLEY_API_KEYS: key, ...environment });
  await serveModels(rest.bus, [{ id: 'acme/one', provider: 'acme' }]);
};
afterEach(() => rest.stop());

const create = (body?: unknown, bearer = key) =>
  rest.call('/v1/realtime/client_secrets', {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}` },
    ...(body === undefined ? {} : { body }),
  });

const valueOf = ({ body }: { body: unknown }): string =>
  typeof body === 'object' && body !== null && 'value' in body ? String(body.value) : '';

const connect = async (value: string, query = ''): Promise<TestClient> => {
  const url = `ws://127.0.0.1:${rest.port}/v1/realtime${query}`;
  return new TestClient(new WebSocket(url, ['realtime', `openai-insecure-api-key.${value}`]));
};

const session = {
  type: 'realtime',
  model: 'acme/two',
  instructions: 'Be brief.',
  audio: { output: { voice: 'joe' } },
};

it('makes a secret with the whole session it stands for', async () => {
  await start();
  const before = Math.floor(Date.now() / 1000);
  const { status, body } = await create({ session, expires_after: { anchor: 'created_at', seconds: 60 } });
  expect(status).toBe(200);
  expect(body).toEqual({
    value: expect.stringMatching(/^ek_[0-9a-f]{32}$/),
    expires_at: expect.any(Number),
    session: expect.objectContaining({
      ...session,
      id: expect.stringMatching(/^sess_/),
      object: 'realtime.session',
      expires_at: 0,
      tracing: null,
      audio: {
        input: expect.objectContaining({ transcription: null, turn_detection: expect.any(Object) }),
        output: { format: { type: 'audio/pcm', rate: 24000 }, voice: 'joe', speed: 1 },
      },
    }),
  });
  const { expires_at } = body as { expires_at: number };
  expect(expires_at).toBeGreaterThanOrEqual(before + 60);
  expect(expires_at).toBeLessThanOrEqual(Date.now() / 1000 + 60);
});

it('needs no body', async () => {
  await start();
  expect(await create()).toMatchObject({ status: 200, body: { session: { model: 'acme/one' } } });
});

it.each<[string, unknown, object]>([
  [
    'a life too short',
    { expires_after: { seconds: 9 } },
    { code: 'invalid_value', param: 'expires_after.seconds' },
  ],
  [
    'a life too long',
    { expires_after: { seconds: 7201 } },
    { code: 'invalid_value', param: 'expires_after.seconds' },
  ],
  [
    'another anchor',
    { expires_after: { anchor: 'now' } },
    { code: 'invalid_value', param: 'expires_after.anchor' },
  ],
  ['an unknown parameter', { more: 1 }, { code: 'unknown_parameter', param: 'more' }],
  ['a session without type', { session: {} }, { code: 'missing_required_parameter', param: 'session.type' }],
  [
    'an unknown parameter of the session',
    { session: { type: 'realtime', voice: 'joe' } },
    { code: 'unknown_parameter', param: 'session.voice' },
  ],
  [
    'what is not supported',
    { session: { type: 'realtime', include: ['item.input_audio_transcription.logprobs'] } },
    { code: 'unsupported_value', param: 'session.include[0]' },
  ],
  [
    'a tool choice without its tool',
    { session: { type: 'realtime', tool_choice: { type: 'function', name: 'f' } } },
    { code: 'invalid_value', param: 'session.tool_choice' },
  ],
])('answers %s with an error that names the parameter', async (_name, body, error) => {
  await start();
  expect(await create(body)).toMatchObject({
    status: 400,
    body: { error: { type: 'invalid_request_error', ...error } },
  });
});

it('opens sessions as they were configured, again and again', async () => {
  await start();
  const value = valueOf(await create({ session }));
  for (const query of ['', '?model=acme/two']) {
    const client = await connect(value, query);
    expect(await client.event(0)).toMatchObject({ type: 'session.created' });
    client.socket.terminate();
  }
  expect(rest.sessions.sessions).toHaveLength(2);
  for (const { init } of rest.sessions.sessions) {
    expect(init).toMatchObject({ model: 'acme/two', sessionPatch: session });
  }
});

it('takes the model of the address where the secret names none, else the default', async () => {
  await start();
  const value = valueOf(await create({ session: { type: 'realtime', instructions: 'Be brief.' } }));
  for (const query of ['?model=acme/three', '']) {
    const client = await connect(value, query);
    await client.event(0);
    client.socket.terminate();
  }
  expect(rest.sessions.sessions.map(({ init }) => init.model)).toEqual(['acme/three', 'acme/one']);
});

it('is bound to its model', async () => {
  await start();
  const client = await connect(valueOf(await create({ session })), '?model=acme/other');
  expect(await client.close()).toEqual({ code: 4000, reason: 'invalid_request_error.invalid_model' });
});

it('does not open what is remembered of another session', async () => {
  await start();
  const client = await connect(valueOf(await create({ session })), '?parley=1&memory_of=sess_1');
  expect(await client.close()).toEqual({
    code: 4000,
    reason: 'invalid_request_error.insufficient_permissions',
  });
  expect(rest.sessions.sessions).toEqual([]);
});

it('shares the name of its key, and may do nothing but hold sessions', async () => {
  await start();
  const value = valueOf(await create());
  const [mine, its] = [await connect(key, '?model=m'), await connect(value)];
  await Promise.all([mine.event(0), its.event(0)]);
  const [one, two] = rest.sessions.sessions;
  expect(one?.init.keyId).toBe(two?.init.keyId);
  for (const client of [mine, its]) client.socket.terminate();
  expect(await create({}, value)).toMatchObject({
    status: 403,
    body: { error: { code: 'insufficient_permissions' } },
  });
  const models = await rest.call('/v1/models', { headers: { authorization: `Bearer ${value}` } });
  expect(models.status).toBe(403);
});

it.each([
  ['a key is needed', {}],
  ['any key will do', { PARLEY_API_KEYS: '' }],
])('refuses a secret that is not known, where %s', async (_name, environment) => {
  await start(environment);
  const client = await connect('ek_0123456789abcdef', '?model=m');
  expect((await client.close()).code).toBe(3000);
});

it('works where any key will do', async () => {
  await start({ PARLEY_API_KEYS: '' });
  const client = await connect(valueOf(await create({ session })));
  expect(await client.event(0)).toMatchObject({ type: 'session.created' });
  client.socket.terminate();
});

it('ends with its key', async () => {
  await start();
  const value = valueOf(await create({ session }));
  await rest.stop();
  await start({ PARLEY_API_KEYS: 'another' });
  expect((await (await connect(value)).close()).code).toBe(3000);
});

it('says so when Redis is away', async () => {
  await start({ REDIS_URL: 'redis://127.0.0.1:1' });
  const answer = await create({ session });
  expect(answer).toMatchObject({ status: 503, body: { error: { code: 'state_unavailable' } } });
  expect(answer.headers.get('retry-after')).toBe('5');
});

it('a secret that a token made ends with the token', async () => {
  const secret = randomUUID();
  await start({ PARLEY_JWT_SECRET: secret });
  const endS = Math.floor(Date.now() / 1000) + 30;
  const signed = [{ alg: 'HS256' }, { sub: 'ann', exp: endS }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const token = `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  const made = await create({ expires_after: { anchor: 'created_at', seconds: 600 } }, token);
  expect(made).toMatchObject({ status: 200, body: { expires_at: endS } });
  const generated = await rest.call('/auth/v1/tokens/token:generate', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: {},
  });
  expect(generated).toMatchObject({
    status: 200,
    body: { expirationTime: new Date(endS * 1000).toISOString() },
  });
});
