import { chatRequest, collect } from '../../testing/collect';
import { configOf as plainConfigOf } from '../../testing/config';
import { beginEvents, chunk, sendEvent, usage, WireServer } from '../../testing/wire-server';
import { hostedProviders } from './hosted';
import type { ChatProvider } from '../provider';

describe.each(['lean', 'ai-sdk'])('a server with the OpenAI chat-completions wire format, %s', (adapter) => {
  const configOf = (environment: Record<string, string>) =>
    plainConfigOf({ ...environment, PARLEY_LLM_ADAPTER: adapter });
  const server = new WireServer();
  let custom: ChatProvider;

  beforeAll(async () => {
    const url = await server.start();
    [custom] = hostedProviders(configOf({ PARLEY_LLM_BASE_URL: `${url}/v1`, PARLEY_LLM_API_KEY: 'key' })) as [
      ChatProvider,
    ];
  });
  afterAll(() => server.stop());
  beforeEach(() => server.requests.splice(0));

  it('streams words and usage', async () => {
    server.respond = (response) => {
      beginEvents(response);
      for (const content of ['Hel', 'lo.']) sendEvent(response, chunk({ content }));
      sendEvent(response, chunk({}, 'stop', { usage }));
      sendEvent(response, '[DONE]');
      response.end();
    };
    const { text, events } = await collect(custom, chatRequest({ temperature: 0.5, maxOutputTokens: 9 }));
    expect(text).toBe('Hello.');
    expect(events.at(-1)).toEqual({
      type: 'finished',
      reason: 'stop',
      usage: { inputTokens: 12, cachedInputTokens: 8, outputTokens: 3 },
    });
    expect(server.requests[0]).toMatchObject({
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer key' },
      body: {
        model: 'm',
        stream: true,
        temperature: 0.5,
        max_tokens: 9,
        messages: [
          { role: 'system', content: 'Be brief.' },
          { role: 'user', content: 'Hi' },
        ],
      },
    });
  });

  it('tells a refusal of a format apart from words', async () => {
    server.respond = (response) => {
      beginEvents(response);
      sendEvent(response, chunk({ role: 'assistant', content: '', refusal: null }));
      for (const refusal of ['I can', 'not.']) sendEvent(response, chunk({ refusal }));
      sendEvent(response, chunk({}, 'stop', { usage }));
      sendEvent(response, '[DONE]');
      response.end();
    };
    const format = { type: 'json' } as const;
    const { text, events } = await collect(custom, chatRequest({ settings: { format } }));
    expect(text).toBe('');
    expect(events.flatMap((event) => (event.type === 'refusal' ? [event.text] : []))).toEqual([
      'I can',
      'not.',
    ]);
    expect(events.at(-1)).toMatchObject({ type: 'finished', reason: 'stop' });
  });

  it('calls tools, two at a time, and is told their outputs', async () => {
    server.respond = (response) => {
      const part = (index: number, more: object) => chunk({ tool_calls: [{ index, ...more }] });
      beginEvents(response);
      sendEvent(response, part(0, { id: 'a', type: 'function', function: { name: 'f', arguments: '' } }));
      sendEvent(response, part(0, { function: { arguments: '{"x"' } }));
      sendEvent(response, part(0, { function: { arguments: ':1}' } }));
      sendEvent(response, part(1, { id: 'b', type: 'function', function: { name: 'g', arguments: '{}' } }));
      sendEvent(response, chunk({}, 'tool_calls', { usage }));
      sendEvent(response, '[DONE]');
      response.end();
    };
    const tools = ['f', 'g'].map((name) => ({
      name,
      description: 'd',
      parameters: { type: 'object', properties: {} },
    }));
    const { events } = await collect(
      custom,
      chatRequest({
        tools,
        toolChoice: { kind: 'function', name: 'f' },
        messages: [
          { role: 'user', text: 'Go', images: [] },
          {
            role: 'assistant',
            text: 'Wait.',
            toolCalls: [{ callId: 'z', name: 'g', argumentsJson: '{"y":2}' }],
          },
          { role: 'tool', callId: 'z', name: 'g', text: 'done' },
        ],
      }),
    );
    expect(events.filter(({ type }) => type === 'tool_call')).toEqual([
      { type: 'tool_call', callId: 'a', name: 'f', argumentsJson: '{"x":1}' },
      { type: 'tool_call', callId: 'b', name: 'g', argumentsJson: '{}' },
    ]);
    const deltas = events.map((event) =>
      event.type === 'tool_call_delta' && event.callId === 'a' ? event.argumentsDelta : '',
    );
    expect(deltas.join('')).toBe('{"x":1}');
    expect(events.at(-1)).toMatchObject({ type: 'finished', reason: 'tool_calls' });
    expect(server.requests[0]?.body).toMatchObject({
      tool_choice: { type: 'function', function: { name: 'f' } },
      messages: [
        { role: 'system' },
        { role: 'user', content: 'Go' },
        {
          role: 'assistant',
          content: 'Wait.',
          tool_calls: [{ id: 'z', function: { name: 'g', arguments: '{"y":2}' } }],
        },
        { role: 'tool', tool_call_id: 'z', content: 'done' },
      ],
    });
  });

  it.each([
    [401, { message: 'bad key' }, 'credential'],
    [403, { message: 'forbidden' }, 'caller_fault'],
    [403, { message: 'the key has no permission' }, 'credential'],
    [404, { message: 'no such model' }, 'model_gone'],
    [402, { message: 'pay' }, 'quota'],
    [429, { message: 'slow down' }, 'rate_limit'],
    [429, { message: 'insufficient_quota: exceeded your current quota' }, 'quota'],
    [400, { message: 'bad field' }, 'caller_fault'],
    [500, { message: 'oops' }, 'transient'],
    [503, { message: 'busy' }, 'transient'],
  ])('tells what a status %i with %j is', async (status, error, errorClass) => {
    server.respond = (response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { type: 'x', ...error } }));
    };
    const result = await collect(custom, chatRequest());
    expect(result.events).toEqual([]);
    expect(result.error?.errorClass).toBe(errorClass);
    expect(server.requests).toHaveLength(1);
  });

  it('tells a cut in mid-answer from its end, by socket or by silence', async () => {
    for (const cut of ['destroy', 'end'] as const) {
      server.respond = (response) => {
        beginEvents(response);
        sendEvent(response, chunk({ content: 'Half' }));
        setTimeout(() => (cut === 'destroy' ? response.destroy() : response.end()), 20);
      };
      const { text, error, events } = await collect(custom, chatRequest());
      expect({ cut, text, errorClass: error?.errorClass }).toEqual({
        cut,
        text: 'Half',
        errorClass: 'transient',
      });
      expect(events.some(({ type }) => type === 'finished')).toBe(false);
    }
  });

  it('tells an error in mid-answer and what cannot be read', async () => {
    server.respond = (response) => {
      beginEvents(response);
      sendEvent(response, chunk({ content: 'A' }));
      sendEvent(response, { error: { message: 'overloaded', type: 'server_error' } });
      response.end();
    };
    expect((await collect(custom, chatRequest())).error?.errorClass).toMatch(/transient|unknown/);
    server.respond = (response) => {
      beginEvents(response);
      sendEvent(response, '{"choices": [');
      response.end();
    };
    expect((await collect(custom, chatRequest())).error?.errorClass).toBe('transient');
  });

  it('lets go of the socket when cancelled, before the first token and after it', async () => {
    for (const begin of [false, true]) {
      server.respond = (response) => {
        if (!begin) return;
        beginEvents(response);
        sendEvent(response, chunk({ content: 'A' }));
      };
      const controller = new AbortController();
      const running = collect(custom, chatRequest(), controller.signal);
      while (server.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      controller.abort();
      expect((await running).error).toBeDefined();
      await server.requests[0]?.gone;
      server.requests.splice(0);
    }
  });

  it('takes a server that is not there for a passing failure', async () => {
    const closed = new WireServer();
    const url = await closed.start();
    await closed.stop();
    const [gone] = hostedProviders(configOf({ PARLEY_LLM_BASE_URL: `${url}/v1` })) as [ChatProvider];
    expect((await collect(gone, chatRequest())).error).toMatchObject({
      errorClass: 'transient',
      code: 'connection_lost',
    });
  });
});
