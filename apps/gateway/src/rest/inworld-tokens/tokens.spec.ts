import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { signatureOf } from '../../admission/signed-request';
import { TestClient } from '../../transports/websocket/test-support';
import { startRest, type TestRest } from '../test-support';

let rest: TestRest;
beforeAll(async () => {
  rest = await startRest({ PARLEY_API_KEYS: 'sk-one,portal:its-secret' });
});
afterAll(() => rest.stop());

function signed(secret: string, nonce: string = randomUUID().slice(0, 11)): string {
  const datetime = new Date().toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  const parts = [datetime, 'api-engine.inworld.ai', 'ai.inworld.engine.WorldEngine/GenerateToken', nonce];
  const signature = signatureOf(secret, parts).toString('hex');
  return `IW1-HMAC-SHA256 ApiKey=portal,DateTime=${datetime},Nonce=${nonce},Signature=${signature}`;
}

const generate = (authorization: string) =>
  rest.call('/auth/v1/tokens/token:generate', {
    method: 'POST',
    headers: { authorization },
    body: { key: 'portal', resources: ['workspaces/default-workspace'] },
  });

it.each([
  ['a signature', () => signed('its-secret')],
  ['key and secret', () => `Basic ${Buffer.from('portal:its-secret').toString('base64')}`],
  ['a key', () => 'Bearer sk-one'],
])('makes a token for %s, which opens sessions', async (_name, authorization) => {
  const { status, body } = await generate(authorization());
  expect(status).toBe(200);
  expect(body).toEqual({
    token: expect.any(String),
    type: 'Bearer',
    expirationTime: expect.any(String),
    sessionId: expect.stringMatching(/^default:/),
  });
  const { token, expirationTime } = body as { token: string; expirationTime: string };
  expect(Date.parse(expirationTime)).toBeGreaterThan(Date.now() + 3_500_000);
  const client = new TestClient(
    new WebSocket(`ws://127.0.0.1:${rest.port}/v1/realtime?model=m&token=${token}`),
  );
  expect((await client.event(0)).type).toBe('session.created');
  client.socket.terminate();
  expect((await generate(`Bearer ${token}`)).status).toBe(403);
});

it('takes a signature once', async () => {
  const authorization = signed('its-secret');
  expect((await generate(authorization)).status).toBe(200);
  expect(await generate(authorization)).toMatchObject({
    status: 401,
    body: { error: { code: 'invalid_api_key' } },
  });
});

it.each([
  ['a wrong signature', signed('other')],
  ['half a header', 'IW1-HMAC-SHA256 ApiKey=portal'],
  ['a wrong key', 'Bearer sk-two'],
])('refuses %s', async (_name, authorization) => {
  expect(await generate(authorization)).toMatchObject({
    status: 401,
    body: { error: { code: 'invalid_api_key' } },
  });
});
