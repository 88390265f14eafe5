import type { ServerResponse } from 'node:http';
import { EventStreamCodec } from '@smithy/eventstream-codec';
import { fromUtf8, toUtf8 } from '@smithy/util-utf8';
import { catalogue } from '../../catalogue/catalogue';
import { chatRequest, collect } from '../../testing/collect';
import { configOf } from '../../testing/config';
import { beginEvents, sendEvent, WireServer } from '../../testing/wire-server';
import type { ChatProvider } from '../provider';
import { hostedProviders } from './hosted';

const tools = [{ name: 'f', description: 'd', parameters: { type: 'object', properties: {} } }];

describe('providers that only the AI SDK speaks to', () => {
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

  it.each([
    ['azure', { AZURE_API_KEY: 'k', AZURE_BASE_URL: '' }, 'gpt-4.1'],
    ['mistral', { MISTRAL_API_KEY: 'k', MISTRAL_BASE_URL: '' }, 'mistral-small-latest'],
    ['groq', { GROQ_API_KEY: 'k', GROQ_BASE_URL: '' }, 'openai/gpt-oss-20b'],
    ['openai', { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: '' }, 'gpt-4.1'],
  ])('%s: a format is as strict as its client says', async (_, environment, model) => {
    const at = Object.entries({ ...environment, PARLEY_LLM_ADAPTER: 'ai-sdk' }).map(([name, value]) => [
      name,
      value || url,
    ]);
    const one = provider(Object.fromEntries(at) as Record<string, string>);
    const asked: unknown[] = [];
    server.respond = (response, { body }) => {
      asked.push((body['response_format'] as { json_schema?: { strict?: unknown } }).json_schema?.strict);
      response.writeHead(500).end();
    };
    for (const strict of [true, false, undefined]) {
      const schema = { type: 'object', properties: {} };
      const format = {
        type: 'schema',
        name: 'x',
        schema,
        ...(strict === undefined ? {} : { strict }),
      } as const;
      await collect(one, chatRequest({ model, settings: { format } }));
    }
    expect(asked).toEqual([true, false, false]);
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
    const format = { type: 'schema', name: 'x', schema: { type: 'object' }, strict: false } as const;
    await collect(openai, chatRequest({ model, settings: { format } }));
    expect(server.requests[1]?.body['text']).toMatchObject({ format: { strict: false } });
  });
});
