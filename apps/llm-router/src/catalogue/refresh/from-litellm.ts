import { z } from 'zod';
import { modalities, type ModelEntry } from '../entry';

/** The part of LiteLLM's `model_prices_and_context_window.json` that is used; its entries vary widely. */
const factsSchema = z.object({
  litellm_provider: z.string(),
  mode: z.string(),
  max_input_tokens: z.number().nullish().catch(null),
  max_tokens: z.number().nullish().catch(null),
  max_output_tokens: z.number().nullish().catch(null),
  input_cost_per_token: z.number().nullish().catch(null),
  output_cost_per_token: z.number().nullish().catch(null),
  cache_read_input_token_cost: z.number().nullish().catch(null),
  deprecation_date: z.iso.date().nullish().catch(null),
  supported_endpoints: z.array(z.string()).nullish().catch(null),
  supported_modalities: z.array(z.string()).nullish().catch(null),
  supported_output_modalities: z.array(z.string()).nullish().catch(null),
  supports_function_calling: z.boolean().nullish().catch(null),
  supports_reasoning: z.boolean().nullish().catch(null),
  supports_sampling_params: z.boolean().nullish().catch(null),
  supports_vision: z.boolean().nullish().catch(null),
  supports_audio_input: z.boolean().nullish().catch(null),
  supports_video_input: z.boolean().nullish().catch(null),
  supports_pdf_input: z.boolean().nullish().catch(null),
});

type Facts = z.output<typeof factsSchema>;

/** LiteLLM's names of providers, and Parley's. */
const providers: Readonly<Record<string, string>> = {
  openai: 'openai',
  anthropic: 'anthropic',
  gemini: 'google',
  groq: 'groq',
  mistral: 'mistral',
  xai: 'xai',
  deepseek: 'deepseek',
  cerebras: 'cerebras',
  cohere_chat: 'cohere',
  together_ai: 'together',
  fireworks_ai: 'fireworks',
  deepinfra: 'deepinfra',
  perplexity: 'perplexity',
  bedrock_converse: 'bedrock',
  azure: 'azure',
  'vertex_ai-language-models': 'vertex',
};

/** The models of its text that Parley's providers have and that answer in a conversation. */
export function fromLiteLlm(data: unknown): ModelEntry[] {
  const entries = new Map<string, ModelEntry>();
  for (const [key, value] of Object.entries(z.record(z.string(), z.unknown()).parse(data))) {
    const facts = factsSchema.safeParse(value).data;
    if (facts === undefined || !answersInText(facts)) continue;
    const provider = providers[facts.litellm_provider];
    if (provider === undefined) continue;
    const id = `${provider}/${withoutPrefix(key, facts.litellm_provider)}`;
    entries.set(id, entries.get(id) ?? toEntry(id, facts));
  }
  return [...entries.values()];
}

const answersInText = ({ mode, supported_output_modalities: output }: Facts): boolean =>
  (mode === 'chat' || mode === 'responses') && (output?.includes('text') ?? true);

/** "groq/openai/gpt-oss-20b" → "openai/gpt-oss-20b"; "vertex_ai/gemini-2.5-pro" → "gemini-2.5-pro" */
function withoutPrefix(key: string, litellmProvider: string): string {
  const prefixes = [litellmProvider, litellmProvider.split('-', 1)[0], 'bedrock'];
  const prefix = prefixes.find((one) => key.startsWith(`${one}/`));
  return prefix === undefined ? key : key.slice(prefix.length + 1);
}

function toEntry(id: string, facts: Facts): ModelEntry {
  return {
    id,
    contextTokens: whole(facts.max_input_tokens ?? facts.max_tokens),
    maxOutputTokens: whole(facts.max_output_tokens),
    input: inputOf(facts),
    output: modalities.filter((one) => (facts.supported_output_modalities ?? ['text']).includes(one)),
    tools: facts.supports_function_calling ?? false,
    reasoning: facts.supports_reasoning ?? false,
    sampling: facts.supports_sampling_params ?? !alwaysReasons(facts),
    api: needsResponses(facts) ? 'responses' : 'chat',
    price: priceOf(facts),
    retiresOn: facts.deprecation_date ?? null,
  };
}

/** OpenAI's reasoning models refuse a temperature; its table does not always say so. */
const alwaysReasons = (facts: Facts): boolean =>
  facts.supports_reasoning === true && ['openai', 'azure'].includes(facts.litellm_provider);

const needsResponses = ({ mode, supported_endpoints: endpoints }: Facts): boolean =>
  mode === 'responses' && endpoints?.includes('/v1/chat/completions') !== true;

function inputOf(facts: Facts): ModelEntry['input'] {
  const named = new Set(facts.supported_modalities ?? []);
  const supported: Record<(typeof modalities)[number], boolean> = {
    text: true,
    image: named.has('image') || facts.supports_vision === true,
    audio: named.has('audio') || facts.supports_audio_input === true,
    video: named.has('video') || facts.supports_video_input === true,
    file: facts.supports_pdf_input === true,
  };
  return modalities.filter((one) => supported[one]);
}

function priceOf(facts: Facts): ModelEntry['price'] {
  const { input_cost_per_token: input, output_cost_per_token: output } = facts;
  if (input == null || output == null) return null;
  const cached = facts.cache_read_input_token_cost ?? input;
  return { input: perMillion(input), cachedInput: perMillion(cached), output: perMillion(output) };
}

/** Without the noise of binary fractions. */
const perMillion = (perToken: number): number => Number((perToken * 1e6).toPrecision(8));

const whole = (value: number | null | undefined): number => Math.max(0, Math.trunc(value ?? 0));
