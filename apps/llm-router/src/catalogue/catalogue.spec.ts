import { catalogue, formatCatalogue, parseCatalogue } from './catalogue';
import { fromLiteLlm } from './refresh/from-litellm';

describe('the model catalogue', () => {
  it('says where it is from, and knows hundreds of models of every provider that lists its models', () => {
    const { source } = catalogue();
    expect(source).toMatchObject({ license: 'MIT', source: 'https://github.com/BerriAI/litellm' });
    expect(catalogue().all().length).toBeGreaterThanOrEqual(300);
    const providers = new Set(
      catalogue()
        .all()
        .map(({ id }) => id.split('/', 1)[0]),
    );
    const listed = [
      'anthropic',
      'azure',
      'bedrock',
      'cerebras',
      'cohere',
      'deepinfra',
      'deepseek',
      'fireworks',
    ];
    const more = ['google', 'groq', 'mistral', 'openai', 'perplexity', 'together', 'vertex', 'xai'];
    expect(providers).toEqual(new Set([...listed, ...more]));
  });

  it('keeps all through writing and reading', () => {
    const { source } = catalogue();
    const text = formatCatalogue(source, catalogue().all());
    expect(parseCatalogue(text).all()).toEqual(catalogue().all());
    expect(() => parseCatalogue(`${text}{"id":"x"}\n`)).toThrow('id');
  });

  it('finds who serves a model, whatever they put before its name', () => {
    const ids = catalogue()
      .namesakes('gpt-oss-120b')
      .map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['groq/openai/gpt-oss-120b', 'cerebras/gpt-oss-120b']));
  });
});

describe('LiteLLM’s table', () => {
  it('is taken where it speaks of a model for conversations, in dollars per million tokens', () => {
    const chat = { mode: 'chat', max_input_tokens: 1000, max_output_tokens: 100 };
    const entries = fromLiteLlm({
      sample_spec: { mode: 'one of: chat, embedding' },
      'gpt-x': {
        ...chat,
        litellm_provider: 'openai',
        input_cost_per_token: 4e-7,
        output_cost_per_token: 0.0000016,
        cache_read_input_token_cost: 1e-7,
        deprecation_date: '2027-01-14',
        supports_function_calling: true,
        supports_vision: true,
      },
      'groq/openai/gpt-oss-20b': { ...chat, litellm_provider: 'groq', supports_reasoning: true },
      'gpt-codex': { mode: 'responses', litellm_provider: 'openai', supports_reasoning: true },
      'text-embedding': { mode: 'embedding', litellm_provider: 'openai' },
      'other/x': { ...chat, litellm_provider: 'someone-else' },
    });
    expect(entries).toEqual([
      {
        id: 'openai/gpt-x',
        contextTokens: 1000,
        maxOutputTokens: 100,
        input: ['text', 'image'],
        output: ['text'],
        tools: true,
        reasoning: false,
        sampling: true,
        api: 'chat',
        price: { input: 0.4, cachedInput: 0.1, output: 1.6 },
        retiresOn: '2027-01-14',
      },
      expect.objectContaining({
        id: 'groq/openai/gpt-oss-20b',
        price: null,
        reasoning: true,
        sampling: true,
      }),
      expect.objectContaining({
        id: 'openai/gpt-codex',
        api: 'responses',
        sampling: false,
        contextTokens: 0,
      }),
    ]);
  });
});
