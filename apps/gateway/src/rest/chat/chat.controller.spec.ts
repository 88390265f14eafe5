import { encode, decode, v1 } from '@parley/contracts';
import { waitFor } from '@parley/testing';
import { serveWorker } from '../../doors/testing';
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

/** Plays llm-router: sends these once the request is whole. `open`: and goes on. */
const serve = (outputs: v1.ChatOutput.$Properties[], open = false) =>
  serveWorker(rest.bus, 'chat', ({ stream }) => {
    let body = '';
    return {
      onFrame: ({ payload }) => (body += Buffer.from(decode(v1.ChatInput, payload).body).toString()),
      onEnd: () => {
        bodies.push(body);
        for (const output of outputs) stream.send(encode(v1.ChatOutput, output));
        if (!open) stream.close();
      },
      onClose: () => (gone += 1),
    };
  });

const head = { status: 200, contentType: 'text/event-stream; charset=utf-8' };

it('hands the body on as it is, and the reply back', async () => {
  await serve([
    { head },
    { body: Buffer.from('data: {"a":1}\n\n') },
    { usage: { inputTokens: 3, outputTokens: 4 } },
    { body: Buffer.from('data: [DONE]\n\n') },
  ]);
  const asked = `{"model":"m","messages":[{"role":"user","content":"${'long '.repeat(200_000)}"}]}`;
  const response = await post(asked);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, head.contentType]);
  expect(await response.text()).toBe('data: {"a":1}\n\ndata: [DONE]\n\n');
  expect(bodies).toEqual([asked]);
});

it('hands errors back with their status', async () => {
  await serve([
    { head: { status: 429, contentType: 'application/json', retryAfterS: 7 } },
    { body: Buffer.from('{"error":{"message":"m"}}') },
  ]);
  const response = await post('{}');
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
  expect(await response.json()).toEqual({ error: { message: 'm' } });
});

it('cancels when the client goes', async () => {
  await serve([{ head }, { body: Buffer.from('data: {}\n\n') }], true);
  const abort = new AbortController();
  const response = await post('{}', { signal: abort.signal });
  expect(response.status).toBe(200);
  expect(gone).toBe(0);
  abort.abort();
  await waitFor('the cancel', 20_000, () => gone === 1);
});

it('needs a key, a router and a body that is not too large', async () => {
  expect((await post('{}', { headers: {} })).status).toBe(401);
  const nobody = await post('{}');
  expect([nobody.status, await nobody.json()]).toMatchObject([503, { error: { code: 'llm_unavailable' } }]);
  await serve([{ head }]);
  expect((await post('x'.repeat(21 * 1024 * 1024))).status).toBe(413);
});
