import { Stack, field } from '@parley/testing';
import { ChatServer } from './support/chat-server';
import { Conversation } from './support/conversation';

const parameters = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const weather = { type: 'function', name: 'weather', description: 'The weather in a city.', parameters };
const clock = { type: 'function', name: 'clock', strict: false };
const model = 'openai/gpt-4.1-mini';
const user = (text: string) => ({ type: 'message', role: 'user', content: [{ type: 'input_text', text }] });

/** What the fields of events do, where they arrive: at the provider of the model, and in what is heard. */
describe('fields of events', () => {
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

  it('of the session: instructions, tools, tool_choice and max_output_tokens reach the model', async () => {
    const conversation = await Conversation.open(stack.url, {
      model,
      output_modalities: ['text'],
      instructions: 'Speak of the weather.',
      tools: [weather, clock],
      tool_choice: { type: 'function', name: 'weather' },
      max_output_tokens: 77,
    });
    await conversation.turn('Hello');
    expect(provider.last).toMatchObject({
      tools: [
        { function: { name: 'weather', description: weather.description, parameters } },
        { function: { name: 'clock' } },
      ],
      tool_choice: { type: 'function', function: { name: 'weather' } },
      max_completion_tokens: 77,
    });
    expect(textOf(provider)).toContain('Speak of the weather.');
    await conversation.client.close();
  });

  it('of a response: they stand instead of the session’s', async () => {
    const conversation = await Conversation.open(stack.url, {
      model,
      output_modalities: ['text'],
      instructions: 'Speak of the weather.',
      tools: [weather],
    });
    await conversation.turn('Hello');
    const response = {
      instructions: 'Speak of the time.',
      tools: [clock],
      tool_choice: 'required',
      max_output_tokens: 55,
    };
    const done = await responding(conversation, response);
    expect(field(done, 'response.max_output_tokens')).toBe(55);
    expect(provider.last).toMatchObject({
      tools: [{ function: { name: 'clock' } }],
      tool_choice: 'required',
      max_completion_tokens: 55,
    });
    expect(textOf(provider)).toContain('Speak of the time.');
    expect(textOf(provider)).not.toContain('Speak of the weather.');
    await conversation.client.close();
  });

  it('of items: roles, calls and their outputs, in the order of previous_item_id', async () => {
    const conversation = await Conversation.open(stack.url, {
      model,
      output_modalities: ['text'],
      tools: [weather],
    });
    const { client } = conversation;
    const create = (item: object, previous_item_id?: string): void =>
      client.send({ type: 'conversation.item.create', item, ...(previous_item_id && { previous_item_id }) });
    create({ ...user('Rain?'), id: 'item_asked', status: 'completed', object: 'realtime.item' });
    create({
      type: 'function_call',
      id: 'item_call',
      call_id: 'call_1',
      name: 'weather',
      arguments: '{"city":"Ulm"}',
    });
    create({ type: 'function_call_output', call_id: 'call_1', output: 'Snow.' });
    create({ type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Well, well.' }] });
    create({ type: 'message', role: 'system', content: [{ type: 'input_text', text: 'Be kind.' }] }, 'root');
    create(user('And in Bonn?'));
    await responding(conversation, {});
    expect(provider.last.messages.slice(1)).toMatchObject([
      { role: 'system', content: 'Be kind.' },
      { role: 'user', content: 'Rain?' },
      {
        role: 'assistant',
        tool_calls: [{ id: 'call_1', function: { name: 'weather', arguments: '{"city":"Ulm"}' } }],
      },
      { role: 'tool', tool_call_id: 'call_1', content: 'Snow.' },
      { role: 'assistant', content: 'Well, well.' },
      { role: 'user', content: 'And in Bonn?' },
    ]);
    await client.close();
  });

  it('of response.input: items and references are the context, whatever the conversation holds', async () => {
    const conversation = await Conversation.open(stack.url, {
      model,
      output_modalities: ['text'],
      tools: [weather],
    });
    const { client } = conversation;
    client.send({ type: 'conversation.item.create', item: { ...user('Rain?'), id: 'item_asked' } });
    client.send({ type: 'conversation.item.create', item: user('Forget it.') });
    const input = [
      { type: 'item_reference', id: 'item_asked' },
      { type: 'function_call', call_id: 'call_1', name: 'weather', arguments: '{"city":"Ulm"}' },
      { type: 'function_call_output', call_id: 'call_1', output: 'Snow.' },
      user('And then?'),
    ];
    await responding(conversation, { conversation: 'none', input });
    expect(provider.last.messages.filter(({ role }) => role !== 'system')).toMatchObject([
      { role: 'user', content: 'Rain?' },
      { role: 'assistant', tool_calls: [{ id: 'call_1' }] },
      { role: 'tool', content: 'Snow.' },
      { role: 'user', content: 'And then?' },
    ]);
    await client.close();
  });

  it('of what is heard: speed, voice and format, of the session and of one response', async () => {
    const bytesAt = async (output: object, response: object = {}): Promise<number> => {
      const conversation = await Conversation.open(stack.url, { audio: { output } });
      conversation.client.send({ type: 'conversation.item.create', item: user('Hello there') });
      const done = await responding(conversation, response);
      expect(field(done, 'response.audio.output.voice')).toBe('alloy');
      await conversation.client.close();
      return conversation.client.audioOf(String(field(done, 'response.id'))).length;
    };
    const plain = await bytesAt({ voice: 'alloy' });
    const fast = await bytesAt({ voice: { id: 'alloy' }, speed: 1.5 });
    const format = { type: 'audio/pcmu' };
    const ulaw = await bytesAt({ voice: 'alloy' }, { audio: { output: { format, voice: { id: 'alloy' } } } });
    expect(fast / plain).toBeCloseTo(1 / 1.5, 1);
    expect(ulaw / plain).toBeCloseTo(1 / 6, 1);
  });
});

async function responding(conversation: Conversation, response: object) {
  const from = conversation.client.mark();
  conversation.client.send({ type: 'response.create', response });
  return conversation.answered(await conversation.client.waitFor('response.created', { from }));
}

const textOf = (provider: ChatServer): string => JSON.stringify(provider.last.messages);
