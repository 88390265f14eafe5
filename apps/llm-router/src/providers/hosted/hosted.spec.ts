import { catalogue } from '../../catalogue/catalogue';
import { chatRequest, collect } from '../../testing/collect';
import { configOf } from '../../testing/config';
import { beginEvents, chunk, sendEvent, usage, WireServer } from '../../testing/wire-server';
import type { ChatProvider } from '../provider';
import { ollamaUrl } from './compatible';
import { hostedProviders } from './hosted';

describe('the providers of an environment', () => {
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

  it('tries the next key when one is refused, and lets that one rest', async () => {
    const seen: string[] = [];
    server.respond = (response, { headers }) => {
      seen.push(String(headers.authorization));
      if (headers.authorization === 'Bearer bad') {
        response.writeHead(401, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ error: { message: 'bad key' } }));
        return;
      }
      beginEvents(response);
      sendEvent(response, chunk({ content: 'Hello' }, 'stop', { usage }));
      response.end('data: [DONE]\n\n');
    };
    const groq = provider({ GROQ_API_KEY: 'bad, good', GROQ_BASE_URL: `${url}/v1` });
    const texts = [];
    for (let index = 0; index < 4; index += 1) texts.push((await collect(groq, chatRequest())).text);
    expect(texts).toEqual(['Hello', 'Hello', 'Hello', 'Hello']);
    expect(seen).toEqual(['Bearer bad', ...Array.from({ length: 4 }, () => 'Bearer good')]);
  });

  it('gives no temperature to a model that takes none', async () => {
    const { id } = catalogue()
      .of('openai')
      .find(({ sampling, api }) => !sampling && api === 'chat')!;
    const openai = provider({ OPENAI_API_KEY: 'k', OPENAI_BASE_URL: `${url}/v1` });
    server.respond = (response) => response.end();
    await collect(openai, chatRequest({ model: id.slice('openai/'.length), temperature: 0.4 }));
    expect(server.requests[0]?.body).not.toHaveProperty('temperature');
  });

  it('has every server that is named', () => {
    const named = hostedProviders(
      configOf({
        PARLEY_LLM_ENDPOINTS: 'vllm=http://127.0.0.1:1/v1,lab=http://127.0.0.1:2/v1',
        PARLEY_LLM_ENDPOINT_KEYS: 'lab=k',
      }),
    );
    expect(named.map(({ id }) => id)).toEqual(['vllm', 'lab']);
    expect(() => hostedProviders(configOf({ PARLEY_LLM_ENDPOINTS: 'Bad Name=ftp://x' }))).toThrow('Bad Name');
  });

  it('finds Ollama’s compatible door from any form of its address', () => {
    expect(['http://h:1', 'http://h:1/', 'http://h:1/api', 'http://h:1/v1/'].map(ollamaUrl)).toEqual(
      Array.from({ length: 4 }, () => 'http://h:1/v1'),
    );
  });

  it('has none without keys', () => {
    expect(hostedProviders(configOf())).toEqual([]);
  });
});
