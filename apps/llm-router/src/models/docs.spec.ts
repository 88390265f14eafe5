import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createLogger, createRegistry } from '@parley/telemetry';
import { hostedEnvironment } from '../providers/hosted/environment';
import { hostedProviders } from '../providers/hosted/hosted';
import { LocalCatalog } from '../providers/local/catalog';
import { LocalEngines } from '../providers/local/engines';
import { LocalProvider } from '../providers/local/provider';
import { ProviderRegistry } from '../providers/registry';
import { configOf } from '../testing/config';

const page = readFileSync(path.join(__dirname, '../../../../docs/language-models.md'), 'utf8');
const examples = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, code = '']) =>
  Object.fromEntries([...code.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value])),
);

/** The models that an environment leads to, as the service has them. */
function registryOf(environment: Record<string, string>): ProviderRegistry {
  const config = configOf(environment);
  const logger = createLogger('test', 'silent');
  const catalog = new LocalCatalog(config);
  const engines = new LocalEngines({ config, catalog, logger, metrics: createRegistry('test') });
  const local = new LocalProvider({ catalog, engines, logger, timeoutMs: 1_000 });
  return new ProviderRegistry([local, ...hostedProviders(config)], config);
}

describe('docs/language-models.md', () => {
  it.each<[string, string, string]>([
    ['PARLEY_MODEL_ALIASES', 'fast', 'groq/openai/gpt-oss-20b'],
    ['PARLEY_LOCAL_GGUF', '', 'local/big'],
    ['OLLAMA_BASE_URL', '', 'ollama/qwen3:8b'],
    ['PARLEY_LLM_ENDPOINTS', '', 'vllm/Qwen/Qwen3-32B-AWQ'],
    ['PARLEY_LLM_ENDPOINTS', 'lab/any', 'lab/any'],
  ])('shows settings that are taken as it says: %s', (variable, asked, model) => {
    const found = examples.filter((example) => variable in example);
    expect(found).toHaveLength(1);
    expect(registryOf({ GROQ_API_KEY: 'k', ...found[0] }).resolve(asked).name).toBe(model);
  });

  it('shows no example that is not looked at', () => {
    expect(examples).toHaveLength(4);
  });

  it('names every variable of a provider', () => {
    const told = (name: string): boolean => page.includes(`\`${name}`);
    const names = Object.keys(hostedEnvironment).filter((name) => !/_BASE_URL$/.test(name));
    expect(names.filter((name) => !told(name))).toEqual([]);
  });

  it('names every setting of local models', () => {
    const names = Object.keys(configOf({})).filter((name) => name.startsWith('PARLEY_LOCAL_'));
    expect(names.filter((name) => !page.includes(`| \`${name}\``))).toEqual([]);
  });
});
