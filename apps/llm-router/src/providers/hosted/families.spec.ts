import type { ServerResponse } from 'node:http';
import { chatRequest, collect } from '../../testing/collect';
import { configOf as plainConfigOf } from '../../testing/config';
import { beginEvents, chunk, sendEvent, usage, WireServer } from '../../testing/wire-server';
import { hostedProviders } from './hosted';
import type { ChatProvider } from '../provider';

const tools = [{ name: 'f', description: 'd', parameters: { type: 'object', properties: {} } }];

const saysHello = (response: ServerResponse): void => {
  beginEvents(response);
  sendEvent(response, chunk({ role: 'assistant', content: 'Hello' }));
  sendEvent(response, chunk({}, 'stop', { usage }));
  sendEvent(response, '[DONE]');
  response.end();
};

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
    const mark = '"cache_control":{"type":"ephemeral"}';
    expect(JSON.stringify(body['system'])).toContain(mark);
    expect(JSON.stringify((body['messages'] as unknown[]).at(-1))).toContain(mark);
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
    expect(events.at(-1)).toMatchObject({
      reason: 'tool_calls',
      usage: { inputTokens: 9, cachedInputTokens: 2, outputTokens: 4 },
    });
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

  it('OpenAI: the conversation’s key, and what was read from the cache as a part of the input', async () => {
    server.respond = saysHello;
    const openai = provider({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: `${url}/v1` });
    const { events } = await collect(openai, chatRequest({ promptCacheKey: 'talk' }));
    expect(server.requests[0]?.body).toMatchObject({ prompt_cache_key: 'talk' });
    expect(events.at(-1)).toMatchObject({
      usage: { inputTokens: 12, cachedInputTokens: 8, outputTokens: 3 },
    });
    await collect(openai, chatRequest());
    expect(server.requests[1]?.body).not.toHaveProperty('prompt_cache_key');
  });

  it('xAI: the conversation’s key in its header', async () => {
    server.respond = (response) => response.end();
    const xai = provider({ XAI_API_KEY: 'k', XAI_BASE_URL: `${url}/v1` });
    await collect(xai, chatRequest({ promptCacheKey: 'talk' }));
    expect(server.requests[0]?.headers['x-grok-conv-id']).toBe(adapter === 'lean' ? 'talk' : undefined);
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
    server.respond = saysHello;
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
});
