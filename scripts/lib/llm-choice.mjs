import { findOllama } from './ollama.mjs';

export const LOCAL_MODEL = 'local/qwen2.5-coder-0.5b';
export const SMALL_MODEL = 'local/smollm2-135m';

/** Keys in the order in which they are taken, each with a quick and cheap model for speech. */
export const PROVIDERS = [
  ['OPENAI_API_KEY', 'openai/gpt-4.1-mini'],
  ['ANTHROPIC_API_KEY', 'anthropic/claude-haiku-4-5'],
  ['GOOGLE_GENERATIVE_AI_API_KEY', 'google/gemini-flash-lite-latest'],
  ['GROQ_API_KEY', 'groq/openai/gpt-oss-120b'],
  ['CEREBRAS_API_KEY', 'cerebras/gpt-oss-120b'],
  ['MISTRAL_API_KEY', 'mistral/mistral-small-latest'],
  ['XAI_API_KEY', 'xai/grok-4.20-non-reasoning'],
];

/**
 * The language model that answers, and why. In this order: PARLEY_LLM_MODEL; --small or --local; a provider's
 * key in the environment; an Ollama that listens; the default local model.
 *
 * @returns {Promise<{ model: string, why: string, env: Record<string, string> }>}
 */
export async function chooseLlm({ env, small = false, local = false, ollama = findOllama }) {
  if (set(env.PARLEY_LLM_MODEL)) return { model: env.PARLEY_LLM_MODEL, why: 'PARLEY_LLM_MODEL', env: {} };
  if (small) return chosen(SMALL_MODEL, '--small');
  if (local) return chosen(LOCAL_MODEL, '--local');
  const provider = PROVIDERS.find(([key]) => set(env[key]));
  if (provider !== undefined) return chosen(provider[1], `${provider[0]} is set`);
  const found = await ollama(env);
  if (found !== undefined) {
    return chosen(`ollama/${found.model}`, `Ollama listens at ${found.url}`, { OLLAMA_BASE_URL: found.url });
  }
  return chosen(LOCAL_MODEL, 'the default');
}

const set = (value) => value !== undefined && value.trim() !== '';
const chosen = (model, why, env = {}) => ({ model, why, env: { PARLEY_LLM_MODEL: model, ...env } });

/** The engines the services use unless a session asks for others. */
export const enginesOf = (env, llm) => ({
  stt: env.PARLEY_STT_MODEL?.trim() || 'local/whisper-base',
  llm,
  tts: env.PARLEY_TTS_VOICE?.trim() || 'piper/joe',
});

/** What would answer better, for someone who runs the default. */
export function howToImprove(model) {
  if (model.startsWith('local/')) {
    return 'a larger language model answers better: set OPENAI_API_KEY (or another provider’s key), or run Ollama';
  }
  return 'another language model: PARLEY_LLM_MODEL=provider/model npm start';
}
