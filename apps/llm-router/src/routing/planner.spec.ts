import { v1 } from '@parley/contracts';
import { parseRequest } from '../chat/parse-request';
import type { Settings } from '../chat/settings';
import { hostedProviders } from '../providers/hosted/hosted';
import { ProviderRegistry } from '../providers/registry';
import { ScriptedProvider } from '../providers/scripted/provider';
import { chatRequest } from '../testing/collect';
import { configOf } from '../testing/config';
import { Measures } from './measures';
import { Planner } from './planner';
import { routerSchema } from './router';
import { Scores } from './scores';

const { USER } = v1.ChatMessage.Role;

describe('the planner', () => {
  const config = configOf({
    GROQ_API_KEY: 'k',
    CEREBRAS_API_KEY: 'k',
    OPENAI_API_KEY: 'k',
    DEEPINFRA_API_KEY: 'k',
  });
  const scripted = new ScriptedProvider({ firstTokenMs: 0, tokenMs: 0 });
  const registry = new ProviderRegistry([scripted, ...hostedProviders(config)], {
    PARLEY_LLM_MODEL: 'test/scripted',
    PARLEY_MODEL_ALIASES: '',
  });
  const measures = new Measures();
  const support = routerSchema.parse({
    name: 'support',
    routes: [
      {
        route: {
          route_id: 'pro',
          variants: [
            {
              variant_id: 'v',
              model_id: 'openai/gpt-4.1',
              model_selection: { models: ['gpt-oss-120b'], ignore: ['deepinfra'] },
              text_generation_config: { temperature: 0.3, max_new_tokens: 80 },
              message_templates: [
                { role: 'system', content: 'The plan is {{metadata.plan}}{{metadata.none}}.' },
                { role: 'user', content: 'I speak {{language}}.' },
              ],
            },
          ],
        },
        condition: { cel_expression: 'metadata.plan == "pro"' },
      },
    ],
  });
  const planner = new Planner({
    registry,
    measures,
    scores: new Scores({ 'gpt-oss-120b': { intelligence: 50 }, 'openai/gpt-4.1': { intelligence: 60 } }),
    routers: { find: (name) => (name === 'support' ? support : undefined), names: () => ['support'] },
  });

  const plan = (wire: v1.GenerateRequest.$Properties) => {
    let parsed = parseRequest({ messages: [{ role: USER, text: 'Hi' }], ...wire });
    const made = planner.plan({
      request: parsed,
      seed: 's',
      assemble: (request) => {
        parsed = request;
        return chatRequest();
      },
    });
    made.candidates[0]?.request();
    return { names: made.candidates.map(({ model }) => model.name), routing: made.routing, request: parsed };
  };

  it('asks the one model that is named, and the default when none is', () => {
    expect(plan({ model: 'groq/llama-3.3-70b-versatile' }).names).toEqual(['groq/llama-3.3-70b-versatile']);
    expect(plan({}).names).toEqual(['test/scripted']);
  });

  it('asks the models of the request in their order, the named one first', () => {
    const { names } = plan({ model: 'openai/gpt-4.1', selection: { models: ['groq/x', 'test/scripted'] } });
    expect(names).toEqual(['openai/gpt-4.1', 'groq/x', 'test/scripted']);
  });

  it('finds who serves a model that names no provider: fastest first, or in the order asked for', () => {
    measures.record('cerebras/gpt-oss-120b', 90, 0, 0);
    measures.record('groq/openai/gpt-oss-120b', 800, 0, 0);
    const { names } = plan({ selection: { models: ['gpt-oss-120b'], ignore: ['deepinfra'] } });
    expect(names).toEqual(['cerebras/gpt-oss-120b', 'groq/openai/gpt-oss-120b']);
    const ordered = { models: ['gpt-oss-120b'], providerOrder: ['groq'] };
    expect(plan({ selection: ordered }).names[0]).toBe('groq/openai/gpt-oss-120b');
    expect(plan({ selection: { ...ordered, allowFallbacks: false } }).names).toEqual([
      'groq/openai/gpt-oss-120b',
    ]);
  });

  it('sorts every model that can be had for "auto"', () => {
    const sort = [{ metric: 'intelligence' }, { metric: 'price' }];
    const { names } = plan({ model: 'auto', selection: { sort } });
    expect(names[0]).toBe('openai/gpt-4.1');
    expect(names.slice(1, 4).every((name) => name.endsWith('gpt-oss-120b'))).toBe(true);
    expect(names.length).toBeLessThanOrEqual(8);
    expect(plan({ model: 'inworld/auto' }).names[0]).toBe('cerebras/gpt-oss-120b');
  });

  it('follows a router, with its settings and messages', () => {
    const wire = {
      model: 'inworld/support',
      metadataJson: '{"plan":"pro"}',
      language: 'de',
      instructions: 'Be kind.',
    };
    const { names, routing, request } = plan(wire);
    expect(names[0]).toBe('openai/gpt-4.1');
    expect(new Set(names.slice(1))).toEqual(new Set(['cerebras/gpt-oss-120b', 'groq/openai/gpt-oss-120b']));
    expect(routing).toEqual({ router: 'support', route: 'pro', variant: 'v' });
    expect(request).toMatchObject({
      instructions: 'Be kind.\n\nThe plan is pro.',
      messages: [{ text: 'I speak de.' }, { text: 'Hi' }],
      temperature: 0.3,
      maxOutputTokens: 80,
    });
    expect(plan({ ...wire, temperature: 1 }).request.temperature).toBe(1);
  });

  it('takes only models that can do what the request needs', () => {
    const images = ['data:image/png;base64,AAAA'];
    const messages = [{ role: USER, text: 'Look', images: images.map((url) => ({ url })) }];
    const models = ['groq/openai/gpt-oss-120b', 'openai/gpt-4.1'];
    expect(plan({ selection: { models }, messages }).names).toEqual(['openai/gpt-4.1']);
    expect(() => plan({ model: 'groq/openai/gpt-oss-120b', messages })).toThrow('takes no images');
    expect(() => plan({ selection: { models: models.slice(0, 1) }, messages })).toThrow('takes images');
  });

  it('tells a model that does not see of images that were shown before, and asks those that see first', () => {
    const messages = [
      { role: USER, text: 'Look', images: [{ url: 'data:image/png;base64,AAAA' }] },
      { role: v1.ChatMessage.Role.ASSISTANT, text: 'A cat.' },
      { role: USER, text: 'And now?' },
    ];
    const models = ['groq/openai/gpt-oss-120b', 'openai/gpt-4.1'];
    const blind = plan({ model: models[0]!, messages });
    expect(blind.request.messages[0]).toMatchObject({
      images: [],
      text: expect.stringContaining('an image here, which you cannot see'),
    });
    const routed = plan({ selection: { models }, messages });
    expect(routed.names).toEqual(models.toReversed());
    expect(routed.request.messages[0]).toMatchObject({ text: 'Look', images: [{ base64: 'AAAA' }] });
  });

  it.each([
    [{ model: 'inworld/nobody' }, 'there is no router "nobody"; there are support'],
    [{ model: 'parley/support' }, 'no route of the router "support" is right'],
    [{ selection: { models: ['mystery/x'] } }, 'mystery'],
    [{ selection: { models: ['groq/x'], ignore: ['groq'] } }, 'all are ignored'],
    [{ selection: { sort: [{ metric: 'beauty' }] } }, 'selection.sort.0.metric'],
    [{ metadataJson: '[1]' }, 'metadata'],
  ])('says what is wrong with %j', (wire, message) => {
    expect(() => plan(wire)).toThrow(message);
  });

  it('a reasoning effort goes to models that take one, and is refused by name where the one that was named does not', () => {
    const effort = { reasoningEffort: 'low' };
    expect(plan({ ...effort, model: 'openai/gpt-5-mini' }).request.reasoningEffort).toBe('low');
    expect(plan({ ...effort, model: 'openai/a-model-of-tomorrow' }).names).toEqual([
      'openai/a-model-of-tomorrow',
    ]);
    for (const model of ['openai/gpt-4.1', 'test/scripted']) {
      expect(() => plan({ ...effort, model })).toThrow(
        expect.objectContaining({ code: 'reasoning_not_supported', message: expect.stringContaining(model) }),
      );
    }
    const models = ['openai/gpt-4.1', 'openai/gpt-5-mini'];
    expect(plan({ ...effort, selection: { models } }).names).toEqual(['openai/gpt-5-mini']);
  });

  it('settings of sampling go to models that take them, and are refused by name where the one that was named does not', () => {
    const asked = (settings: Settings, models: readonly string[]) =>
      planner
        .plan({
          request: {
            ...parseRequest({ messages: [{ role: USER, text: 'Hi' }], selection: { models: [...models] } }),
            settings,
          },
          seed: 's',
          assemble: () => chatRequest(),
        })
        .candidates.map(({ model }) => model.name);
    const models = ['openai/gpt-5-mini', 'openai/gpt-4.1'];
    for (const settings of [{ topP: 0.5 }, { frequencyPenalty: 1 }, { presencePenalty: 1 }])
      expect(asked(settings, models)).toEqual(['openai/gpt-4.1']);
    expect(asked({ seed: 1 }, models)).toEqual(models);
    const named = { ...parseRequest({ model: 'openai/gpt-5-mini' }), settings: { topP: 0.5 } };
    expect(() => planner.plan({ request: named, seed: 's', assemble: () => chatRequest() })).toThrow(
      expect.objectContaining({ code: 'setting_not_supported', param: 'top_p' }),
    );
  });
});
