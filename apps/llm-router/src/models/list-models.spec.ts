import { catalogue } from '../catalogue/catalogue';
import { configOf } from '../testing/config';
import { hostedProviders } from '../providers/hosted/hosted';
import { LocalCatalog } from '../providers/local/catalog';
import { ProviderRegistry } from '../providers/registry';
import { listModels } from './list-models';

describe('the list of models', () => {
  const warnings: string[] = [];
  const registry = new ProviderRegistry(
    hostedProviders(configOf({ GROQ_API_KEY: 'k', PARLEY_LLM_BASE_URL: 'http://127.0.0.1:1/v1' })),
    { PARLEY_LLM_MODEL: 'groq/openai/gpt-oss-120b', PARLEY_MODEL_ALIASES: '' },
    (message) => warnings.push(message),
  );

  it('has what can be had here, with price, limits and modalities', () => {
    const models = listModels(registry, false);
    expect(new Set(models.map(({ provider, available }) => `${provider} ${available}`))).toEqual(
      new Set(['groq true']),
    );
    const { price, retiresOn, ...facts } = catalogue().get('groq/openai/gpt-oss-120b')!;
    expect(models.find(({ id }) => id === facts.id)).toMatchObject({
      contextTokens: facts.contextTokens,
      maxOutputTokens: facts.maxOutputTokens,
      tools: true,
      inputModalities: facts.input,
      price,
      retiresOn: retiresOn ?? '',
    });
  });

  it('has the default model though nobody lists it', () => {
    const config = configOf({ GROQ_API_KEY: 'k', PARLEY_LLM_ENDPOINTS: 'vllm=http://127.0.0.1:1/v1' });
    const own = new ProviderRegistry(hostedProviders(config), {
      PARLEY_LLM_MODEL: 'vllm/Qwen/Qwen3-32B',
      PARLEY_MODEL_ALIASES: '',
    });
    const listed = listModels(own, false).filter(({ provider }) => provider === 'vllm');
    expect(listed).toMatchObject([{ id: 'vllm/Qwen/Qwen3-32B', available: true }]);
  });

  it('has local models whose files are here', () => {
    const config = configOf({ PARLEY_LOCAL_GGUF: 'big=/models/big.gguf' });
    const here = new LocalCatalog(config, (name) => name === 'smollm2-135m');
    expect(here.models().map(({ name }) => name)).toEqual(['smollm2-135m', 'big']);
    // It may be asked for all the same, and the answer says how to get it.
    expect(() => here.check('qwen2.5-coder-0.5b')).not.toThrow();
    expect(() => here.check('none')).toThrow('there are local/qwen2.5-coder-0.5b');
  });

  it('has the whole catalogue when asked, and says what cannot be had', () => {
    const models = listModels(registry, true);
    expect(models.length).toBe(catalogue().all().length);
    expect(models.find(({ id }) => id?.startsWith('anthropic/'))?.available).toBe(false);
  });

  it('passes an unknown model on with one warning, and refuses an unknown provider', () => {
    expect(registry.resolve('custom/my-model').id).toEqual({ provider: 'custom', model: 'my-model' });
    registry.resolve('custom/my-model');
    registry.resolve('groq/openai/gpt-oss-120b');
    expect(warnings).toEqual([expect.stringContaining('custom/my-model')]);
    expect(() => registry.resolve('nobody/m')).toThrow('configured: groq, custom');
  });
});
