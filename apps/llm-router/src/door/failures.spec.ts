import OpenAI from 'openai';
import { openDoor, type OpenDoor } from '../testing/open-door';
import { beginEvents, chunk, sendEvent, WireServer, type Respond } from '../testing/wire-server';

const messages = [{ role: 'user', content: 'Hi' }];

interface Reply {
  readonly status: number;
  readonly body: { readonly error?: unknown; readonly choices?: readonly unknown[] };
}

async function ask({ url }: OpenDoor, body: object): Promise<Reply> {
  const response = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ messages, ...body }),
  });
  return { status: response.status, body: (await response.json()) as Reply['body'] };
}

const answers: Respond = (response) => {
  beginEvents(response);
  sendEvent(response, chunk({ content: 'Fine.' }));
  sendEvent(response, chunk({}, 'stop'));
  response.end('data: [DONE]\n\n');
};

const refuses =
  (status: number, body: object): Respond =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

const upstreams: WireServer[] = [];
const doors: OpenDoor[] = [];

async function upstream(respond: Respond): Promise<{ readonly server: WireServer; readonly url: string }> {
  const server = new WireServer();
  server.respond = respond;
  upstreams.push(server);
  return { server, url: await server.start() };
}

async function open(env: Readonly<Record<string, string>>): Promise<OpenDoor> {
  const door = await openDoor({ env });
  doors.push(door);
  return door;
}

afterEach(async () => {
  await Promise.all(doors.splice(0).map((door) => door.close()));
  await Promise.all(upstreams.splice(0).map((server) => server.stop()));
});

const fine = { status: 200, body: { choices: [{ message: { content: 'Fine.' } }] } };

it('one client’s unsafe prompt shuts no provider for the others, and tells nobody whose key it is', async () => {
  const unsafe = refuses(403, {
    code: 'The caller does not have permission to execute the specified operation',
    error: 'Content violates usage guidelines. Team: t9, API key ID: k9, Failed check: SAFETY_CHECK_TYPE_BIO',
  });
  const { server, url } = await upstream((response, request) =>
    (JSON.stringify(request.body).includes('BAD') ? unsafe : answers)(response, request),
  );
  const door = await open({ XAI_API_KEY: 'k1,k2', XAI_BASE_URL: url });
  const { status, body } = await ask(door, {
    model: 'xai/grok-4',
    messages: [{ role: 'user', content: 'BAD' }],
  });
  expect(status).toBe(400);
  expect(body.error).toMatchObject({ code: 'request_refused' });
  expect(JSON.stringify(body)).toContain('SAFETY_CHECK_TYPE_BIO');
  expect(JSON.stringify(body)).not.toMatch(/t9|k9/);
  expect(server.requests).toHaveLength(1);
  expect(await ask(door, { model: 'xai/grok-4' })).toMatchObject(fine);
});

describe('a refusal of an answer in a format', () => {
  const format = {
    type: 'json_schema',
    json_schema: { name: 'x', schema: { type: 'object' }, strict: true },
  };
  const request = { model: 'openai/gpt-4.1', response_format: format };
  const declines: Respond = (response) => {
    beginEvents(response);
    sendEvent(response, chunk({ role: 'assistant', content: '', refusal: null }));
    for (const refusal of ['I am sorry,', ' I cannot.']) sendEvent(response, chunk({ refusal }));
    sendEvent(response, chunk({}, 'stop'));
    response.end('data: [DONE]\n\n');
  };

  it('is told as one', async () => {
    const { url } = await upstream(declines);
    const door = await open({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: url });
    expect(await ask(door, request)).toMatchObject({
      status: 200,
      body: {
        choices: [{ finish_reason: 'stop', message: { content: null, refusal: 'I am sorry, I cannot.' } }],
      },
    });
  });

  it('is told as one in a stream', async () => {
    const { url } = await upstream(declines);
    const door = await open({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: url });
    const openai = new OpenAI({ baseURL: door.url, apiKey: 'x' });
    const stream = openai.chat.completions.stream({
      model: request.model,
      messages: [{ role: 'user', content: 'Hi' }],
    });
    expect((await stream.finalMessage()).refusal).toBe('I am sorry, I cannot.');
  });
});

it('a full minute of one model holds back no other of the provider', async () => {
  const message =
    'Rate limit reached for model `x` on tokens per minute. Please try again in 9s. Upgrade at https://console.groq.com/settings/billing';
  const full = refuses(429, { error: { message, type: 'tokens', code: 'rate_limit_exceeded' } });
  const { url } = await upstream((response, request) =>
    (request.body['model'] === 'large' ? full : answers)(response, request),
  );
  const door = await open({ GROQ_API_KEY: 'k', GROQ_BASE_URL: url });
  expect(await ask(door, { model: 'groq/large' })).toMatchObject({
    status: 429,
    body: { error: { code: 'rate_limited', type: 'rate_limit_exceeded' } },
  });
  expect(await ask(door, { model: 'groq/small' })).toMatchObject(fine);
});

const unreadable = {
  error: {
    message: 'Failed to call a function.',
    type: 'invalid_request_error',
    code: 'tool_use_failed',
    status_code: 400,
  },
};

it.each<[string, Respond]>([
  ['is too large for a model', refuses(413, { error: { message: 'Request too large for model `x`.' } })],
  ['wants a format that one model lacks', refuses(400, { error: { message: 'This type is unavailable.' } })],
  ['makes a model write a call that nobody can read', refuses(400, unreadable)],
  [
    'makes it write one in mid-stream',
    (response) => {
      beginEvents(response);
      sendEvent(response, unreadable, 'error');
      response.end();
    },
  ],
])('the next model is asked where a request %s', async (_, respond) => {
  const [first, second] = [await upstream(respond), await upstream(answers)];
  const env = {
    GROQ_API_KEY: 'k',
    GROQ_BASE_URL: first.url,
    OPENAI_API_KEY: 'k',
    OPENAI_BASE_URL: second.url,
  };
  const door = await open(env);
  expect(await ask(door, { models: ['groq/x', 'openai/gpt-4.1-mini'] })).toMatchObject(fine);
  expect([first, second].map(({ server }) => server.requests.length)).toEqual([1, 1]);
});
