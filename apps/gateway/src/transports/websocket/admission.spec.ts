import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { digestOf, newKeyText } from '@parley/state';
import { storedKey, type TestAdmissionOptions } from '@parley/admission/test-support';
import type { WebSocketOptions } from './gateway';
import { bearer, dial, eventually, refused, startGateway, type TestGateway } from './test-support';

let target: TestGateway;
const start = async (
  admission: TestAdmissionOptions = {},
  options: Partial<WebSocketOptions> = {},
): Promise<TestGateway> => (target = await startGateway(options, admission));
afterEach(() => target.stop());

const withProtocols = (...protocols: string[]) => ({ headers: {}, protocols });

it.each([
  ['a bearer token', { headers: bearer }],
  ['an api-key header', { headers: { 'api-key': 'test-key' } }],
  ['a subprotocol', withProtocols('realtime', 'openai-insecure-api-key.test-key')],
  ['a bearer token with another beta header', { headers: { ...bearer, 'openai-beta': 'assistants=v2' } }],
  ['no v1', { path: '/realtime?model=m' }],
  ['a client for Azure', { path: '/openai/v1/realtime?model=m', headers: { 'api-key': 'test-key' } }],
  [
    'one for its older API',
    { path: '/openai/realtime?api-version=2025&deployment=m', headers: { 'api-key': 'test-key' } },
  ],
  ['a trailing slash and unknown parameters', { path: '/v1/realtime/?x=1&model=m' }],
])('admits %s', async (_name, options) => {
  const { port, sessions } = await start();
  const client = await dial(port, options);
  expect((await client.event(0)).type).toBe('session.created');
  expect(sessions.sessions[0]?.init).toMatchObject({
    model: 'm',
    keyId: expect.stringMatching(/^[0-9a-f]{12}$/),
  });
  client.socket.terminate();
});

it.each(['//', 'http://[', 'http://:99999/v1/realtime'])(
  'answers the address %j, which is none, and lives on',
  async (address) => {
    const { port } = await start();
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `GET ${address} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n\r\n`,
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 404 /);
    socket.destroy();
    const client = await dial(port);
    expect((await client.event(0)).type).toBe('session.created');
    client.socket.terminate();
  },
);

it.each([
  ['the query', { path: '/v1/realtime?model=m&parley=1' }],
  ['a header', { headers: { ...bearer, 'x-parley-extensions': '1' } }],
])('hands on that a client asked for extension events by %s', async (_name, options) => {
  const { port, sessions } = await start();
  const client = await dial(port, options);
  await client.event(0);
  expect(sessions.sessions[0]?.init.extensions).toBe(true);
  client.socket.terminate();
});

it('answers the subprotocol realtime only when it was offered', async () => {
  const { port } = await start();
  const browser = await dial(
    port,
    withProtocols('openai-insecure-api-key.test-key', 'realtime', 'openai-agents-sdk.1'),
  );
  expect(browser.socket.protocol).toBe('realtime');
  const plain = await dial(port);
  expect(plain.socket.protocol).toBe('');
  browser.socket.terminate();
  plain.socket.terminate();
});

it('does not compress', async () => {
  const { port } = await start();
  const client = await dial(port, { perMessageDeflate: true });
  expect(client.socket.extensions).toBe('');
  client.socket.terminate();
});

it.each([
  ['a wrong key', { headers: { authorization: 'Bearer wrong' } }],
  ['a key with more behind it', { headers: { authorization: 'Bearer test-key2' } }],
  ['no key', { headers: {} }],
  ['a wrong key as subprotocol', withProtocols('realtime', 'openai-insecure-api-key.wrong')],
])('turns %s away with one error and 3000', async (_name, options) => {
  const { port, sessions } = await start();
  const client = await dial(port, options);
  expect(await client.close()).toEqual({ code: 3000, reason: 'invalid_request_error.invalid_api_key' });
  expect(client.events).toEqual([
    {
      type: 'error',
      event_id: expect.any(String),
      error: {
        type: 'invalid_request_error',
        code: 'invalid_api_key',
        message: expect.any(String),
        param: null,
        event_id: null,
      },
    },
  ]);
  expect(JSON.stringify(client.events)).not.toContain('wrong');
  expect(sessions.sessions).toEqual([]);
});

it.each([
  ['no model', { path: '/v1/realtime' }, 'missing_required_parameter', 'model'],
  ['another intent', { path: '/v1/realtime?intent=translation' }, 'invalid_value', 'intent'],
  ['a call', { path: '/v1/realtime?call_id=rtc_1' }, 'unsupported_parameter', 'call_id'],
  ['a huge model name', { path: `/v1/realtime?model=${'m'.repeat(257)}` }, 'invalid_model', 'model'],
])('turns %s away with one error and 4000', async (_name, options, code, param) => {
  const { port } = await start();
  const client = await dial(port, options);
  expect(await client.close()).toEqual({ code: 4000, reason: `invalid_request_error.${code}` });
  expect(client.events).toHaveLength(1);
  expect(client.events[0]).toMatchObject({ type: 'error', error: { code, param } });
});

it.each([
  ['', undefined],
  ['&model=whisper-1', { audio: { input: { transcription: { model: 'whisper-1' } } } }],
])('opens a transcription session by its intent%s', async (query, config) => {
  const { port, sessions } = await start();
  const client = await dial(port, { path: `/v1/realtime?intent=transcription${query}` });
  expect(await client.event(0)).toMatchObject({
    type: 'session.created',
    session: { type: 'transcription', object: 'realtime.transcription_session' },
  });
  const { init } = sessions.sessions[0]!;
  expect(init).toMatchObject({ type: 'transcription', model: '' });
  expect(init.sessionPatch).toEqual(config && { type: 'transcription', ...config });
  client.socket.terminate();
});

it('with no keys configured takes any key, and none', async () => {
  const { port, sessions } = await start({ apiKeys: [] });
  const clients = [await dial(port), await dial(port, { headers: {} })];
  await Promise.all(clients.map((client) => client.event(0)));
  expect(sessions.sessions.map((session) => session.init.keyId)).toEqual([
    expect.stringMatching(/^[0-9a-f]{12}$/),
    'anonymous',
  ]);
  for (const client of clients) client.socket.terminate();
});

it('refuses other paths with 404 and a JSON error', async () => {
  const { port } = await start();
  const { status, body } = await refused(port, { path: '/v1/other?model=m' });
  expect(status).toBe(404);
  expect(JSON.parse(body)).toEqual({
    error: { type: 'invalid_request_error', code: 'invalid_value', param: null, message: expect.any(String) },
  });
});

it.each<[string, TestAdmissionOptions, string]>([
  ['any page with keys', {}, 'https://app.example'],
  ['a listed page', { allowedOrigins: ['https://app.example'] }, 'https://app.example'],
  ['a page of loopback without keys', { apiKeys: [] }, 'http://localhost:3000'],
  ['any page when all are allowed', { apiKeys: [], allowedOrigins: ['*'] }, 'https://evil.example'],
])('lets %s connect', async (_name, options, origin) => {
  const { port } = await start(options);
  const client = await dial(port, { origin });
  expect((await client.event(0)).type).toBe('session.created');
  client.socket.terminate();
});

it.each<[string, TestAdmissionOptions, string]>([
  ['a page not listed', { allowedOrigins: ['https://app.example'] }, 'https://evil.example'],
  ['another page than loopback without keys', { apiKeys: [] }, 'https://evil.example'],
  ['a name that only looks like loopback', { apiKeys: [] }, 'http://127.0.0.1.evil.example'],
  ['an opaque origin without keys', { apiKeys: [] }, 'null'],
])('refuses %s with 403', async (_name, options, origin) => {
  const { port } = await start(options);
  expect((await refused(port, { origin })).status).toBe(403);
});

it.each([
  ['in all', { total: 2, perAddress: 0 }, 0, 503, 'server_overloaded'],
  ['for a key', { total: 9, perAddress: 0 }, 2, 429, 'rate_limit_exceeded'],
  ['for an address', { total: 9, perAddress: 2 }, 0, 429, 'rate_limit_exceeded'],
])('limits connections %s, and gives places back', async (_name, limits, maxSessions, status, code) => {
  const { port, gateway } = await start({ limits: { maxSessions, requestsPerSecond: 0 } }, { limits });
  const [one, two] = [await dial(port), await dial(port)];
  const answer = await refused(port);
  expect(answer).toMatchObject({ status, headers: { 'retry-after': '5' } });
  expect(JSON.parse(answer.body)).toMatchObject({ error: { code } });
  one.socket.terminate();
  await eventually(() => gateway.connections === 1);
  const three = await dial(port);
  for (const client of [two, three]) client.socket.terminate();
});

it('gives the place of an upgrade that is no WebSocket back', async () => {
  const { port, gateway } = await start({}, { limits: { total: 50, perAddress: 0 } });
  const attempt = async (): Promise<number | undefined> => {
    const headers = { ...bearer, connection: 'upgrade', upgrade: 'websocket' };
    const sent = request({ port, path: '/v1/realtime?model=m', headers }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    return response.statusCode;
  };
  for (let round = 0; round < 3; round++) {
    const statuses = await Promise.all(Array.from({ length: 50 }, attempt));
    expect(statuses).toEqual(Array.from({ length: 50 }, () => 400));
    await eventually(() => gateway.connections === 0);
  }
  const client = await dial(port);
  expect((await client.event(0)).type).toBe('session.created');
  client.socket.terminate();
});

it('refuses new sessions while it has no time for them, and leaves those it has alone', async () => {
  const { port } = await start({ limits: { maxSessions: 0, requestsPerSecond: 0 } }, { maxBusy: -1 });
  const clients = await Promise.all(Array.from({ length: 20 }, () => dial(port)));
  await Promise.all(clients.map((client) => client.event(0)));
  const { status, headers, body } = await refused(port);
  expect(status).toBe(503);
  expect(headers['retry-after']).toBe('5');
  expect(JSON.parse(body)).toMatchObject({ error: { code: 'server_overloaded' } });
  expect(clients.map(({ closed }) => closed)).toEqual(clients.map(() => undefined));
  for (const client of clients) client.socket.terminate();
});

it('ends the connections of a key that is revoked: an error, then a close that says the same', async () => {
  const text = newKeyText();
  const held = new Map([[digestOf(text), storedKey()]]);
  let nowMs = 0;
  const { port, sessions } = await start(
    { keys: { find: async (digest) => held.get(digest) }, now: { epochMs: () => nowMs } },
    { keyCheckMs: 10 },
  );
  const client = await dial(port, { headers: { authorization: `Bearer ${text}` } });
  const other = await dial(port);
  expect((await client.event(0)).type).toBe('session.created');
  held.clear();
  nowMs = 10_000;
  expect(await client.event(1)).toMatchObject({
    type: 'error',
    error: { type: 'invalid_request_error', code: 'invalid_api_key' },
  });
  expect(await client.close()).toEqual({ code: 3000, reason: 'invalid_request_error.invalid_api_key' });
  await eventually(() => sessions.sessions[0]?.closeCode === 3000);
  expect(sessions.active).toBe(1);
  other.socket.terminate();
});
