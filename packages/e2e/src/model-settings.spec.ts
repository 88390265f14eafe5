import { RealtimeClient, Stack, field } from '@parley/testing';
import { ChatServer } from './support/chat-server';
import { Conversation } from './support/conversation';

const tools = [
  { type: 'function', name: 'f', description: 'd', parameters: { type: 'object', properties: {} } },
];
const thinking = 'openai/gpt-5-mini';
/** Takes 8,192 tokens; 2,048 of them are left for the answer. */
const narrow = 'openai/gpt-4';
const written = { output_modalities: ['text'] };

/** What a session says of the model, as it arrives at the provider. */
describe('settings of the model, through the gateway and llm-router to a provider', () => {
  let stack: Stack;
  let provider: ChatServer;

  beforeAll(async () => {
    provider = await ChatServer.start();
    stack = await Stack.start({
      engines: 'stand-in',
      env: { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: provider.url },
    });
  });

  afterAll(async () => {
    await stack?.stop();
    await provider?.stop();
  });

  const open = (model: string, session: object = {}): Promise<Conversation> =>
    Conversation.open(stack.url, { ...written, model, ...session });

  it('reasoning.effort and parallel_tool_calls are told, and a response may say otherwise', async () => {
    const settings = { reasoning: { effort: 'low' }, parallel_tool_calls: false };
    const conversation = await open(thinking, { tools, ...settings });
    const { client } = conversation;
    expect(field(await client.waitFor('session.updated'), 'session')).toMatchObject(settings);
    expect(field(await conversation.turn('Hello'), 'response.status')).toBe('completed');
    expect(provider.last).toMatchObject({
      model: 'gpt-5-mini',
      reasoning_effort: 'low',
      parallel_tool_calls: false,
    });
    const from = client.mark();
    client.send({
      type: 'response.create',
      response: { reasoning: { effort: 'high' }, parallel_tool_calls: true, max_output_tokens: 64 },
    });
    await conversation.answered(await client.waitFor('response.created', { from }));
    expect(provider.last).toMatchObject({
      reasoning_effort: 'high',
      parallel_tool_calls: true,
      max_completion_tokens: 64,
    });
    await client.close();
  });

  it('a model that does not reason is not told how long: the response fails by name', async () => {
    const conversation = await open('openai/gpt-4.1-mini', { reasoning: { effort: 'low' } });
    const done = await conversation.turn('Hello');
    expect(field(done, 'response')).toMatchObject({
      status: 'failed',
      status_details: {
        type: 'failed',
        error: { type: 'invalid_request_error', code: 'reasoning_not_supported' },
      },
    });
    await conversation.client.close();
  });

  it('truncation disabled: a conversation that is too long makes the response fail', async () => {
    const conversation = await open(narrow, { truncation: 'disabled' });
    await say(conversation, 'word '.repeat(8_000));
    const asked = provider.bodies.length;
    expect(field(await conversation.turn('And now?'), 'response')).toMatchObject({
      status: 'failed',
      status_details: { error: { type: 'invalid_request_error', code: 'context_length_exceeded' } },
    });
    expect(provider.bodies).toHaveLength(asked);
    await conversation.client.close();
  });

  it('truncation auto: the oldest is dropped and the conversation goes on', async () => {
    const conversation = await open(narrow);
    await say(conversation, 'word '.repeat(8_000));
    expect(field(await conversation.turn('And now?'), 'response.status')).toBe('completed');
    expect(userTexts(provider)).toEqual(['And now?']);
    await conversation.client.close();
  });

  it('retention_ratio: one large cut at the limit, kept for many turns', async () => {
    const truncation = {
      type: 'retention_ratio',
      retention_ratio: 0.5,
      token_limits: { post_instructions: 1_000 },
    };
    const conversation = await open(thinking, { truncation });
    expect(field(await conversation.client.waitFor('session.updated'), 'session.truncation')).toEqual(
      truncation,
    );
    const firsts: string[] = [];
    for (let turn = 0; turn < 24; turn += 1) {
      await say(conversation, `${turn} ${'word '.repeat(76)}`);
      await conversation.turn(`Turn ${turn}`);
      firsts.push(userTexts(provider)[0] ?? '');
    }
    expect(firsts[0]).toMatch(/^0 word/);
    expect(firsts.at(-1)).not.toMatch(/^0 word/);
    const cuts = new Set(firsts).size - 1;
    expect(cuts).toBeGreaterThanOrEqual(1);
    expect(cuts).toBeLessThanOrEqual(5);
    await conversation.client.close();
  });

  it('the server’s own words can be others, or none, for one session', async () => {
    const spoken = { output_modalities: ['audio'], instructions: 'Sell tea.' };
    const system = () => String(provider.last.messages[0]?.content);
    const conversation = await open('openai/gpt-4.1-mini', spoken);
    await conversation.turn('Hello');
    expect(system()).toMatch(/voice assistant[\s\S]*\n\nSell tea\.$/);
    const key = provider.last['prompt_cache_key'];
    const { client } = conversation;
    const set = async (templates: object) => {
      const from = client.mark();
      client.send({ type: 'session.update', session: { type: 'realtime', parley: { templates } } });
      return client.waitFor((event) => ['session.updated', 'error'].includes(event.type), { from });
    };
    await set({ guidance: 'Speak like a pirate.' });
    await conversation.turn('Hello');
    expect(system()).toBe('Speak like a pirate.\n\nSell tea.');
    await set({ guidance: '' });
    await conversation.turn('Hello');
    expect(system()).toBe('Sell tea.');
    expect(provider.last['prompt_cache_key']).toBe(key);
    expect(String(key).length).toBeGreaterThan(20);
    const refused = await set({ persona: '{{mood}}' });
    expect(field(refused, 'error.param')).toBe('session.parley.templates.persona');
    await client.close();
  });

  it('memory: a fact outlives the turn it was told in, in one cut, and is a usage line of its own', async () => {
    const fact = 'The caller is called Ada.';
    const conversation = await Conversation.open(
      stack.url,
      {
        ...written,
        model: 'openai/gpt-4.1-mini',
        instructions: 'Sell tea.',
        parley: {
          memory: { enabled: true, turn_interval: 3, max_transcript_items: 6, model: 'test/scripted' },
          templates: { remember: `[[tool: remember {"facts":["${fact}"],"summary":"They met."}]]` },
        },
      },
      'test-key',
      { parley: '1' },
    );
    const { client } = conversation;
    const firsts: string[] = [];
    for (let turn = 1; turn <= 12; turn += 1) {
      await conversation.turn(turn === 1 ? 'I am Ada.' : `Turn ${turn}`);
      firsts.push(userTexts(provider)[0] ?? '');
    }
    expect(firsts[0]).toBe('I am Ada.');
    expect(firsts.at(-1)).not.toBe('I am Ada.');
    // In steps, and not an item each turn.
    expect(new Set(firsts).size).toBeLessThanOrEqual(firsts.length / 2);
    expect(provider.last.messages[0]).toMatchObject({ role: 'system' });
    expect(String(provider.last.messages[0]?.content)).toMatch(
      /^Sell tea\.\n\n.*They met\.\n- The caller is called Ada\.$/s,
    );
    const state = field(
      client.events.findLast(({ type }) => type === 'session.updated')!,
      'session.parley.memory.state',
    );
    expect(state).toMatchObject({
      facts: [fact],
      summary: 'They met.',
      total_turns: expect.any(Number) as number,
    });
    const made = client.events.find(({ type }) => type === 'parley.memory');
    expect(made?.body).toMatchObject({ outcome: 'made', version: 1 });
    expect(await stack.metrics('gateway')).toMatch(
      /parley_session_memories_total\{outcome="made",service="gateway"\} [1-9]/,
    );
    await client.close();
  });

  it('memory: another gateway goes on with what a session remembered whose own was killed', async () => {
    const gateway = await stack.addGateway();
    const memory = { enabled: true, turn_interval: 2, max_transcript_items: 6, model: 'test/scripted' };
    const templates = { remember: '[[tool: remember {"facts":["Her name is Ada."],"summary":"They met."}]]' };
    const session = { ...written, model: 'openai/gpt-4.1-mini', parley: { memory, templates } };
    const url = `ws://127.0.0.1:${gateway.port}`;
    const lost = await Conversation.open(url, session, 'test-key', { parley: '1' });
    const id = field(await lost.client.waitFor('session.created'), 'session.id');
    for (const text of ['I am Ada.', 'Nice weather.', 'Goodbye.']) await lost.turn(text);
    await lost.client.waitFor('parley.memory');
    // What is told of this turn is stored behind what is remembered.
    await lost.turn('One more thing.');
    gateway.signal('SIGKILL');
    await gateway.exited;

    const open = async (memory_of: string, key = 'test-key') => {
      const query = { parley: '1', memory_of };
      const client = await RealtimeClient.connect({ url: stack.url, key, query });
      return { client, created: await client.waitFor('session.created') };
    };
    const { client, created } = await open(String(id));
    expect(field(created, 'session.parley.memory')).toMatchObject({
      ...memory,
      state: { facts: ['Her name is Ada.'], summary: 'They met.' },
    });
    client.send({
      type: 'session.update',
      session: { type: 'realtime', ...written, model: 'openai/gpt-4.1-mini' },
    });
    client.send({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Who am I?' }] },
    });
    client.send({ type: 'response.create' });
    await client.waitFor('response.done');
    expect(JSON.stringify(provider.last.messages)).toContain('Her name is Ada.');
    await client.close();

    const unknown = await open('sess_none');
    const error = await unknown.client.waitFor('error');
    expect([field(error, 'error.param'), field(unknown.created, 'session.parley')]).toEqual([
      'memory_of',
      undefined,
    ]);
    await unknown.client.close();
  });

  it('memory that cannot be made does no harm', async () => {
    const conversation = await open('openai/gpt-4.1-mini', {
      parley: {
        memory: { enabled: true, turn_interval: 1, model: 'test/scripted' },
        templates: { remember: '[[fail: quota]]' },
      },
    });
    for (let turn = 1; turn <= 6; turn += 1) {
      expect(field(await conversation.turn(`Turn ${turn}`), 'response.status')).toBe('completed');
    }
    expect(userTexts(provider)).toHaveLength(6);
    expect(conversation.errors()).toEqual([]);
    expect(await stack.metrics('gateway')).toMatch(
      /parley_session_memories_total\{outcome="failed",service="gateway"\} [1-9]/,
    );
    await conversation.client.close();
  });

  it('images arrive at a model that sees, with their detail; their bytes come back on retrieval alone', async () => {
    const conversation = await open('openai/gpt-4.1-mini');
    const { client } = conversation;
    const content = [{ type: 'input_text', text: 'What is this?' }, image(3 * 1024 * 1024)];
    client.send({
      type: 'conversation.item.create',
      item: { id: 'item_look', type: 'message', role: 'user', content },
    });
    const shown = [content[0], { type: 'input_image', detail: 'low' }];
    for (const type of ['conversation.item.added', 'conversation.item.done'] as const) {
      expect(field(await client.waitFor(type), 'item.content')).toEqual(shown);
    }
    expect(field(await conversation.turn('Say it in one word.'), 'response.status')).toBe('completed');
    expect(provider.last.messages.find(({ role }) => role === 'user')?.content).toEqual([
      { type: 'text', text: 'What is this?' },
      { type: 'image_url', image_url: { url: image(3 * 1024 * 1024).image_url, detail: 'low' } },
    ]);
    client.send({ type: 'conversation.item.retrieve', item_id: 'item_look' });
    expect(field(await client.waitFor('conversation.item.retrieved'), 'item.content')).toEqual(content);
    await client.close();
  });

  it('an image for a model that does not see: a response about it fails by name, and later ones are told of it', async () => {
    const conversation = await open(narrow);
    const { client } = conversation;
    client.send({
      type: 'conversation.item.create',
      item: { id: 'item_unseen', type: 'message', role: 'user', content: [image(300)] },
    });
    client.send({ type: 'response.create' });
    expect(field(await client.waitFor('response.done'), 'response')).toMatchObject({
      status: 'failed',
      status_details: { error: { type: 'invalid_request_error', code: 'images_not_supported' } },
    });
    expect(field(await conversation.turn('And now?'), 'response.status')).toBe('completed');
    expect(JSON.stringify(provider.last.messages)).toContain('an image here, which you cannot see');
    await client.close();
  });

  it('an image may be in the input of a response outside the conversation', async () => {
    const conversation = await open('openai/gpt-4.1-mini');
    const { client } = conversation;
    client.send({
      type: 'response.create',
      response: { conversation: 'none', input: [{ type: 'message', role: 'user', content: [image(300)] }] },
    });
    const done = await conversation.answered(await client.waitFor('response.created'));
    expect(field(done, 'response.status')).toBe('completed');
    expect(provider.last.messages.at(-1)?.content).toMatchObject([{ type: 'image_url' }]);
    expect(client.types()).not.toContain('conversation.item.added');
    await client.close();
  });
});

const image = (bytes: number) => ({
  type: 'input_image',
  image_url: `data:image/png;base64,${Buffer.alloc(bytes, 7).toString('base64')}`,
  detail: 'low',
});

/** Puts a user's words into the conversation without an answer. */
async function say({ client }: Conversation, text: string): Promise<void> {
  const from = client.mark();
  client.send({
    type: 'conversation.item.create',
    item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
  });
  await client.waitFor('conversation.item.done', { from });
}

const userTexts = (provider: ChatServer): string[] =>
  provider.last.messages.filter(({ role }) => role === 'user').map(({ content }) => String(content));
