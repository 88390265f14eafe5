import type { ServerResponse } from 'node:http';
import { EventStreamCodec } from '@smithy/eventstream-codec';
import { fromUtf8, toUtf8 } from '@smithy/util-utf8';
import { catalogue } from '../../catalogue/catalogue';
import { chatRequest, collect } from '../../testing/collect';
import { configOf as plainConfigOf } from '../../testing/config';
import { beginEvents, chunk, sendEvent, usage, WireServer } from '../../testing/wire-server';
import { ollamaUrl } from './compatible';
import { hostedProviders } from './hosted';
import type { ChatProvider } from '../provider';

const tools = [{ name: 'f', description: 'd', parameters: { type: 'object', properties: {} } }];

describe.each(['lean', 'ai-sdk'])('providers with a wire format of their own, %s', (adapter) => {
  const configOf = (environment: Record<string, string> = {}) =>
    plainConfigOf({ ...environment, PARLEY_LLM_ADAPTER: adapter });
  const server = new WireServer();
  let url: string;

  beforeAll(async () => {
    url = await server.start();
  });
  afterAll(() => server.stop());
  beforeEach(() => server.requests.splice(0));

  const provider = (environment: Record<string, string>): ChatProvider => {
    const [only] = hostedProviders(configOf(environment));
    if (only === undefined) throw new Error('not configured');
    return only;
  };

  const anthropicAnswer = (response: ServerResponse): void => {
    const send = (data: { type: string }) => sendEvent(response, data, data.type);
    const event = (type: string, more: object) => send({ type, ...more });
    beginEvents(response);
    event('message_start', {
      message: {
        id: 'm1',
        type: 'message',
        role: 'assistant',
        model: 'claude',
        content: [],
        stop_reason: null,
        usage: {
          input_tokens: 4,
          cache_read_input_tokens: 8,
          cache_creation_input_tokens: 0,
          output_tokens: 1,
        },
      },
    });
    event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } });
    event('content_block_delta', { index: 0, delta: { type: 'text_delta', text: 'Hello' } });
    event('content_block_stop', { index: 0 });
    event('content_block_start', {
      index: 1,
      content_block: { type: 'tool_use', id: 't1', name: 'f', input: {} },
    });
    event('content_block_delta', { index: 1, delta: { type: 'input_json_delta', partial_json: '{"x":1}' } });
    event('content_block_stop', { index: 1 });
    event('message_delta', {
      delta: { stop_reason: 'tool_use', stop_sequence: null },
      usage: { output_tokens: 5 },
    });
    event('message_stop', {});
    response.end();
  };

  it('Anthropic: words, a call, cached tokens; system messages first alone', async () => {
    server.respond = anthropicAnswer;
    const anthropic = provider({ ANTHROPIC_API_KEY: 'k', ANTHROPIC_BASE_URL: `${url}/v1` });
    const { events } = await collect(
      anthropic,
      chatRequest({
        model: 'claude-haiku-4-5',
        tools,
        messages: [
          { role: 'user', text: 'Hi', images: [] },
          { role: 'system', text: 'Note.' },
          { role: 'user', text: 'Well?', images: [] },
        ],
      }),
    );
    expect(events[0]).toEqual({ type: 'text', text: 'Hello' });
    expect(events).toContainEqual({ type: 'tool_call', callId: 't1', name: 'f', argumentsJson: '{"x":1}' });
    expect(events.at(-1)).toEqual({
      type: 'finished',
      reason: 'tool_calls',
      usage: { inputTokens: 12, cachedInputTokens: 8, outputTokens: 5 },
    });
    const { path, headers, body } = server.requests[0]!;
    expect(path).toBe('/v1/messages');
    expect(headers['x-api-key']).toBe('k');
    expect(JSON.stringify(body['system'])).toContain('Be brief.');
    expect(JSON.stringify(body['messages'])).toContain('[System: Note.]');
  });

  it('Anthropic: overload and key failures', async () => {
    const anthropic = provider({ ANTHROPIC_API_KEY: 'k', ANTHROPIC_BASE_URL: `${url}/v1` });
    for (const [status, type, errorClass] of [
      [529, 'overloaded_error', 'transient'],
      [401, 'authentication_error', 'credential'],
      [429, 'rate_limit_error', 'rate_limit'],
    ] as const) {
      server.respond = (response) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ type: 'error', error: { type, message: type } }));
      };
      expect((await collect(anthropic, chatRequest())).error?.errorClass).toBe(errorClass);
    }
  });

  it('Google: words and a call', async () => {
    server.respond = (response) => {
      const candidate = (parts: object[], more: object = {}) => ({
        candidates: [{ content: { role: 'model', parts }, index: 0, ...more }],
        usageMetadata: {
          promptTokenCount: 9,
          candidatesTokenCount: 4,
          cachedContentTokenCount: 2,
          totalTokenCount: 13,
        },
      });
      beginEvents(response);
      sendEvent(response, candidate([{ text: 'Hello' }]));
      sendEvent(
        response,
        candidate([{ functionCall: { name: 'f', args: { x: 1 } } }], { finishReason: 'STOP' }),
      );
      response.end();
    };
    const google = provider({ GOOGLE_GENERATIVE_AI_API_KEY: 'k', GOOGLE_BASE_URL: `${url}/v1beta` });
    const { events } = await collect(google, chatRequest({ model: 'gemini-2.5-flash', tools }));
    expect(events[0]).toEqual({ type: 'text', text: 'Hello' });
    expect(events.find(({ type }) => type === 'tool_call')).toMatchObject({
      name: 'f',
      argumentsJson: '{"x":1}',
    });
    expect(events.at(-1)).toMatchObject({ reason: 'tool_calls', usage: { inputTokens: 9, outputTokens: 4 } });
    expect(server.requests[0]?.path).toContain('/v1beta/models/gemini-2.5-flash:streamGenerateContent');
  });

  it('Google: a key that is refused comes as a bad request', async () => {
    server.respond = (response) => {
      response.writeHead(400, { 'content-type': 'application/json' });
      const message = 'API key not valid. Please pass a valid API key.';
      response.end(JSON.stringify({ error: { code: 400, message, status: 'INVALID_ARGUMENT' } }));
    };
    const google = provider({ GOOGLE_GENERATIVE_AI_API_KEY: 'k', GOOGLE_BASE_URL: `${url}/v1beta` });
    expect((await collect(google, chatRequest())).error?.errorClass).toBe('credential');
  });

  it.each([
    ['openai', { OPENAI_API_KEY: 'k' }, 'OPENAI_BASE_URL', '/v1/chat/completions'],
    ['groq', { GROQ_API_KEY: 'k' }, 'GROQ_BASE_URL', '/v1/chat/completions'],
    ['mistral', { MISTRAL_API_KEY: 'k' }, 'MISTRAL_BASE_URL', '/v1/chat/completions'],
    ['xai', { XAI_API_KEY: 'k' }, 'XAI_BASE_URL', '/v1/chat/completions'],
    ['deepseek', { DEEPSEEK_API_KEY: 'k' }, 'DEEPSEEK_BASE_URL', '/v1/chat/completions'],
    ['cerebras', { CEREBRAS_API_KEY: 'k' }, 'CEREBRAS_BASE_URL', '/v1/chat/completions'],
    ['together', { TOGETHER_API_KEY: 'k' }, 'TOGETHER_BASE_URL', '/v1/chat/completions'],
    ['fireworks', { FIREWORKS_API_KEY: 'k' }, 'FIREWORKS_BASE_URL', '/v1/chat/completions'],
    ['deepinfra', { DEEPINFRA_API_KEY: 'k' }, 'DEEPINFRA_BASE_URL', '/v1/openai/chat/completions'],
    ['perplexity', { PERPLEXITY_API_KEY: 'k' }, 'PERPLEXITY_BASE_URL', '/v1/chat/completions'],
    ['azure', { AZURE_API_KEY: 'k' }, 'AZURE_BASE_URL', '/v1/chat/completions'],
    ['openrouter', { OPENROUTER_API_KEY: 'k' }, 'OPENROUTER_BASE_URL', '/v1/chat/completions'],
    ['ollama', {}, 'OLLAMA_BASE_URL', '/v1/chat/completions'],
  ])('%s speaks chat completions through its own adapter', async (id, keys, base, path) => {
    server.respond = (response) => {
      beginEvents(response);
      sendEvent(response, chunk({ role: 'assistant', content: 'Hello' }));
      sendEvent(response, chunk({}, 'stop', { usage }));
      sendEvent(response, '[DONE]');
      response.end();
    };
    const { text, error, events } = await collect(
      provider({ ...keys, [base]: `${url}/v1` }),
      chatRequest({ temperature: 0.4 }),
    );
    expect({ text, error }).toEqual({ text: 'Hello', error: undefined });
    expect(events.at(-1)).toMatchObject({ type: 'finished', reason: 'stop' });
    expect(server.requests[0]?.path).toBe(path);
    expect(server.requests[0]?.body).toMatchObject({ model: 'm', stream: true });
    expect(id).toBe(provider({ ...keys, [base]: url }).id);
  });

  it('Cohere: words and a call', async () => {
    server.respond = (response) => {
      const event = (type: string, more: object) => sendEvent(response, { type, ...more }, type);
      const toolCall = { id: 't1', type: 'function', function: { name: 'f', arguments: '{"x":1}' } };
      beginEvents(response);
      event('message-start', { id: 'c1', delta: { message: { role: 'assistant' } } });
      event('content-start', { index: 0, delta: { message: { content: { type: 'text', text: '' } } } });
      event('content-delta', { index: 0, delta: { message: { content: { text: 'Hello' } } } });
      event('content-end', { index: 0 });
      event('tool-call-start', { index: 0, delta: { message: { tool_calls: toolCall } } });
      event('tool-call-end', { index: 0 });
      event('message-end', {
        delta: { finish_reason: 'TOOL_CALL', usage: { tokens: { input_tokens: 9, output_tokens: 4 } } },
      });
      response.end();
    };
    const cohere = provider({ COHERE_API_KEY: 'k', COHERE_BASE_URL: `${url}/v2` });
    const { events, error } = await collect(cohere, chatRequest({ tools }));
    expect(error).toBeUndefined();
    expect(events[0]).toEqual({ type: 'text', text: 'Hello' });
    expect(events).toContainEqual({ type: 'tool_call', callId: 't1', name: 'f', argumentsJson: '{"x":1}' });
    expect(events.at(-1)).toMatchObject({ reason: 'tool_calls', usage: { inputTokens: 9, outputTokens: 4 } });
    expect(server.requests[0]?.path).toBe('/v2/chat');
  });

  it('Bedrock: words, a call and an exception in mid-stream, as binary frames', async () => {
    const codec = new EventStreamCodec(toUtf8, fromUtf8);
    const frame = (type: string, body: object, messageType = 'event') =>
      codec.encode({
        headers: {
          [`:${messageType}-type`]: { type: 'string', value: type },
          ':message-type': { type: 'string', value: messageType },
          ':content-type': { type: 'string', value: 'application/json' },
        },
        body: Buffer.from(JSON.stringify(body)),
      });
    const begin = (response: ServerResponse) => {
      response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
      response.write(frame('messageStart', { role: 'assistant' }));
      response.write(frame('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'Hello' } }));
      response.write(frame('contentBlockStop', { contentBlockIndex: 0 }));
    };
    server.respond = (response) => {
      begin(response);
      const toolUse = { toolUseId: 't1', name: 'f' };
      const input = { toolUse: { input: '{"x":1}' } };
      response.write(frame('contentBlockStart', { contentBlockIndex: 1, start: { toolUse } }));
      response.write(frame('contentBlockDelta', { contentBlockIndex: 1, delta: input }));
      response.write(frame('contentBlockStop', { contentBlockIndex: 1 }));
      response.write(frame('messageStop', { stopReason: 'tool_use' }));
      const usage = { inputTokens: 9, outputTokens: 4, totalTokens: 13 };
      response.end(frame('metadata', { usage, metrics: { latencyMs: 1 } }));
    };
    const bedrock = provider({ AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 's', BEDROCK_BASE_URL: url });
    const { events, error } = await collect(bedrock, chatRequest({ tools, model: 'amazon.nova-lite-v1:0' }));
    expect(error).toBeUndefined();
    expect(events[0]).toEqual({ type: 'text', text: 'Hello' });
    expect(events).toContainEqual({ type: 'tool_call', callId: 't1', name: 'f', argumentsJson: '{"x":1}' });
    expect(events.at(-1)).toMatchObject({ reason: 'tool_calls', usage: { inputTokens: 9, outputTokens: 4 } });
    const { path, headers } = server.requests[0]!;
    expect(path).toBe('/model/amazon.nova-lite-v1%3A0/converse-stream');
    expect(headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=a\//);

    server.respond = (response) => {
      begin(response);
      response.end(frame('throttlingException', { message: 'slow down' }, 'exception'));
    };
    const cut = await collect(bedrock, chatRequest({ model: 'amazon.nova-lite-v1:0' }));
    expect({ text: cut.text, failed: cut.error !== undefined }).toEqual({ text: 'Hello', failed: true });
  });

  it('Vertex: Google’s format under a project of its own or with a key', async () => {
    server.respond = (response) => {
      beginEvents(response);
      sendEvent(response, {
        candidates: [{ content: { role: 'model', parts: [{ text: 'Hello' }] }, finishReason: 'STOP' }],
        usageMetadata: { promptTokenCount: 9, candidatesTokenCount: 4, totalTokenCount: 13 },
      });
      response.end();
    };
    const vertex = provider({ GOOGLE_VERTEX_API_KEY: 'k', GOOGLE_VERTEX_BASE_URL: url });
    const { text, error } = await collect(vertex, chatRequest({ model: 'gemini-2.5-flash' }));
    expect({ text, error }).toEqual({ text: 'Hello', error: undefined });
    expect(server.requests[0]?.path).toContain('/models/gemini-2.5-flash:streamGenerateContent');
  });

  it('OpenAI: the Responses API for a model that has no other', async () => {
    const model = catalogue()
      .of('openai')
      .find(({ api }) => api === 'responses')!
      .id.slice('openai/'.length);
    server.respond = (response) => {
      const event = (type: string, more: object) => sendEvent(response, { type, ...more }, type);
      const message = { type: 'message', id: 'i1', role: 'assistant', content: [] };
      beginEvents(response);
      event('response.created', { response: { id: 'r1', created_at: 1, model } });
      event('response.output_item.added', { output_index: 0, item: message });
      event('response.output_text.delta', {
        item_id: 'i1',
        output_index: 0,
        content_index: 0,
        delta: 'Hello',
      });
      event('response.output_item.done', { output_index: 0, item: message });
      const call = { type: 'function_call', id: 'f1', call_id: 't1', name: 'f', arguments: '' };
      event('response.output_item.added', { output_index: 1, item: call });
      event('response.function_call_arguments.delta', { item_id: 'f1', output_index: 1, delta: '{"x":1}' });
      const done = { ...call, arguments: '{"x":1}', status: 'completed' };
      event('response.output_item.done', { output_index: 1, item: done });
      const usage = { input_tokens: 9, output_tokens: 4, input_tokens_details: { cached_tokens: 2 } };
      event('response.completed', { response: { id: 'r1', usage } });
      response.end();
    };
    const openai = provider({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: `${url}/v1` });
    const { events, error } = await collect(openai, chatRequest({ model, tools }));
    expect(error).toBeUndefined();
    expect(events[0]).toEqual({ type: 'text', text: 'Hello' });
    expect(events).toContainEqual({ type: 'tool_call', callId: 't1', name: 'f', argumentsJson: '{"x":1}' });
    expect(events.at(-1)).toMatchObject({
      reason: 'tool_calls',
      usage: { inputTokens: 9, cachedInputTokens: 2 },
    });
    expect(server.requests[0]?.path).toBe('/v1/responses');
  });

  it('tries the next key when one is refused, and lets that one rest', async () => {
    const seen: string[] = [];
    server.respond = (response, { headers }) => {
      seen.push(String(headers.authorization));
      if (headers.authorization === 'Bearer bad') {
        response.writeHead(401, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ error: { message: 'bad key' } }));
        return;
      }
      beginEvents(response);
      sendEvent(response, chunk({ content: 'Hello' }, 'stop', { usage }));
      response.end('data: [DONE]\n\n');
    };
    const groq = provider({ GROQ_API_KEY: 'bad, good', GROQ_BASE_URL: `${url}/v1` });
    const texts = [];
    for (let index = 0; index < 4; index += 1) texts.push((await collect(groq, chatRequest())).text);
    expect(texts).toEqual(['Hello', 'Hello', 'Hello', 'Hello']);
    expect(seen).toEqual(['Bearer bad', ...Array.from({ length: 4 }, () => 'Bearer good')]);
  });

  it('gives no temperature to a model that takes none', async () => {
    const { id } = catalogue()
      .of('openai')
      .find(({ sampling, api }) => !sampling && api === 'chat')!;
    const openai = provider({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: `${url}/v1` });
    server.respond = (response) => response.end();
    await collect(openai, chatRequest({ model: id.slice('openai/'.length), temperature: 0.4 }));
    expect(server.requests[0]?.body).not.toHaveProperty('temperature');
  });

  it('has every server that is named', () => {
    const named = hostedProviders(
      configOf({
        PARLEY_LLM_ENDPOINTS: 'vllm=http://127.0.0.1:1/v1,lab=http://127.0.0.1:2/v1',
        PARLEY_LLM_ENDPOINT_KEYS: 'lab=k',
      }),
    );
    expect(named.map(({ id }) => id)).toEqual(['vllm', 'lab']);
    expect(() => hostedProviders(configOf({ PARLEY_LLM_ENDPOINTS: 'Bad Name=ftp://x' }))).toThrow('Bad Name');
  });

  it('finds Ollama’s compatible door from any form of its address', () => {
    expect(['http://h:1', 'http://h:1/', 'http://h:1/api', 'http://h:1/v1/'].map(ollamaUrl)).toEqual(
      Array.from({ length: 4 }, () => 'http://h:1/v1'),
    );
  });

  it('has none without keys', () => {
    expect(hostedProviders(configOf())).toEqual([]);
  });
});
