import { catalogue } from '../../catalogue/catalogue';
import type { ChatRequest, JsonSchema } from '../../chat/types';
import { chatRequest } from '../../testing/collect';
import { toCallOptions } from '../ai-sdk/prompt';
import { anthropicBody } from './anthropic/body';
import { anthropicFormat } from './anthropic/format';
import { chatBody } from './chat/body';
import type { WireContext } from './format';
import { googleBody } from './google/body';

const context: WireContext = { entry: undefined, quirks: {} };
const parameters = { type: 'object', properties: { x: { type: 'number' } } };

const conversation: ChatRequest = chatRequest({
  system: 'Be brief.',
  messages: [
    { role: 'user', text: 'Look', images: [{ mediaType: 'image/png', base64: 'AAAA' }] },
    {
      role: 'assistant',
      text: 'Wait.',
      toolCalls: [
        { callId: 'a', name: 'f', argumentsJson: '{"x":1}' },
        { callId: 'b', name: 'g', argumentsJson: '{}' },
      ],
    },
    { role: 'tool', callId: 'a', name: 'f', text: 'one' },
    { role: 'tool', callId: 'b', name: 'g', text: 'two' },
    { role: 'system', text: 'Note.' },
    { role: 'user', text: 'And?', images: [] },
  ],
  tools: [{ name: 'f', description: 'd', parameters }],
  toolChoice: { kind: 'function', name: 'f' },
  temperature: 1.5,
  maxOutputTokens: 50,
});

describe('what is asked', () => {
  it('of chat completions', () => {
    expect(chatBody(conversation, { ...context, quirks: { maxTokens: 'max_completion_tokens' } })).toEqual({
      model: 'm',
      messages: [
        { role: 'system', content: 'Be brief.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Look' },
            { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } },
          ],
        },
        {
          role: 'assistant',
          content: 'Wait.',
          tool_calls: [
            { id: 'a', type: 'function', function: { name: 'f', arguments: '{"x":1}' } },
            { id: 'b', type: 'function', function: { name: 'g', arguments: '{}' } },
          ],
        },
        { role: 'tool', tool_call_id: 'a', content: 'one' },
        { role: 'tool', tool_call_id: 'b', content: 'two' },
        { role: 'system', content: 'Note.' },
        { role: 'user', content: 'And?' },
      ],
      stream: true,
      stream_options: { include_usage: true },
      tools: [{ type: 'function', function: { name: 'f', description: 'd', parameters } }],
      tool_choice: { type: 'function', function: { name: 'f' } },
      temperature: 1.5,
      max_completion_tokens: 50,
    });
  });

  it('of chat completions, with what a provider wants to find a prompt again', () => {
    const request = { ...conversation, promptCacheKey: 'talk', model: 'anthropic/claude' };
    const asked = (quirks: WireContext['quirks']) => chatBody(request, { ...context, quirks });
    expect(asked({})).not.toMatchObject({ prompt_cache_key: expect.anything() as unknown });
    expect(asked({ promptCacheKey: 'body' })).toMatchObject({ prompt_cache_key: 'talk' });
    expect(asked({ promptCacheKey: { header: 'x' } })).not.toHaveProperty('prompt_cache_key');
    expect(asked({ cacheControl: /^anthropic\// })).toMatchObject({ cache_control: { type: 'ephemeral' } });
    expect(asked({ cacheControl: /^qwen\// })).not.toHaveProperty('cache_control');
  });

  it('of Anthropic: what is remembered has a mark of its own, and so has where the last request ended', () => {
    const marks = (over: Partial<ChatRequest>) =>
      JSON.stringify(anthropicBody({ ...conversation, ...over }, context)).match(
        /"(?:text|content|description)":"[^"]*",(?:"input_schema":\{[^}]*\}\}\},)?"cache_control"/g,
      );
    const memory = 'You know her.';
    expect(marks({ memory })?.map((mark) => mark.split('"')[3])).toEqual([
      'Be brief.',
      'You know her.',
      'Look',
      'And?',
    ]);
    expect(marks({ system: '' })?.map((mark) => mark.split('"')[3])).toEqual(['Look', 'And?', 'd']);
    expect(
      marks({ system: '', tools: [], messages: [{ role: 'user', text: 'Hi', images: [] }] }),
    ).toHaveLength(1);
  });

  it('of Anthropic: turns that alternate, outputs first in the user’s, prompt caching', () => {
    const cache_control = { type: 'ephemeral' };
    expect(anthropicBody(conversation, context)).toEqual({
      model: 'm',
      max_tokens: 50,
      stream: true,
      system: [{ type: 'text', text: 'Be brief.', cache_control }],
      messages: [
        {
          role: 'user',
          content: [
            { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } },
            { type: 'text', text: 'Look', cache_control },
          ],
        },
        {
          role: 'assistant',
          content: [
            { type: 'text', text: 'Wait.' },
            { type: 'tool_use', id: 'a', name: 'f', input: { x: 1 } },
            { type: 'tool_use', id: 'b', name: 'g', input: {} },
          ],
        },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 'a', content: 'one' },
            { type: 'tool_result', tool_use_id: 'b', content: 'two' },
            { type: 'text', text: '[System: Note.]' },
            { type: 'text', text: 'And?', cache_control },
          ],
        },
      ],
      tools: [{ name: 'f', description: 'd', input_schema: parameters }],
      tool_choice: { type: 'tool', name: 'f' },
      temperature: 1,
    });
  });

  it.each([
    ['unknown', undefined, 32_000, 32_000],
    ['unknown', undefined, undefined, 4_096],
    ['claude-sonnet-4-5', 64_000, 32_000, 32_000],
    ['claude-sonnet-4-5', 64_000, 100_000, 64_000],
    ['claude-3-opus', 2_048, undefined, 2_048],
  ])(
    'of %s, which may write %j tokens, with a bound of %j: %j',
    (model, most, maxOutputTokens, max_tokens) => {
      const entry =
        most === undefined
          ? undefined
          : { ...catalogue().get('anthropic/claude-sonnet-4-5')!, maxOutputTokens: most };
      expect(anthropicBody({ ...conversation, model, maxOutputTokens }, { entry, quirks: {} })).toMatchObject(
        {
          max_tokens,
        },
      );
    },
  );

  it('of Google: parts in turn, and a signature where Gemini 3 wants one', () => {
    const part = { functionCall: { name: 'f', args: { x: 1 } } };
    const response = (name: string, content: string) => ({
      functionResponse: { name, response: { name, content } },
    });
    const body = {
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      contents: [
        { role: 'user', parts: [{ text: 'Look' }, { inlineData: { mimeType: 'image/png', data: 'AAAA' } }] },
        { role: 'model', parts: [{ text: 'Wait.' }, part, { functionCall: { name: 'g', args: {} } }] },
        {
          role: 'user',
          parts: [response('f', 'one'), response('g', 'two'), { text: '[System: Note.]' }, { text: 'And?' }],
        },
      ],
      generationConfig: { temperature: 1.5, maxOutputTokens: 50 },
      tools: [{ functionDeclarations: [{ name: 'f', description: 'd', parametersJsonSchema: parameters }] }],
      toolConfig: { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: ['f'] } },
    };
    expect(googleBody({ ...conversation, model: 'gemini-2.5-flash' }, context)).toEqual(body);
    expect(JSON.stringify(googleBody({ ...conversation, model: 'gemini-3.8-flash' }, context))).toContain(
      JSON.stringify({ ...part, thoughtSignature: 'skip_thought_signature_validator' }),
    );
  });

  it('says strict of a function to providers that know it', () => {
    const [tool] = conversation.tools;
    const request = { ...conversation, tools: [{ ...tool!, strict: true }] };
    const toldTo = (strictTools: boolean): unknown =>
      (chatBody(request, { ...context, quirks: { strictTools } }) as { tools: { function: object }[] })
        .tools[0]?.function;
    expect(toldTo(true)).toMatchObject({ name: 'f', strict: true });
    expect(toldTo(false)).not.toHaveProperty('strict');
  });

  it('says strict of a function to Anthropic’s models that know it, with the name of the feature', () => {
    const [tool] = conversation.tools;
    const closed: JsonSchema = { ...parameters, additionalProperties: false };
    const toldTo = (model: string, strict: boolean, of = closed): unknown[] => {
      const request = { ...conversation, model, tools: [{ ...tool!, strict, parameters: of }] };
      const { tools } = anthropicBody(request, context) as { tools: object[] };
      return [tools[0], anthropicFormat.headers('key', request)['anthropic-beta']];
    };
    for (const model of ['claude-sonnet-4-5', 'claude-opus-4-1-20250805', 'claude-haiku-5']) {
      const feature = 'structured-outputs-2025-11-13';
      expect(toldTo(model, true)).toEqual([expect.objectContaining({ strict: true }), feature]);
      expect(toldTo(model, false)).toEqual([expect.not.objectContaining({ strict: true }), undefined]);
    }
    const least = { x: { type: 'number', minimum: 1 } };
    const nested = { y: { type: 'array', items: { type: 'object', properties: {} } } };
    for (const open of [parameters, { ...closed, properties: least }, { ...closed, properties: nested }])
      expect(toldTo('claude-haiku-5', true, open)[1]).toBeUndefined();
    for (const model of ['claude-sonnet-4-20250514', 'claude-opus-4-0', 'claude-3-5-haiku-latest'])
      expect(toldTo(model, true)).toEqual([expect.not.objectContaining({ strict: true }), undefined]);
  });

  it('has Google hold calls to their schemas when a function is strict', () => {
    const [tool] = conversation.tools;
    const modeOf = (
      strict: boolean,
      kind: 'auto' | 'none' | 'required',
      model = 'gemini-2.5-flash',
    ): unknown =>
      googleBody({ ...conversation, model, tools: [{ ...tool!, strict }], toolChoice: { kind } }, context);
    const mode = (of: string) => ({ toolConfig: { functionCallingConfig: { mode: of } } });
    expect(modeOf(false, 'auto')).toMatchObject(mode('AUTO'));
    expect(modeOf(true, 'auto')).toMatchObject(mode('VALIDATED'));
    expect(modeOf(true, 'auto', 'gemini-2.0-flash')).toMatchObject(mode('AUTO'));
    expect(modeOf(true, 'none')).toMatchObject(mode('NONE'));
    expect(modeOf(true, 'required')).toMatchObject(mode('ANY'));
  });

  it("with the settings of chat completions, in each one's words", () => {
    const schema = { type: 'object', properties: { city: { type: 'string' } } };
    const settings = {
      topP: 0.5,
      stop: ['END'],
      seed: 7,
      frequencyPenalty: 0.5,
      presencePenalty: -0.5,
      format: { type: 'schema', name: 'city', schema } as const,
    };
    const request = chatRequest({ settings });
    expect(JSON.parse(JSON.stringify(chatBody(request, context)))).toMatchObject({
      top_p: 0.5,
      stop: ['END'],
      seed: 7,
      frequency_penalty: 0.5,
      presence_penalty: -0.5,
      response_format: { type: 'json_schema', json_schema: { name: 'city', schema } },
    });
    expect(googleBody(request, context)).toMatchObject({
      generationConfig: {
        topP: 0.5,
        stopSequences: ['END'],
        seed: 7,
        frequencyPenalty: 0.5,
        presencePenalty: -0.5,
        responseMimeType: 'application/json',
        responseJsonSchema: schema,
      },
    });
    expect(anthropicBody(request, context)).toMatchObject({ top_p: 0.5, stop_sequences: ['END'] });
    const capabilities = { tools: true, images: true, systemAnywhere: true, guidance: 'full' } as const;
    expect(toCallOptions(request, { capabilities })).toMatchObject({
      topP: 0.5,
      stopSequences: ['END'],
      seed: 7,
      responseFormat: { type: 'json', name: 'city', schema },
    });
  });
});
