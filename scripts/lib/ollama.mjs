const DEFAULT_URL = 'http://127.0.0.1:11434';
const TIMEOUT_MS = 1000;

/** The address and the first chat model of an Ollama that listens; undefined when there is none. */
export async function findOllama(env, get = fetch) {
  const base = (env.OLLAMA_BASE_URL ?? '').trim() || DEFAULT_URL;
  const url = base.replace(/\/(v1|api)?\/?$/, '');
  try {
    const response = await get(`${url}/api/tags`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const names = (await response.json()).models.map(({ name }) => name);
    const model = names.find((name) => typeof name === 'string' && !/embed|bge-|minilm/i.test(name));
    return model === undefined ? undefined : { url: env.OLLAMA_BASE_URL?.trim() || url, model };
  } catch {
    return undefined;
  }
}
