import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { resolveModel } from '@parley/models';
import { createLogger, createRegistry } from '@parley/telemetry';
import type { Settings } from '../../chat/settings';
import type { ChatMessage, ToolCall } from '../../chat/types';
import { spokenGuidance } from '../../prompt/guidance';
import { chatRequest, collect } from '../../testing/collect';
import { configOf } from '../../testing/config';
import { LocalCatalog } from './catalog';
import { LocalEngines } from './engines';
import { LocalProvider } from './provider';

const user = (text: string): ChatMessage => ({ role: 'user', text, images: [] });
const assistant = (text: string): ChatMessage => ({ role: 'assistant', text, toolCalls: [] });

/** A call that was made, in a conversation that has its output. */
const made: ToolCall = {
  callId: 'c',
  name: 'get_weather',
  argumentsJson: '{"city":"Rome","unit":"celsius"}',
};
const answered: readonly ChatMessage[] = [
  user('How warm is it in Rome?'),
  { role: 'assistant', text: '', toolCalls: [made] },
  { role: 'tool', callId: 'c', name: 'get_weather', text: '{"temperature":21}' },
];

/** Loading and answering while other tests need the cores. */
jest.setTimeout(180_000);

/** Why a model cannot be run here; undefined when it can. */
async function missing(model: string): Promise<string | undefined> {
  const program = resolve(__dirname, '../../../dist/providers/local/program.js');
  if (!existsSync(program)) return `${program} is missing: build the app first`;
  try {
    await resolveModel(model);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function createProvider(environment: Record<string, string> = {}): LocalProvider {
  const config = configOf({
    PARLEY_LOCAL_SEQUENCES: '2',
    PARLEY_LOCAL_CONTEXT_TOKENS: '512',
    ...environment,
  });
  const logger = createLogger('test', 'silent');
  const catalog = new LocalCatalog(config);
  const engines = new LocalEngines({ config, catalog, logger, metrics: createRegistry('test') });
  return new LocalProvider({ catalog, engines, logger, timeoutMs: 120_000 });
}

const weather = {
  name: 'get_weather',
  description: 'Current weather of a city',
  parameters: {
    type: 'object',
    properties: { city: { type: 'string' }, unit: { enum: ['celsius', 'fahrenheit'] } },
    required: ['city', 'unit'],
  },
};

const locate = {
  name: 'weather',
  description: 'Get the weather for a location',
  parameters: { type: 'object', properties: { location: { type: 'string' } }, required: ['location'] },
};

/** A weather call by name and whether its arguments keep to the schema. */
function shapeOf({ name, argumentsJson }: ToolCall): string {
  const { city, unit } = JSON.parse(argumentsJson) as Record<string, unknown>;
  return `${name} city:${typeof city} unit:${unit === 'celsius' || unit === 'fahrenheit'}`;
}

describe.each([
  { model: 'smollm2-135m', tools: false },
  { model: 'qwen2.5-coder-0.5b', tools: true },
])('the local model $model', ({ model, tools }) => {
  let reason: string | undefined;
  const provider = createProvider();
  const request = (cacheKey: string, messages: readonly ChatMessage[], over = {}) =>
    chatRequest({ model, cacheKey, system: spokenGuidance.small, messages, maxOutputTokens: 40, ...over });

  /** Whether the model is not here, said once a test. */
  const absent = (): boolean => {
    if (reason !== undefined) process.stderr.write(`skipped for want of ${model}: ${reason}\n`);
    return reason !== undefined;
  };

  beforeAll(async () => {
    reason = await missing(model);
    if (reason === undefined) await provider.warm(model);
  });
  afterAll(() => provider.stop());

  it('answers, and of a later turn evaluates only what is new', async () => {
    if (absent()) return;
    const first = [user('What is the capital of France?')];
    const one = await collect(provider, request('a', first));
    expect(one.text).toContain('Paris');
    const end = one.events.at(-1);
    const two = await collect(provider, request('a', [...first, assistant(one.text), user('Thank you.')]));
    const later = two.events.at(-1);
    if (end?.type !== 'finished' || later?.type !== 'finished') throw new Error('an answer has no end');
    // The guidance was evaluated at the start, for every conversation.
    expect(end.usage.cachedInputTokens).toBeGreaterThan(20);
    expect(later.usage.inputTokens).toBeGreaterThan(end.usage.inputTokens + end.usage.outputTokens);
    // What the first turn read and wrote is there: only the new message and the frame around it are read.
    expect(later.usage.cachedInputTokens).toBeGreaterThanOrEqual(
      end.usage.inputTokens + end.usage.outputTokens,
    );
    expect(later.usage.inputTokens - later.usage.cachedInputTokens).toBeLessThan(16);
  });

  it('evaluates a prepared prompt before it is asked', async () => {
    if (absent()) return;
    const system = `${spokenGuidance.small}\n\nYou sell flowers in a small shop by the sea.`;
    await provider.prepare(request('p', [user('I would like some')], { system }), {
      signal: new AbortController().signal,
    });
    const { events } = await collect(provider, request('p', [user('I would like some roses.')], { system }));
    const end = events.at(-1);
    if (end?.type !== 'finished') throw new Error('the answer has no end');
    expect(end.usage.inputTokens - end.usage.cachedInputTokens).toBeLessThan(12);
  });

  it('answers more conversations at once than it has sequences', async () => {
    if (absent()) return;
    const answers = await Promise.all(
      ['x', 'y', 'z'].map((key) =>
        collect(provider, request(key, [user('Say hello.')], { maxOutputTokens: 12 })),
      ),
    );
    for (const { text, error, events } of answers) {
      expect(error).toBeUndefined();
      expect(text).not.toBe('');
      expect(events.at(-1)?.type).toBe('finished');
    }
  });

  it('writes no markup when the answer will be spoken', async () => {
    if (absent()) return;
    const ask = [user('Write a Python function that adds two numbers, then a list of three fruits.')];
    const { text } = await collect(provider, request('m', ask, { maxOutputTokens: 80 }));
    expect(text).not.toMatch(/[`*#\n]/);
  });

  it('stops when it is cancelled, and answers the next', async () => {
    if (absent()) return;
    const controller = new AbortController();
    const long = request('c', [user('Count from one to one hundred.')], {
      maxOutputTokens: 400,
      spoken: false,
    });
    await expect(
      (async () => {
        for await (const _ of provider.generate(long, { signal: controller.signal })) controller.abort();
      })(),
    ).rejects.toThrow('abort');
    expect((await collect(provider, request('c', [user('Hello.')]))).error).toBeUndefined();
  });

  it('ends an answer at its limit, and cuts a conversation that is too long', async () => {
    if (absent()) return;
    const turns = Array.from({ length: 40 }, (_, n) => [
      user(`Tell me about number ${n}. `.repeat(4)),
      assistant('It is.'),
    ]);
    const { events } = await collect(
      provider,
      request('l', [...turns.flat(), user('Tell me a long story.')], { maxOutputTokens: 3 }),
    );
    const end = events.at(-1);
    if (end?.type !== 'finished') throw new Error('the answer has no end');
    expect(end).toMatchObject({ reason: 'length', usage: { outputTokens: 3 } });
    expect(end.usage.inputTokens).toBeLessThan(512 * 0.6);
  });

  it('calls a tool with arguments of its schema, or says that it cannot', async () => {
    if (absent()) return;
    const ask = request('t', [user('How warm is it in Rome?')], {
      tools: [weather],
      toolChoice: { kind: 'function', name: 'get_weather' },
      maxOutputTokens: 80,
    });
    const { events, error } = await collect(provider, ask);
    expect(error?.code).toBe(tools ? undefined : 'tools_not_supported');
    const told = events.map((event) => (event.type === 'tool_call' ? shapeOf(event) : event.type));
    expect(told).toEqual(tools ? ['get_weather city:string unit:true', 'finished'] : []);
  });

  it('speaks of an output rather than making the same call again', async () => {
    if (absent() || !tools) return;
    // Elsewhere it is chance that one in so many answers leaves the number out.
    const ask = request('t', answered, { tools: [weather], temperature: 0 });
    const { events, text } = await collect(provider, ask);
    const again = events.some(
      (event) => event.type === 'tool_call' && event.argumentsJson === made.argumentsJson,
    );
    expect(again).toBe(false);
    expect(text).toContain('21');
  });

  it('answers in a format', async () => {
    if (absent()) return;
    const schema = {
      type: 'object',
      properties: { city: { $ref: '#/$defs/city' }, big: { type: 'boolean' } },
      required: ['city', 'big'],
      $defs: { city: { enum: ['Paris', 'Rome'] } },
    };
    const ask = (settings: Settings) =>
      collect(
        provider,
        request('f', [user('What is the capital of France?')], {
          settings,
          spoken: false,
          maxOutputTokens: 60,
        }),
      );
    const { text, events } = await ask({ format: { type: 'schema', name: 'answer', schema } });
    const { city, big, ...more } = JSON.parse(text) as Record<string, unknown>;
    expect({ city, big: typeof big, more }).toEqual({ city: 'Paris', big: 'boolean', more: {} });
    expect(events.at(-1)).toMatchObject({ type: 'finished', reason: 'stop' });
    expect((await ask({ format: { type: 'json' } })).text).toMatch(/^\{/);
  });

  it('says what it can say without a tool', async () => {
    if (absent() || !tools) return;
    const ask = request('h', [user('Say hi.')], { tools: [locate], system: 'You are a helpful assistant.' });
    const { events, text } = await collect(provider, { ...ask, spoken: false, temperature: 0 });
    expect(events.map(({ type }) => type)).not.toContain('tool_call');
    expect(text).toMatch(/hi|hello/i);
  });

  it('in a format too it answers from an output, or calls', async () => {
    if (absent() || !tools) return;
    const schema = { type: 'object', properties: { degrees: { type: 'integer' } }, required: ['degrees'] };
    const over = {
      tools: [weather],
      settings: { format: { type: 'schema', name: 'answer', schema } },
      spoken: false,
      maxOutputTokens: 80,
    };
    const { text } = await collect(provider, request('g', answered, over));
    expect(JSON.parse(text)).toEqual({ degrees: 21 });
  });
});

describe('the catalogue of local models', () => {
  it('knows the packaged ones, the operator’s own, and no file that a caller names', () => {
    const catalog = new LocalCatalog(
      configOf({ PARLEY_LOCAL_GGUF: 'mine=/srv/mine.gguf', PARLEY_LLM_MODEL: 'local//srv/big.gguf' }),
      () => true,
    );
    expect(catalog.models().map(({ name }) => name)).toEqual([
      'qwen2.5-coder-0.5b',
      'smollm2-135m',
      'mine',
      '/srv/big.gguf',
    ]);
    expect(() => catalog.check('/etc/passwd')).toThrow('there is no local model');
  });

  it('says what to do when a model is not in the cache', async () => {
    const config = configOf();
    const before = process.env['PARLEY_MODELS_DIR'];
    process.env['PARLEY_MODELS_DIR'] = '/nonexistent';
    try {
      await expect(new LocalCatalog(config).path('smollm2-135m')).rejects.toThrow('pull smollm2-135m');
    } finally {
      if (before === undefined) delete process.env['PARLEY_MODELS_DIR'];
      else process.env['PARLEY_MODELS_DIR'] = before;
    }
  });
});
