import { RealtimeClient, Stack, field, recordedUtterance } from '@parley/testing';
import { Conversation } from './support/conversation';
import { barrier } from './support/turns';

const message = (text: string, more: object = {}) => ({
  type: 'message',
  role: 'user',
  content: [{ type: 'input_text', text }],
  ...more,
});
const create = (item: object, more: object = {}) => ({ type: 'conversation.item.create', item, ...more });
const update = (session: object) => ({ type: 'session.update', session: { type: 'realtime', ...session } });
const pushToTalk = { audio: { input: { turn_detection: null } } };
const text = { output_modalities: ['text'] };

/** Every client event: what it is answered with, in order, and what is wrong with it, by code and parameter. */
describe('client events', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start({ engines: 'stand-in', env: { PARLEY_TEST_TRANSCRIPT: 'Tell me more.' } });
  });
  afterAll(() => stack?.stop());

  describe('that are right are answered', () => {
    let conversation: Conversation;
    let client: RealtimeClient;
    beforeAll(async () => {
      conversation = await Conversation.open(stack.url, { ...text, ...pushToTalk });
      client = conversation.client;
    });
    afterAll(() => client?.close());

    /** The types that come of some events, up to the barrier behind them. */
    const answers = async (...events: Readonly<Record<string, unknown>>[]): Promise<string[]> => {
      const from = client.mark();
      for (const event of events) client.send(event);
      await barrier(client);
      return client.types(from).slice(0, -1);
    };

    it('session.update: session.updated', async () => {
      expect(await answers(update({ instructions: 'Be brief.' }))).toEqual(['session.updated']);
    });

    it('input_audio_buffer.append, clear: cleared', async () => {
      const append = { type: 'input_audio_buffer.append', audio: Buffer.alloc(480).toString('base64') };
      expect(await answers(append)).toEqual([]);
      expect(await answers({ type: 'input_audio_buffer.clear' })).toEqual(['input_audio_buffer.cleared']);
    });

    it('input_audio_buffer.commit: committed, added, done, and no response', async () => {
      await client.speak(recordedUtterance(), { realTime: false });
      expect(await answers({ type: 'input_audio_buffer.commit' })).toEqual([
        'input_audio_buffer.committed',
        'conversation.item.added',
        'conversation.item.done',
      ]);
    });

    it('conversation.item.create: added, done, and no response', async () => {
      expect(await answers(create(message('Hi', { id: 'item_hi' })))).toEqual([
        'conversation.item.added',
        'conversation.item.done',
      ]);
    });

    it('conversation.item.retrieve and delete: retrieved, deleted', async () => {
      const item_id = 'item_hi';
      expect(await answers({ type: 'conversation.item.retrieve', item_id })).toEqual([
        'conversation.item.retrieved',
      ]);
      expect(await answers({ type: 'conversation.item.delete', item_id })).toEqual([
        'conversation.item.deleted',
      ]);
    });

    it('output_audio_buffer.clear: nothing, over a WebSocket', async () => {
      expect(await answers({ type: 'output_audio_buffer.clear' })).toEqual([]);
    });

    it('response.cancel by the id of a response outside the conversation', async () => {
      const from = client.mark();
      const response = { conversation: 'none', ...text, input: [message('[[hang]]')] };
      client.send({ type: 'response.create', response });
      const created = await client.waitFor('response.created', { from });
      client.send({ type: 'response.cancel', response_id: field(created, 'response.id') });
      const done = await conversation.answered(created);
      expect(field(done, 'response')).toMatchObject({
        status: 'cancelled',
        status_details: { type: 'cancelled', reason: 'client_cancelled' },
        conversation_id: null,
      });
    });
  });

  it.each<[code: string, param: string | null, event: object]>([
    ['invalid_value', 'type', { type: 'session.destroy' }],
    ['invalid_event', null, {}],
    ['missing_required_parameter', 'session.type', { type: 'session.update', session: {} }],
    ['unknown_parameter', 'session.voice', update({ voice: 'alloy' })],
    ['unknown_parameter', 'session.temperature', update({ temperature: 0.8 })],
    ['invalid_value', 'session.audio.output.speed', update({ audio: { output: { speed: 9 } } })],
    ['invalid_value', 'session.max_output_tokens', update({ max_output_tokens: 5_000 })],
    ['invalid_type', 'session.instructions', update({ instructions: null })],
    ['invalid_value', 'session.tool_choice', update({ tool_choice: 'no_such_tool' })],
    ['invalid_value', 'session.prompt.id', update({ prompt: { id: 'none' } })],
    ['invalid_value', 'audio', { type: 'input_audio_buffer.append', audio: '*' }],
    ['missing_required_parameter', 'audio', { type: 'input_audio_buffer.append' }],
    ['input_audio_buffer_commit_empty', null, { type: 'input_audio_buffer.commit' }],
    ['item_create_duplicate_item_id', 'item.id', create(message('x', { id: 'item_there' }))],
    [
      'item_create_invalid_previous_item_id',
      'previous_item_id',
      create(message('x'), { previous_item_id: 'item_none' }),
    ],
    [
      'missing_required_parameter',
      'item.content[0].text',
      create({ type: 'message', role: 'assistant', content: [{ type: 'output_audio', audio: 'AAAA' }] }),
    ],
    ['invalid_value', 'item.call_id', create({ type: 'function_call_output', call_id: 'none', output: '' })],
    [
      'invalid_value',
      'item.content[0].image_url',
      create({
        type: 'message',
        role: 'user',
        content: [{ type: 'input_image', image_url: 'https://x.org' }],
      }),
    ],
    [
      'item_retrieve_invalid_item_id',
      'item_id',
      { type: 'conversation.item.retrieve', item_id: 'item_none' },
    ],
    ['item_delete_invalid_item_id', 'item_id', { type: 'conversation.item.delete', item_id: 'item_none' }],
    ['item_truncate_invalid_item_id', 'item_id', truncate('item_none', 0)],
    ['unsupported_content_type', 'item_id', truncate('item_there', 0)],
    ['invalid_type', 'audio_end_ms', truncate('item_there', null)],
    ['response_cancel_not_active', null, { type: 'response.cancel' }],
    ['response_cancel_not_active', null, { type: 'response.cancel', response_id: 'resp_none' }],
    ['invalid_value', 'response.input[0].id', respond({ input: [{ type: 'item_reference', id: 'none' }] })],
    ['invalid_value', 'response.tool_choice', respond({ tool_choice: { type: 'function', name: 'none' } })],
    ['invalid_value', 'response.metadata', respond({ metadata: { ['k'.repeat(65)]: 'v' } })],
    ['invalid_value', 'response.metadata.k', respond({ metadata: { k: 'v'.repeat(513) } })],
    ['unknown_parameter', 'response.temperature', respond({ temperature: 1 })],
  ])('%s, %s: an error that carries the event’s own id, and nothing else', async (code, param, event) => {
    const { client } = await Conversation.open(stack.url, text);
    client.send(create(message('There.', { id: 'item_there' })));
    await client.waitFor('conversation.item.done');
    const from = client.mark();
    client.send({ ...event, event_id: 'mine' });
    await barrier(client);
    const [error, ...rest] = client.events.slice(from);
    expect(error?.body['error']).toMatchObject({
      type: 'invalid_request_error',
      code,
      param,
      event_id: 'mine',
      message: expect.stringMatching(/./),
    });
    expect(rest).toHaveLength(1);
    await client.close();
  });

  it('responses outside the conversation run side by side, each with its own input and metadata', async () => {
    const conversation = await Conversation.open(stack.url, text);
    const { client } = conversation;
    client.send(create(message('[[reply: from the conversation]]', { id: 'item_first' })));
    await client.waitFor('conversation.item.done');
    const from = client.mark();
    const inputs = [
      [message('[[reply: one]]')],
      [{ type: 'item_reference', id: 'item_first' }],
      [message('Before.'), { type: 'item_reference', id: 'item_first' }, message('[[reply: three]]')],
    ];
    for (const [n, input] of inputs.entries()) {
      const metadata = { n: String(n) };
      client.send({ type: 'response.create', response: { conversation: 'none', metadata, input } });
    }
    client.send({ type: 'response.create' });
    const done = (n: string | undefined) =>
      client.waitFor((e) => e.type === 'response.done' && field(e, 'response.metadata.n') === n, { from });
    const answers = await Promise.all(['0', '1', '2', undefined].map(done));
    expect(answers.map((event) => conversation.transcriptOf(event))).toEqual([
      'one',
      'from the conversation',
      'three',
      'from the conversation',
    ]);
    const created = client.types(from).filter((type) => type === 'response.created');
    expect(created).toHaveLength(4);
    expect(client.types(from).filter((type) => type === 'conversation.item.added')).toHaveLength(1);
    await client.close();
  });

  it('audio in the input of a response is heard before the model is asked', async () => {
    const conversation = await Conversation.open(stack.url, text);
    const { client } = conversation;
    const content = [{ type: 'input_audio', audio: recordedUtterance().toString('base64') }];
    const input = [{ type: 'message', role: 'user', content }];
    client.send({ type: 'response.create', response: { conversation: 'none', input } });
    const done = await conversation.answered(await client.waitFor('response.created'));
    expect(conversation.transcriptOf(done)).toBe('You said: Tell me more..');
    expect(client.types().filter((type) => type.startsWith('conversation.item'))).toEqual([]);
    await client.close();
  });

  it('max_output_tokens of the session and of a response ends the answer as incomplete', async () => {
    const conversation = await Conversation.open(stack.url, { ...text, max_output_tokens: 3 });
    const { client } = conversation;
    const first = await conversation.turn('[[repeat: 5]]');
    const incomplete = { type: 'incomplete', reason: 'max_output_tokens' };
    expect(field(first, 'response')).toMatchObject({
      status: 'incomplete',
      status_details: incomplete,
      max_output_tokens: 3,
      usage: { output_tokens: 3 },
    });
    expect(conversation.transcriptOf(first)).toBe('This is sentence');
    const ask = async (max_output_tokens: number | 'inf') => {
      const from = client.mark();
      client.send({ type: 'response.create', response: { max_output_tokens } });
      return conversation.answered(await client.waitFor('response.created', { from }));
    };
    expect(conversation.transcriptOf(await ask(1))).toBe('This');
    expect(field(await ask('inf'), 'response')).toMatchObject({
      status: 'completed',
      max_output_tokens: 'inf',
    });
    await client.close();
  });

  it('a key without a limit is told of none', async () => {
    const conversation = await Conversation.open(stack.url, text);
    await conversation.turn('Hello');
    await barrier(conversation.client);
    expect(conversation.client.types()).not.toContain('rate_limits.updated');
    await conversation.client.close();
  });
});

function truncate(item_id: string, audio_end_ms: number | null): object {
  return { type: 'conversation.item.truncate', item_id, content_index: 0, audio_end_ms };
}

function respond(response: object): object {
  return { type: 'response.create', response };
}
