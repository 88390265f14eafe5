import type { ChatMessage, ChatRequest } from '../chat/types';
import { chatRequest, collect } from '../testing/collect';
import { configOf } from '../testing/config';
import { WireServer } from '../testing/wire-server';
import { hostedProviders } from './hosted/hosted';

const user = (text: string): ChatMessage => ({ role: 'user', text, images: [] });
const said = (text: string): ChatMessage => ({ role: 'assistant', text, toolCalls: [] });
const call = (callId: string): ChatMessage => ({
  role: 'assistant',
  text: '',
  toolCalls: [{ callId, name: 'f', argumentsJson: '{}' }],
});
const output = (callId: string): ChatMessage => ({ role: 'tool', text: 'one', callId, name: 'f' });

const begins = '(The conversation begins.)';
const waits = '(The user waits for you to go on.)';

type Turn = readonly [role: string, words: string];

/** What a body's turns say, whatever the format. */
function turnsOf(body: Record<string, unknown>): Turn[] {
  const turns = (body['messages'] ?? body['contents']) as {
    role: string;
    content?: unknown;
    parts?: unknown;
  }[];
  return turns
    .filter(({ role }) => role !== 'system')
    .map(({ role, content, parts }) => [role, wordsOf(content ?? parts)]);
}

function wordsOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return ((content ?? []) as { text?: string; content?: string }[])
    .map(({ text, content: inner }) => text ?? inner ?? '')
    .filter((text) => text !== '')
    .join('|');
}

const providers: Record<string, Record<string, string>> = {
  anthropic: { ANTHROPIC_API_KEY: 'k' },
  google: { GOOGLE_GENERATIVE_AI_API_KEY: 'k' },
  mistral: { MISTRAL_API_KEY: 'k' },
  perplexity: { PERPLEXITY_API_KEY: 'k' },
  openai: { OPENAI_API_KEY: 'k' },
  openrouter: { OPENROUTER_API_KEY: 'k' },
  deepinfra: { DEEPINFRA_API_KEY: 'k' },
  vertex: { GOOGLE_VERTEX_API_KEY: 'k' },
  ollama: {},
};

describe.each(['lean', 'ai-sdk'])('a conversation as a provider takes it, %s', (adapter) => {
  const server = new WireServer();
  let url: string;

  beforeAll(async () => {
    url = await server.start();
  });
  afterAll(() => server.stop());

  const asked = async (
    id: string,
    messages: readonly ChatMessage[],
    over: Partial<ChatRequest> = {},
  ): Promise<Record<string, unknown>> => {
    const base = id === 'google' ? 'GOOGLE_BASE_URL' : `${id.toUpperCase()}_BASE_URL`;
    const address = id === 'vertex' ? { GOOGLE_VERTEX_BASE_URL: url } : { [base]: url };
    const config = configOf({ ...providers[id], ...address, PARLEY_LLM_ADAPTER: adapter });
    const [provider] = hostedProviders(config);
    server.requests.splice(0);
    server.respond = (response) => response.end();
    await collect(
      provider!,
      chatRequest({ messages, model: id === 'google' ? 'gemini-2.5-flash' : 'm', ...over }),
    );
    return server.requests[0]!.body;
  };
  const turns = async (
    id: string,
    messages: readonly ChatMessage[],
    over: Partial<ChatRequest> = {},
  ): Promise<Turn[]> => turnsOf(await asked(id, messages, over));

  it.each([
    ['anthropic', 'assistant', ''],
    ['google', 'model', ''],
    ['vertex', 'model', ''],
    ['mistral', 'assistant', ''],
    ['perplexity', 'assistant', ''],
    ['openrouter', 'assistant', 'anthropic/claude-opus-4.6'],
  ])('begins and ends with the user at %s', async (id, assistant, model) => {
    const at = (messages: readonly ChatMessage[]) => turns(id, messages, model === '' ? {} : { model });
    expect(await at([])).toEqual([['user', begins]]);
    expect(await at([user(' ')])).toEqual([['user', begins]]);
    const alone = [
      ['user', begins],
      [assistant, 'Hello!'],
      ['user', waits],
    ];
    expect(await at([said('Hello!')])).toEqual(alone);
    expect(await at([user('Hi'), said('Hello!')])).toEqual([['user', 'Hi'], ...alone.slice(1)]);
    expect(await at([user('Hi')])).toEqual([['user', 'Hi']]);
  });

  it('has no tools at a server of any kind where no call is wanted and none was made', async () => {
    const tools = [{ name: 'f', description: 'd', parameters: { type: 'object', properties: {} } }];
    const given = async (id: string, messages: readonly ChatMessage[], kind: 'none' | 'auto') => {
      const body = await asked(id, messages, { tools, toolChoice: { kind } });
      return ((body['tools'] ?? []) as unknown[]).length;
    };
    expect(await given('ollama', [user('Hi')], 'none')).toBe(0);
    expect(await given('ollama', [user('Hi')], 'auto')).toBe(1);
    expect(await given('ollama', [user('Hi'), call('c'), output('c')], 'none')).toBe(1);
    // It heeds the word, and keeps the prompt as it was.
    expect(await given('openai', [user('Hi')], 'none')).toBe(1);
  });

  it.each(['openrouter', 'deepinfra'])(
    'begins with the user at %s, and may go on with the assistant’s words',
    async (id) => {
      expect(await turns(id, [])).toEqual([['user', begins]]);
      const spoken = [user('Hi'), said('Hello and')];
      expect(await turns(id, spoken)).toEqual([
        ['user', 'Hi'],
        ['assistant', 'Hello and'],
      ]);
    },
  );

  it('takes no system message for somebody who has spoken', async () => {
    const note: ChatMessage = { role: 'system', text: 'Note.' };
    for (const messages of [[note], [note, user(' ')]])
      expect(await turns('deepinfra', messages)).toEqual([['user', begins]]);
    expect(await turns('deepinfra', [note, said('Hello!')])).toEqual([
      ['user', begins],
      ['assistant', 'Hello!'],
    ]);
    const model = 'anthropic/claude-opus-4.6';
    expect((await turns('openrouter', [user('Hi'), said('Hello!'), note], { model })).at(-1)?.[1]).toBe(
      waits,
    );
    // Here it is told as the user's.
    expect(await turns('mistral', [note])).toEqual([['user', '[System: Note.]']]);
  });

  it('comes as it is to OpenAI', async () => {
    expect(await turns('openai', [])).toEqual([]);
    expect(await turns('openai', [user('Hi'), said('Hello!')])).toEqual([
      ['user', 'Hi'],
      ['assistant', 'Hello!'],
    ]);
  });

  it('ends with an output where one was made', async () => {
    const turnsAfter = await turns('anthropic', [user('Hi'), call('a'), output('a')]);
    expect(turnsAfter.map(([role]) => role)).toEqual(['user', 'assistant', 'user']);
    expect(turnsAfter.at(-1)?.[1]).toBe('one');
  });

  it('has the assistant speak after outputs at Mistral, which takes nobody else there', async () => {
    const messages = [
      user('Hi'),
      call('a'),
      output('a'),
      user('And?'),
      { role: 'system', text: 'Note.' },
    ] as const;
    expect(await turns('mistral', messages)).toEqual([
      ['user', 'Hi'],
      ['assistant', ''],
      ['tool', 'one'],
      ['assistant', 'Okay.'],
      ['user', 'And?'],
      ['user', '[System: Note.]'],
    ]);
  });

  it('alternates at Perplexity, which takes nothing else', async () => {
    const messages = [
      user('Hi'),
      user('there'),
      said('Hello.'),
      { role: 'system', text: 'Note.' },
      user('So?'),
    ] as const;
    expect(await turns('perplexity', messages)).toEqual([
      ['user', 'Hi\n\nthere'],
      ['assistant', 'Hello.'],
      ['user', '[System: Note.]\n\nSo?'],
    ]);
  });

  it('has a temperature or top_p for Claude, not both', async () => {
    const given = (id: string, model: string, temperature: number | undefined) =>
      asked(id, [user('Hi')], { model, temperature, settings: { topP: 0.5 } });
    for (const [id, model] of [
      ['anthropic', 'claude-sonnet-4-5'],
      ['openrouter', 'anthropic/claude-opus-4.6'],
    ] as const) {
      const both = await given(id, model, 0.7);
      expect(both).toMatchObject({ temperature: 0.7 });
      expect(both).not.toHaveProperty('top_p');
      expect(await given(id, model, undefined)).toMatchObject({ top_p: 0.5 });
    }
    expect(await given('openrouter', 'meta/llama', 0.7)).toMatchObject({ temperature: 0.7, top_p: 0.5 });
  });

  it('has ids of calls that the provider takes, the same ones each time', async () => {
    const uuid = 'call_0b8c1f5e-8a54-4f6b-9a54-0f0c7d5f8a11';
    const idsAt = async (id: string, callId: string): Promise<unknown[]> => {
      const body = await asked(id, [user('Hi'), call(callId), output(callId)]);
      const ids = JSON.stringify(body).matchAll(/"(?:id|tool_call_id|tool_use_id)":"([^"]*)"/g);
      return [...ids].map(([, one]) => one);
    };
    for (const id of ['openai', 'mistral', 'anthropic', 'openrouter']) {
      for (const callId of [uuid, 'a call/1', 'x'.repeat(60)]) {
        const [made, answered] = await idsAt(id, callId);
        expect(made).toMatch(/^[a-zA-Z0-9]{9}$/);
        expect(answered).toBe(made);
        expect(await idsAt(id, callId)).toEqual([made, made]);
      }
      expect(await idsAt(id, 'abcDEF123')).toEqual(['abcDEF123', 'abcDEF123']);
    }
    expect(await idsAt('openai', 'call_1')).toEqual(['call_1', 'call_1']);
    expect((await idsAt('mistral', 'call_1'))[0]).toMatch(/^[a-zA-Z0-9]{9}$/);
  });
});
