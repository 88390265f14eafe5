import { Controller, Post } from '@nestjs/common';
import { z } from 'zod';
import { Needs } from './access';
import { JsonBody } from './json-body';
import { serveModels, startRest, type TestRest } from './test-support';

const schema = z.strictObject({ text: z.string(), inner: z.object({ count: z.int() }).optional() });

@Controller('test')
class TestController {
  @Post('echo')
  echo(@JsonBody({ schema, limitBytes: 1_000 }) body: z.output<typeof schema>): object {
    return body;
  }

  @Post('wide')
  wide(@JsonBody({ schema }) body: z.output<typeof schema>): object {
    return body;
  }

  @Needs('public')
  @Post('open')
  open(): object {
    return { open: true };
  }

  @Post('broken')
  broken(): object {
    throw new Error('a secret of the inside');
  }
}

let rest: TestRest;
const start = async (environment: Record<string, string> = {}): Promise<TestRest> =>
  (rest = await startRest({ PARLEY_API_KEYS: 'sk-one', ...environment }, [TestController]));
afterEach(() => rest.stop());

const bearer = { authorization: 'Bearer sk-one' };
const post = (path: string, body: unknown, headers: Record<string, string> = bearer) =>
  rest.call(path, { method: 'POST', headers, body });

const models = [
  {
    ...{ id: 'acme/one', provider: 'acme', available: true },
    ...{ contextTokens: 4096, tools: true, images: false },
  },
  {
    id: 'acme/two',
    provider: 'acme',
    available: true,
    contextTokens: 0,
    tools: false,
    images: true,
    maxOutputTokens: 512,
    reasoning: true,
    price: { input: 0.4, cachedInput: 0.1, output: 1.6 },
    retiresOn: '2030-01-31',
  },
];

it('lists the models that the router has, for OpenAI and for Inworld', async () => {
  await start();
  await serveModels(rest.bus, models);
  expect((await rest.call('/v1/models', { headers: bearer })).body).toEqual({
    object: 'list',
    data: [
      {
        ...{ id: 'acme/one', object: 'model', created: expect.any(Number), owned_by: 'acme' },
        ...{ available: true, tools: true, reasoning: false, context_length: 4096 },
        ...{ input_modalities: ['text'], output_modalities: ['text'] },
      },
      {
        ...{ id: 'acme/two', object: 'model', created: expect.any(Number), owned_by: 'acme' },
        ...{ available: true, tools: false, reasoning: true, max_output_tokens: 512 },
        ...{ input_modalities: ['text', 'image'], output_modalities: ['text'] },
        pricing: { input: 0.4, cachedInput: 0.1, output: 1.6 },
        retires_on: '2030-01-31',
      },
    ],
  });
  const whole = (await rest.call('/v1/models?all=true', { headers: bearer })).body as {
    data: { id: string; available: boolean }[];
  };
  expect(whole.data.map(({ id, available }) => [id, available])).toEqual([
    ['acme/one', true],
    ['acme/two', true],
    ['other/model', false],
  ]);
  expect(await rest.call('/v1/models?all=maybe', { headers: bearer })).toMatchObject({
    status: 400,
    body: { error: { param: 'all' } },
  });
  for (const path of ['/v1/models/acme/two', '/v1/models/acme%2Ftwo']) {
    expect((await rest.call(path, { headers: bearer })).body).toMatchObject({
      id: 'acme/two',
      object: 'model',
    });
  }
  expect((await rest.call('/llm/v1alpha/models', { headers: bearer })).body).toMatchObject({
    models: [
      {
        model: 'one',
        provider: 'acme',
        spec: { contextLength: 4096, inputModalities: ['text'], capabilities: { functionCalling: true } },
      },
      {
        model: 'two',
        provider: 'acme',
        spec: { maxOutputTokens: 512, inputModalities: ['text', 'image'], capabilities: { reasoning: true } },
        pricing: { input: 0.4, cachedInput: 0.1, output: 1.6 },
        retiresOn: '2030-01-31',
      },
    ],
  });
  expect((await rest.call('/v1/models/gpt-realtime-mini', { headers: bearer })).body).toMatchObject({
    id: 'gpt-realtime-mini',
    object: 'model',
    alias_of: 'acme/one',
    owned_by: 'acme',
  });
  expect(await rest.call('/v1/models/acme/none', { headers: bearer })).toMatchObject({
    status: 404,
    body: { error: { type: 'invalid_request_error', code: 'model_not_found', param: 'model' } },
  });
});

it('serves the playground to anybody, with a policy that lets it reach nothing else', async () => {
  await start();
  const page = await rest.call('/playground');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  expect((await rest.call('/playground/style.css')).headers.get('content-type')).toContain('text/css');
  for (const path of ['/playground/none', '/playground/..%2findex.js', '/playground/wire.spec.js'])
    expect((await rest.call(path)).status).toBe(404);
});

it('serves no playground where the operator has none', async () => {
  await start({ PARLEY_PLAYGROUND: '0' });
  for (const path of ['/playground', '/playground/main.js']) expect((await rest.call(path)).status).toBe(404);
});

it('says so when no router answers', async () => {
  await start();
  const answer = await rest.call('/v1/models', { headers: bearer });
  expect(answer).toMatchObject({
    status: 503,
    body: { error: { type: 'server_error', code: 'llm_unavailable' } },
  });
  expect(answer.headers.get('retry-after')).toBe('1');
});

it.each<[string, Record<string, string>]>([
  ['no key', {}],
  ['a wrong key', { authorization: 'Bearer sk-two' }],
])('answers %s with 401', async (_name, headers) => {
  await start();
  for (const path of ['/v1/models', '/v1/models/x', '/llm/v1alpha/models']) {
    expect(await rest.call(path, { headers })).toMatchObject({
      status: 401,
      body: { error: { type: 'invalid_request_error', code: 'invalid_api_key', param: null } },
    });
  }
  expect((await post('/test/echo', { text: '' }, headers)).status).toBe(401);
});

it('lets anyone use what is public', async () => {
  await start();
  expect(await post('/test/open', {}, {})).toMatchObject({ status: 201, body: { open: true } });
});

it.each<[string, unknown, number, object]>([
  ['a body that is missing', undefined, 400, { code: 'missing_required_parameter', param: 'text' }],
  ['a wrong type', { text: 1 }, 400, { code: 'invalid_type', param: 'text' }],
  [
    'a wrong type inside',
    { text: '', inner: { count: 'x' } },
    400,
    { code: 'invalid_type', param: 'inner.count' },
  ],
  ['an unknown parameter', { text: '', more: 1 }, 400, { code: 'unknown_parameter', param: 'more' }],
  ['a body that is no object', [], 400, { code: 'invalid_type' }],
  ['a body that is too large', { text: 'x'.repeat(1_000) }, 413, { code: 'invalid_value' }],
])('answers %s with a protocol error', async (_name, body, status, error) => {
  await start();
  expect(await post('/test/echo', body)).toMatchObject({
    status,
    body: { error: { type: 'invalid_request_error', ...error } },
  });
  expect((await post('/test/echo', { text: 'fine' })).body).toEqual({ text: 'fine' });
});

it('reads no body of too many values, nor one in an encoding in which they cannot be counted', async () => {
  await start();
  const send = (body: Uint8Array<ArrayBuffer>, charset: string) =>
    fetch(`http://127.0.0.1:${rest.port}/test/wide`, {
      method: 'POST',
      headers: { ...bearer, 'content-type': `application/json; charset=${charset}` },
      body,
    });
  const wide = `{"text":"","more":[${'0,'.repeat(200_000)}0]}`;
  const refused = await send(new TextEncoder().encode(wide), 'utf-8');
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    error: { code: 'invalid_value', param: null, message: expect.stringContaining('too many values') },
  });
  const other = await send(new Uint8Array(Buffer.from('{"text":""}', 'utf16le')), 'utf-16le');
  expect(other.status).toBe(400);
  expect((await send(new TextEncoder().encode('{"text":"ä"}'), 'UTF-8')).status).toBe(201);
});

it('answers malformed JSON with a protocol error', async () => {
  await start();
  const response = await fetch(`http://127.0.0.1:${rest.port}/test/echo`, {
    method: 'POST',
    headers: bearer,
    body: '{"text":',
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code: 'invalid_json', param: null } });
});

it('tells nothing of a fault of its own', async () => {
  await start();
  const answer = await post('/test/broken', {});
  expect(answer).toMatchObject({
    status: 500,
    body: { error: { type: 'server_error', code: 'server_error' } },
  });
  expect(JSON.stringify(answer.body)).not.toContain('secret');
});

it('measures requests by endpoint and status, not by what is in the address', async () => {
  await start();
  await serveModels(rest.bus, models);
  await rest.call('/v1/models/acme/one', { headers: bearer });
  await rest.call('/v1/models/acme/secret', { headers: bearer });
  await rest.call('/v1/models/acme/one');
  await rest.call('/v1/none', { headers: bearer });
  const page = await (await fetch(`http://127.0.0.1:${rest.port}/metrics`)).text();
  const counts = page.split('\n').filter((line) => line.startsWith('parley_rest_request_seconds_count'));
  const of = (route: string, status: string) =>
    counts
      .find((line) => line.includes(`route="${route}"`) && line.includes(`status="${status}"`))
      ?.split(' ')[1];
  expect([of('/v1/models/*id', '200'), of('/v1/models/*id', '404'), of('/v1/models/*id', '401')]).toEqual([
    '1',
    '1',
    '1',
  ]);
  expect(of('none', '404')).toBe('1');
  expect(page).not.toContain('secret');
});

it('answers what does not exist with 404', async () => {
  await start();
  expect(await rest.call('/v1/none', { headers: bearer })).toMatchObject({
    status: 404,
    body: { error: { type: 'invalid_request_error', message: expect.any(String) } },
  });
});

it.each(['/v1/responses', '/v1/responses/resp_1/cancel', '/v1/completions'])(
  'says which door there is in place of %s',
  async (path) => {
    await start();
    expect(await rest.call(path, { method: 'POST', headers: bearer, body: {} })).toMatchObject({
      status: 404,
      body: { error: { code: 'invalid_value', message: expect.stringContaining('/v1/chat/completions') } },
    });
  },
);

it('lets browsers in by CORS, and read where a call is', async () => {
  await start({ PARLEY_ALLOWED_ORIGINS: 'https://app.example' });
  const preflight = {
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization',
  };
  const options = (origin: string) =>
    rest.call('/v1/models', { method: 'OPTIONS', headers: { origin, ...preflight } });
  const allowed = await options('https://app.example');
  expect(allowed.status).toBe(204);
  expect(Object.fromEntries(allowed.headers)).toMatchObject({
    'access-control-allow-origin': 'https://app.example',
    'access-control-allow-headers': 'authorization',
    'access-control-expose-headers': expect.stringContaining('Location'),
    // A budget is set by PUT.
    'access-control-allow-methods': expect.stringMatching(/PUT.*PATCH.*DELETE/),
  });
  expect((await options('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  const refused = await rest.call('/v1/models', { headers: { ...bearer, origin: 'https://evil.example' } });
  expect(refused.status).toBe(403);
});

it('reads no half of a character from a body', async () => {
  await start();
  const { body } = await post('/test/echo', { text: 'party \ud83c' });
  expect(body).toEqual({ text: 'party \ufffd' });
});
