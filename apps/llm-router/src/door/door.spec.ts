import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText, jsonSchema, streamText, tool } from 'ai';
import OpenAI, { RateLimitError } from 'openai';
import { openDoor, type OpenDoor } from '../testing/open-door';
import { beginEvents, chunk, sendEvent, usage, WireServer } from '../testing/wire-server';
import { routerSchema } from '../routing/router';

const weather = {
  type: 'function',
  function: { name: 'weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } },
} as const;

describe('the OpenAI-compatible door', () => {
  const upstream = new WireServer();
  let door: OpenDoor;
  let openai: OpenAI;

  let upstreamUrl: string;

  beforeAll(async () => {
    upstreamUrl = await upstream.start();
  });
  afterAll(() => upstream.stop());
  afterEach(() => door.close());
  // A door of its own for each test: circuits that one opens are of no concern to the next.
  beforeEach(async () => {
    const router = routerSchema.parse({
      name: 'house',
      defaultRoute: { route_id: 'r', variants: [{ variant_id: 'v', model_id: 'custom/m' }] },
    });
    door = await openDoor({
      env: { PARLEY_LLM_BASE_URL: `${upstreamUrl}/v1` },
      keys: ['sk-door'],
      routers: { find: (name) => (name === 'house' ? router : undefined), names: () => ['house'] },
    });
    openai = new OpenAI({ baseURL: door.url, apiKey: 'sk-door', maxRetries: 0 });
    upstream.requests.splice(0);
    upstream.respond = (response) => {
      beginEvents(response);
      for (const content of ['Hel', 'lo', '.']) sendEvent(response, chunk({ content }));
      sendEvent(response, chunk({}, 'stop'));
      sendEvent(response, chunk({}, null, { choices: [], usage }));
      sendEvent(response, '[DONE]');
      response.end();
    };
  });

  const messages = [{ role: 'user' as const, content: 'Hi' }];

  it('answers the OpenAI client whole', async () => {
    const completion = await openai.chat.completions.create({ model: 'custom/m', messages });
    expect(completion).toMatchObject({
      object: 'chat.completion',
      model: 'custom/m',
      choices: [{ message: { role: 'assistant', content: 'Hello.' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 },
    });
  });

  it('tells how it was routed where that was asked for, and else nothing that is no metadata of OpenAI', async () => {
    const told = { attempts: [{ provider: 'custom', model: 'm', status: 'success' }] };
    const whole = async (body: object) => {
      const completion = await openai.chat.completions.create({ model: 'custom/m', messages, ...body });
      return completion.metadata;
    };
    const streamed = async (body: object) => {
      const chunks = [];
      for await (const one of await openai.chat.completions.create({
        model: 'custom/m',
        messages,
        stream: true,
        ...body,
      }))
        chunks.push(one);
      return (chunks.at(-1) as { metadata?: unknown } | undefined)?.metadata;
    };
    for (const ask of [whole, streamed]) {
      expect(await ask({})).toBeUndefined();
      expect(await ask({ metadata: { plan: 'gold' } })).toBeUndefined();
      expect(await ask({ models: ['test/scripted'] })).toMatchObject(told);
      expect(await ask({ model: 'parley/house' })).toMatchObject(told);
    }
  });

  it('does not read a body of too many values', async () => {
    const many = Array.from({ length: 60_000 }, () => ({ role: 'user' as const, content: '' }));
    await expect(openai.chat.completions.create({ model: 'custom/m', messages: many })).rejects.toMatchObject(
      { status: 400, code: 'invalid_value', param: null },
    );
  });

  it('answers the OpenAI client in a stream, with usage where it is asked for', async () => {
    const stream = await openai.chat.completions.create({
      model: 'custom/m',
      messages: [{ role: 'system', content: 'Be brief.' }, ...messages],
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks = [];
    for await (const part of stream) chunks.push(part);
    expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe('Hello.');
    expect(chunks[0]?.choices[0]?.delta.role).toBe('assistant');
    expect(chunks.flatMap(({ choices }) => choices.map((one) => one.finish_reason)).at(-1)).toBe('stop');
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { prompt_tokens: 12, completion_tokens: 3 } });
    expect(upstream.requests[0]?.body).toMatchObject({
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hi' },
      ],
    });
  });

  it('lists what can be had, and the whole catalogue when asked, with what is known of each', async () => {
    const list = async (query: string) => {
      const response = await fetch(`${door.url}/models${query}`, {
        headers: { authorization: 'Bearer sk-door' },
      });
      return ((await response.json()) as { data: Record<string, unknown>[] }).data;
    };
    const offered = await list('');
    expect(offered.find(({ id }) => id === 'test/scripted')).toMatchObject({
      ...{ object: 'model', owned_by: 'test', available: true, tools: true },
      input_modalities: ['text', 'image'],
    });
    const whole = await list('?all=true');
    expect(whole.length).toBeGreaterThan(offered.length + 300);
    expect(whole.find(({ id }) => id === 'anthropic/claude-sonnet-4-6')).toMatchObject({
      ...{ available: false, context_length: expect.any(Number) as number },
      pricing: { input: expect.any(Number) as number, output: expect.any(Number) as number },
    });
  });

  it('hands the settings of chat completions on, and leaves those out that change nothing', async () => {
    const json_schema = { name: 'city', schema: { type: 'object' }, strict: true };
    const told = {
      top_p: 0.5,
      stop: ['END'],
      seed: 7,
      frequency_penalty: 0.5,
      presence_penalty: -0.5,
      response_format: { type: 'json_schema' as const, json_schema },
    };
    await openai.chat.completions.create({ model: 'custom/m', messages, ...told });
    expect(upstream.requests[0]?.body).toMatchObject(told);
    const format = { type: 'json_object' as const };
    await openai.chat.completions.create({
      model: 'custom/m',
      messages,
      stop: 'END',
      response_format: format,
    });
    expect(upstream.requests[1]?.body).toMatchObject({ stop: ['END'], response_format: format });
    const usual = { top_p: 1, stop: null, frequency_penalty: 0, response_format: { type: 'text' as const } };
    await openai.chat.completions.create({ model: 'test/scripted', messages, ...usual });
  });

  it.each([['required'], [{ type: 'function', function: { name: 'f' } }]])(
    'refuses to force a call where there is nothing to call: %j',
    async (tool_choice) => {
      const asked = openai.chat.completions.create({
        ...{ model: 'custom/m', messages, tool_choice },
      } as OpenAI.ChatCompletionCreateParamsNonStreaming);
      await expect(asked).rejects.toMatchObject({
        status: 400,
        param: 'tool_choice',
        error: { message: "'tool_choice' is only allowed when 'tools' are specified." },
      });
    },
  );

  it('hands calls out, two at a time, and takes their outputs', async () => {
    const asked = {
      role: 'user' as const,
      content: '[[tool: weather {"city":"Ulm"}]] [[tool: weather {"city":"Bonn"}]]',
    };
    const first = await openai.chat.completions.create({
      model: 'test/scripted',
      messages: [asked],
      tools: [weather],
    });
    const { message, finish_reason } = first.choices[0]!;
    expect(finish_reason).toBe('tool_calls');
    expect(message.tool_calls?.map((call) => call.type === 'function' && call.function.arguments)).toEqual([
      '{"city":"Ulm"}',
      '{"city":"Bonn"}',
    ]);
    const outputs = message.tool_calls!.map(({ id }) => ({
      role: 'tool' as const,
      tool_call_id: id,
      content: 'sunny',
    }));
    const second = await openai.chat.completions.create({
      model: 'test/scripted',
      messages: [asked, message, ...outputs],
      tools: [weather],
    });
    expect(second.choices[0]?.message.content).toBe('The tool said sunny.');
    const runner = openai.chat.completions.stream({
      model: 'test/scripted',
      messages: [asked],
      tools: [weather],
    });
    const streamed = (await runner.finalChatCompletion()).choices[0]?.message.tool_calls;
    expect(streamed?.map((call) => call.type === 'function' && call.function.arguments)).toEqual([
      '{"city":"Ulm"}',
      '{"city":"Bonn"}',
    ]);
  });

  it('serves the AI SDK: whole, streamed and with a tool that it runs itself', async () => {
    const parley = createOpenAICompatible({
      name: 'parley',
      baseURL: door.url,
      apiKey: 'sk-door',
      includeUsage: true,
    });
    const { text, usage: used } = await generateText({ model: parley('custom/m'), prompt: 'Hi' });
    expect({ text, input: used.inputTokens }).toEqual({ text: 'Hello.', input: 12 });
    expect(await streamText({ model: parley('custom/m'), prompt: 'Hi' }).text).toBe('Hello.');
    const cities: string[] = [];
    const tools = {
      weather: tool({
        inputSchema: jsonSchema<{ city: string }>(weather.function.parameters),
        execute: async ({ city }) => {
          cities.push(city);
          return 'sunny';
        },
      }),
    };
    const result = await generateText({
      model: parley('test/scripted'),
      prompt: '[[tool: weather {"city":"Ulm"}]]',
      tools,
      stopWhen: ({ steps }) => steps.length >= 2,
    });
    expect(cities).toEqual(['Ulm']);
    expect(result.text).toContain('The tool said');
  });

  it('fails a call of a strict function that does not fit in a way that no SDK asks and pays for again', async () => {
    const parameters = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
    let requests = 0;
    const patient = new OpenAI({
      baseURL: door.url,
      apiKey: 'sk-door',
      maxRetries: 2,
      fetch: (url, init) => {
        requests += 1;
        return fetch(url, init);
      },
    });
    const call = patient.chat.completions.create({
      model: 'test/scripted',
      messages: [{ role: 'user', content: '[[tool: weather {"city":7}]]' }],
      tools: [{ type: 'function', function: { name: 'weather', parameters, strict: true } }],
    });
    await expect(call).rejects.toMatchObject({ status: 422, code: 'invalid_arguments' });
    expect(requests).toBe(1);
  });

  it('routes as conversations do: routers, models in turn, facts of the attempts', async () => {
    const routed = await openai.chat.completions.create({ model: 'parley/house', messages });
    expect(routed.model).toBe('custom/m');
    const body = { model: 'custom/m', messages, models: ['test/scripted'] };
    upstream.respond = (response) => {
      response.writeHead(500, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}');
    };
    const fallen = await openai.chat.completions.create(body);
    expect(fallen).toMatchObject({
      model: 'test/scripted',
      choices: [{ message: { content: 'You said: Hi.' } }],
      metadata: {
        attempts: [
          { provider: 'custom', status: 'transient' },
          { provider: 'test', status: 'success' },
        ],
      },
    });
  });

  it.each([
    [{ model: 'nobody/m', messages }, 400, 'provider_not_configured', null],
    [{ model: 'custom/m' }, 400, 'invalid_value', 'messages'],
    [{ model: 'custom/m', messages, surprise: 1 }, 400, 'unknown_parameter', 'surprise'],
    [{ model: 'custom/m', messages, n: 2 }, 400, 'unsupported_value', 'n'],
    [{ model: 'custom/m', messages, top_p: 2 }, 400, 'invalid_value', 'top_p'],
    [{ model: 'test/scripted', messages, top_p: 0.5 }, 400, 'setting_not_supported', 'top_p'],
    [{ models: ['test/scripted'], messages, seed: 1 }, 400, 'no_model_available', null],
    [{ model: 'custom/m', messages, temperature: 9 }, 400, 'invalid_value', 'temperature'],
    [
      { model: 'test/scripted', messages: [{ role: 'user', content: '[[fail: rate_limit]]' }] },
      429,
      'scripted',
      null,
    ],
    [
      { model: 'test/scripted', messages: [{ role: 'user', content: '[[fail: model_gone]]' }] },
      404,
      'scripted',
      null,
    ],
    [{ model: 'parley/nobody', messages }, 400, 'unknown_router', null],
  ])('says what is wrong with %j', async (body, status, code, param) => {
    for (const stream of [false, true]) {
      const response = await fetch(`${door.url}/chat/completions`, {
        method: 'POST',
        headers: { authorization: 'Bearer sk-door' },
        body: JSON.stringify({ ...body, stream }),
      });
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ error: { code, param, message: expect.any(String) } });
    }
  });

  it('says when to come again, also while a model is left alone', async () => {
    upstream.respond = (response) => {
      const headers = { 'content-type': 'application/json', 'retry-after': '7' };
      response.writeHead(429, headers).end('{"error":{"message":"slow down"}}');
    };
    const codes = ['rate_limited', 'circuit_open'];
    for (const code of codes) {
      const asking = openai.chat.completions.create({ model: 'custom/m', messages });
      const error = await asking.catch((failure: unknown) => failure);
      expect(error).toBeInstanceOf(RateLimitError);
      expect(error).toMatchObject({ code });
      expect((error as RateLimitError).headers.get('retry-after')).toBe('7');
    }
    expect(upstream.requests).toHaveLength(1);
  });

  it('ends a stream that fails in its midst with an error and without [DONE]', async () => {
    upstream.respond = (response) => {
      beginEvents(response);
      sendEvent(response, chunk({ content: 'Half' }));
      setTimeout(() => response.destroy(), 20);
    };
    const stream = await openai.chat.completions.create({ model: 'custom/m', messages, stream: true });
    let text = '';
    const read = async () => {
      for await (const part of stream) text += part.choices[0]?.delta.content ?? '';
    };
    await expect(read()).rejects.toThrow('the connection failed');
    expect(text).toBe('Half');
  });

  it('gives one JSON of one model where a format is asked for: the half of another is dropped, or fails the stream', async () => {
    const format = { model: 'custom/m', messages, response_format: { type: 'json_object' } } as const;
    let asked = 0;
    upstream.respond = (response) => {
      asked += 1;
      beginEvents(response);
      sendEvent(response, chunk({ content: asked === 1 ? '{"first":' : '{"second":2}' }));
      if (asked === 1) return void setTimeout(() => response.destroy(), 20);
      sendEvent(response, chunk({}, 'stop', { usage }));
      response.end();
    };
    const completion = await openai.chat.completions.create(format);
    expect(completion.choices[0]?.message.content).toBe('{"second":2}');
    expect(JSON.stringify(upstream.requests[1]?.body)).not.toContain('first');
    asked = 0;
    const stream = await openai.chat.completions.create({ ...format, stream: true });
    const reading = async () => {
      for await (const _ of stream);
    };
    await expect(reading()).rejects.toThrow(/connection|cut/);
    expect(asked).toBe(1);
  });

  it('lets go of the provider when the client leaves', async () => {
    upstream.respond = (response) => {
      beginEvents(response);
      sendEvent(response, chunk({ content: 'A' }));
    };
    const stream = await openai.chat.completions.create({ model: 'custom/m', messages, stream: true });
    for await (const part of stream) if (part.choices[0]?.delta.content === 'A') break;
    await upstream.requests[0]?.gone;
    expect(upstream.requests).toHaveLength(1);
  });

  it('lets nobody in without a key, and lists the models', async () => {
    const response = await fetch(`${door.url}/models`, { headers: { authorization: 'Bearer wrong' } });
    expect(response.status).toBe(401);
    const { data } = await openai.models.list();
    expect(data.map(({ id }) => id)).toContain('test/scripted');
    expect(
      (await fetch(`${door.url}/nothing`, { headers: { authorization: 'Bearer sk-door' } })).status,
    ).toBe(404);
  });

  it('refuses more answers at a time than it may give', async () => {
    const small = await openDoor({ maxRunning: 1 });
    const post = (content: string, signal?: AbortSignal) =>
      fetch(`${small.url}/chat/completions`, {
        method: 'POST',
        body: JSON.stringify({ model: 'test/scripted', messages: [{ role: 'user', content }] }),
        ...(signal === undefined ? {} : { signal }),
      });
    const hanging = new AbortController();
    const first = post('[[hang]]', hanging.signal).catch(() => undefined);
    const statuses = async (wanted: number): Promise<boolean> => {
      for (let tries = 0; tries < 200; tries += 1) if ((await post('Hi')).status === wanted) return true;
      return false;
    };
    expect(await statuses(503)).toBe(true);
    hanging.abort();
    await first;
    expect(await statuses(200)).toBe(true);
    await small.close();
  });
});
