import { v1 } from '@parley/contracts';
import { waitFor } from '@parley/testing';
import { answering, serveWorker } from '../../doors/testing';
import { startRest, type TestRest } from '../test-support';

let rest: TestRest;
let bodies: string[];
let gone: number;
beforeEach(async () => {
  rest = await startRest({ PARLEY_API_KEYS: 'sk-one' });
  bodies = [];
  gone = 0;
});
afterEach(() => rest.stop());

const post = (body: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${rest.port}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk-one', 'content-type': 'application/json' },
    body,
    ...init,
  });

/** Plays llm-router: says this to every request. */
const serve = (outputs: readonly Omit<v1.ChatOutput.$Properties, 'request'>[], worker?: string) =>
  serveWorker(
    rest.bus,
    'chat',
    answering(
      (body) => {
        bodies.push(body);
        return outputs;
      },
      () => (gone += 1),
    ),
    worker,
  );

const head = { status: 200, contentType: 'text/event-stream; charset=utf-8' };
const end = v1.ChatEnd.CHAT_WHOLE;

it('hands the body on as it is, and the reply back', async () => {
  await serve([
    { head, body: Buffer.from('data: {"a":1}\n\n') },
    { body: Buffer.from('data: [DONE]\n\n'), usage: { attempts: [] }, end },
  ]);
  const asked = `{"model":"m","messages":[{"role":"user","content":"${'long '.repeat(200_000)}"}]}`;
  const response = await post(asked);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, head.contentType]);
  expect(await response.text()).toBe('data: {"a":1}\n\ndata: [DONE]\n\n');
  expect(bodies).toEqual([asked]);
});

it('carries many at a time over one line, also long replies to slow readers', async () => {
  const piece = Buffer.alloc(16_000, 'x');
  const pieces = Array.from({ length: 15 }, () => ({ body: piece }));
  await serve([{ head, body: piece }, ...pieces, { end }]);
  // The line is there: what opens it is not to wait behind the others.
  await (await post('{}')).text();
  const texts = await Promise.all(
    Array.from({ length: 40 }, async () => (await (await post('{}')).text()).length),
  );
  expect(texts).toEqual(Array.from({ length: 40 }, () => 16 * 16_000));
}, 120_000);

it('answers pages too, so that their browser lets them read it', async () => {
  await serve([{ head, body: Buffer.from('data: [DONE]\n\n'), end }]);
  const page = { authorization: 'Bearer sk-one', origin: 'https://page.example' };
  const response = await post('{}', { headers: page });
  expect(await response.text()).toBe('data: [DONE]\n\n');
  expect(response.headers.get('access-control-allow-origin')).toBe('https://page.example');
});

it('hands errors back with their status', async () => {
  const error = Buffer.from('{"error":{"message":"m"}}');
  await serve([{ head: { status: 429, contentType: 'application/json', retryAfterS: 7 }, body: error, end }]);
  const response = await post('{}');
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
  expect(await response.json()).toEqual({ error: { message: 'm' } });
});

it('cuts a reply off that will not be whole', async () => {
  await serve([{ head, body: Buffer.from('data: {}\n\n') }, { end: v1.ChatEnd.CHAT_BROKEN }]);
  const response = await post('{}');
  await expect(response.text()).rejects.toThrow('terminated');
});

it('cancels when the client goes', async () => {
  await serve([{ head, body: Buffer.from('data: {}\n\n') }]);
  const abort = new AbortController();
  const response = await post('{}', { signal: abort.signal });
  expect(response.status).toBe(200);
  expect(gone).toBe(0);
  abort.abort();
  await waitFor('the cancel', 20_000, () => gone === 1);
});

it('goes on with another llm-router when one is lost before it answers or stops', async () => {
  const worker = await serve([], 'one');
  const waiting = post('{}');
  await waitFor('the request', 20_000, () => bodies.length === 1);
  await serve([{ head, body: Buffer.from('second'), end }], 'two');
  await worker.drain(0);
  expect(await (await waiting).text()).toBe('second');
  expect(await (await post('{}')).text()).toBe('second');
});

it('turns away what there is no room for, and has room again once it is over', async () => {
  const megabytes = (count: number) => 'x'.repeat(count * 1024 * 1024);
  await rest.stop();
  rest = await startRest({ PARLEY_API_KEYS: 'sk-one', PARLEY_MAX_CHAT_BODY_BYTES: String(20 * 1024 * 1024) });
  await serve([{ head, body: Buffer.from('data: {}\n\n') }]);
  const abort = new AbortController();
  const held = await post(megabytes(15), { signal: abort.signal });
  const refused = await post(megabytes(10));
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await refused.json()).toMatchObject({ error: { type: 'server_error', code: 'server_overloaded' } });
  const metrics = await (await fetch(`http://127.0.0.1:${rest.port}/metrics`)).text();
  expect(metrics).toMatch(/^parley_chat_body_bytes\S* 15728640$/m);
  expect(metrics).toMatch(/^parley_chat_bodies_refused_total\S* 1$/m);
  expect(held.status).toBe(200);
  abort.abort();
  await waitFor('the cancel', 20_000, () => gone === 1);
  const next = new AbortController();
  await waitFor('room', 20_000, async () => {
    const { status } = await post(megabytes(10), { signal: next.signal });
    return status === 200;
  });
  next.abort();
});

it('needs a key, a router and a body that is not too large', async () => {
  expect((await post('{}', { headers: {} })).status).toBe(401);
  const nobody = await post('{}');
  expect([nobody.status, await nobody.json()]).toMatchObject([503, { error: { code: 'llm_unavailable' } }]);
  await serve([{ head, end }]);
  expect((await post('x'.repeat(21 * 1024 * 1024))).status).toBe(413);
});

it('hands nothing on that has too many values, and asks nobody else the same', async () => {
  await serve([{ head, end }]);
  const refused = await post(`{"messages":[${'0,'.repeat(60_000)}0]}`);
  expect([refused.status, await refused.json()]).toMatchObject([400, { error: { code: 'invalid_value' } }]);
  expect(bodies).toEqual([]);
  // Images are long, and one value.
  expect((await post(`{"url":"${',['.repeat(60_000)}"}`)).status).toBe(200);
});
