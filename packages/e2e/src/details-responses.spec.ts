import { Stack, field, recordedUtterance } from '@parley/testing';
import type { ReceivedEvent, RealtimeClient } from '@parley/testing';
import { Conversation } from './support/conversation';
import { barrier, spokenTurn, vadWithTranscripts } from './support/turns';

const weather = {
  type: 'function',
  name: 'weather',
  description: 'The weather in a city.',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
};
const userText = (text: string) => ({
  type: 'conversation.item.create',
  item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
});

/** What implementers of the protocol usually get wrong, of responses and what comes of them. */
describe('the details of responses', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start({
      engines: 'stand-in',
      env: { PARLEY_TEST_TRANSCRIPT: 'Tell me more.', PARLEY_TEST_LLM_TOKEN_MS: '10' },
    });
  });

  afterAll(async () => {
    await stack?.stop();
  });

  it('detail 5: content-part events say audio where items say output_audio', async () => {
    const conversation = await Conversation.open(stack.url);
    const done = await conversation.turn('Hello');
    const { client } = conversation;
    expect(field(await client.waitFor('response.content_part.added'), 'part.type')).toBe('audio');
    expect(field(await client.waitFor('response.content_part.done'), 'part.type')).toBe('audio');
    expect(field(await client.waitFor('response.output_item.done'), 'item.content')).toMatchObject([
      { type: 'output_audio' },
    ]);
    expect(field(done, 'response.output')).toMatchObject([{ content: [{ type: 'output_audio' }] }]);
    await client.close();
  });

  it('detail 6: every item is added and done: the client’s, the assistant’s, and calls', async () => {
    const conversation = await Conversation.open(stack.url, { tools: [weather] });
    const { client } = conversation;
    await conversation.turn('Hello');
    await conversation.turn('[[tool: weather {"city":"Ulm"}]]');
    const ids = (type: string): unknown[] =>
      client.events.filter((e) => e.type === type).map((e) => field(e, 'item.id'));
    expect(ids('conversation.item.added')).toHaveLength(4);
    expect(new Set(ids('conversation.item.done'))).toEqual(new Set(ids('conversation.item.added')));
    expect(client.types()).not.toContain('conversation.item.created');
    await client.close();
  });

  it('detail 7: an item ends with its part, then in the conversation, then in the response, which ends last', async () => {
    const conversation = await Conversation.open(stack.url);
    await conversation.turn('Hello');
    expect(conversation.client.types().slice(-5)).toEqual(
      expect.arrayContaining(['response.content_part.done', 'response.done']),
    );
    const ends = conversation.client
      .types(conversation.client.types().indexOf('response.created'))
      .filter((type) => /part\.done|item\.done|^response\.done|output_item\.done/.test(type));
    expect(ends).toEqual([
      'response.content_part.done',
      'conversation.item.done',
      'response.output_item.done',
      'response.done',
    ]);
    await conversation.client.close();
  });

  it('detail 8: output_audio.done precedes output_audio_transcript.done', async () => {
    const conversation = await Conversation.open(stack.url);
    await conversation.turn('[[repeat: 3]]');
    const types = conversation.client.types();
    expect(types.indexOf('response.output_audio.done')).toBeGreaterThan(
      types.lastIndexOf('response.output_audio.delta'),
    );
    expect(types.indexOf('response.output_audio.done')).toBeLessThan(
      types.indexOf('response.output_audio_transcript.done'),
    );
    await conversation.client.close();
  });

  it('detail 9: a commit, a new item and a call’s output start no response', async () => {
    const { client } = await Conversation.open(stack.url, {
      audio: { input: { turn_detection: null, transcription: { model: 'whisper-1' } } },
    });
    await client.speak(recordedUtterance(), { realTime: false });
    client.send({ type: 'input_audio_buffer.commit' });
    client.send(userText('Hello'));
    client.send({
      type: 'conversation.item.create',
      item: { type: 'function_call_output', call_id: 'call_none', output: '42' },
    });
    await client.waitFor('conversation.item.input_audio_transcription.completed');
    await barrier(client);
    expect(client.types()).not.toContain('response.created');
    await client.close();
  });

  it('detail 12: a completed item can be truncated, loses its transcript, and never gets longer', async () => {
    const conversation = await Conversation.open(stack.url);
    const { client } = conversation;
    const done = await conversation.turn('[[repeat: 3]]');
    const item_id = String(field(done, 'response.output.0.id'));
    const truncate = (audio_end_ms: number): Promise<ReceivedEvent> => {
      const from = client.mark();
      client.send({ type: 'conversation.item.truncate', item_id, content_index: 0, audio_end_ms });
      return client.waitFor((e) => e.type === 'error' || e.type === 'conversation.item.truncated', { from });
    };
    const lengthMs = client.audioOf(String(field(done, 'response.id'))).length / 48;
    expect(field(await truncate(Math.ceil(lengthMs) + 1_000), 'error.message')).toContain('already shorter');
    expect(field(await truncate(0.5), 'error.param')).toBe('audio_end_ms');
    expect((await truncate(400)).body).toMatchObject({ item_id, content_index: 0, audio_end_ms: 400 });
    client.send({ type: 'conversation.item.retrieve', item_id });
    const retrieved = await client.waitFor('conversation.item.retrieved');
    expect(field(retrieved, 'item.content.0.transcript') ?? '').toBe('');
    await client.close();
  });

  it('detail 13: a cancel of nothing is a named error', async () => {
    const { client } = await Conversation.open(stack.url);
    client.send({ type: 'response.cancel' });
    const error = await client.waitFor('error');
    expect(field(error, 'error.code')).toBe('response_cancel_not_active');
    expect(field(error, 'error.message')).toMatch(/^Cancellation failed/);
    await barrier(client);
    await client.close();
  });

  it('detail 14: a second response is refused by the id of its event; out-of-band ones are exempt', async () => {
    const conversation = await Conversation.open(stack.url);
    const { client } = conversation;
    const created = await conversation.ask('[[repeat: 5]]');
    client.send({ type: 'response.create', event_id: 'second' });
    const error = await client.waitFor('error');
    expect(field(error, 'error')).toMatchObject({
      code: 'conversation_already_has_active_response',
      event_id: 'second',
      message: expect.stringContaining(String(field(created, 'response.id'))),
    });
    const response = { conversation: 'none', output_modalities: ['text'], input: [userText('Aside').item] };
    client.send({ type: 'response.create', response });
    const aside = await client.waitFor(
      (e) => e.type === 'response.created' && field(e, 'response.conversation_id') === null,
    );
    expect(field(await conversation.answered(aside), 'response.status')).toBe('completed');
    await conversation.answered(created);
    expect(client.types().filter((type) => type === 'response.done')).toHaveLength(2);
    await client.close();
  });

  it('detail 15: metadata comes back in response.created and response.done', async () => {
    const conversation = await Conversation.open(stack.url);
    const { client } = conversation;
    const metadata = { client_event_id: 'abc', topic: 'news' };
    client.send({ type: 'response.create', response: { metadata } });
    const created = await client.waitFor('response.created');
    expect(field(created, 'response.metadata')).toEqual(metadata);
    expect(field(await conversation.answered(created), 'response.metadata')).toEqual(metadata);
    await client.close();
  });

  it('detail 16: a cancelled response closes its parts and items, and is done once', async () => {
    const conversation = await Conversation.open(stack.url);
    const { client } = conversation;
    const created = await conversation.ask('[[repeat: 30]]');
    await client.waitFor('response.output_audio.delta');
    const from = client.mark();
    client.send({ type: 'response.cancel' });
    const done = await conversation.answered(created);
    expect(field(done, 'response')).toMatchObject({
      status: 'cancelled',
      status_details: { type: 'cancelled', reason: 'client_cancelled' },
      output: [{ status: 'incomplete' }],
    });
    expect(client.types(from).filter((type) => type.endsWith('.done'))).toEqual([
      'response.output_audio.done',
      'response.output_audio_transcript.done',
      'response.content_part.done',
      'conversation.item.done',
      'response.output_item.done',
      'response.done',
    ]);
    await conversation.turn('And now?');
    expect(count(client, 'response.created')).toBe(count(client, 'response.done'));
    expect(client.types()).not.toContain('response.cancelled');
    await client.close();
  });

  it('detail 17: usage is whole, of responses and of transcription', async () => {
    const { client } = await Conversation.open(stack.url, vadWithTranscripts());
    const done = await spokenTurn(client);
    const number = expect.any(Number) as number;
    expect(field(done, 'response.usage')).toEqual({
      total_tokens: number,
      input_tokens: number,
      output_tokens: number,
      input_token_details: {
        text_tokens: number,
        audio_tokens: number,
        image_tokens: number,
        cached_tokens: number,
        cached_tokens_details: { text_tokens: number, audio_tokens: number, image_tokens: number },
      },
      output_token_details: { text_tokens: number, audio_tokens: number },
    });
    const transcript = await client.waitFor('conversation.item.input_audio_transcription.completed');
    expect(transcript.body['usage']).toEqual({ type: 'duration', seconds: number });
    await client.close();
  });

  it('detail 18: an output is announced before its deltas, and calls are whole', async () => {
    const conversation = await Conversation.open(stack.url, { tools: [weather] });
    const { client } = conversation;
    const from = client.mark();
    await conversation.turn('Hello');
    const types = client.types(from).slice(client.types(from).indexOf('response.created'));
    expect(types.slice(0, 4)).toEqual([
      'response.created',
      'response.output_item.added',
      'conversation.item.added',
      'response.content_part.added',
    ]);

    const calling = client.mark();
    const text = '[[tool: weather {"city":"Ulm"}]] [[tool: weather {"city":"Bonn"}]]';
    const done = await conversation.turn(text);
    const begun = client.events.slice(calling).filter((e) => e.type === 'response.output_item.added');
    const ended = client.events
      .slice(calling)
      .filter((e) => e.type === 'response.function_call_arguments.done');
    const named = { type: 'function_call', name: 'weather', call_id: expect.stringMatching(/.+/) };
    expect(begun.map((e) => field(e, 'item'))).toMatchObject([named, named]);
    expect(ended.map((e) => JSON.parse(String(e.body['arguments'])))).toEqual([
      { city: 'Ulm' },
      { city: 'Bonn' },
    ]);
    expect(field(done, 'response.output')).toHaveLength(2);
    await client.close();
  });

  it('silence after the last word is answered when the session has an idle timeout', async () => {
    const conversation = await Conversation.open(stack.url, {
      output_modalities: ['text'],
      ...vadWithTranscripts({ idle_timeout_ms: 5_000 }),
    });
    const { client } = conversation;
    await conversation.turn('Hello');
    const from = client.mark();
    await client.speak(Buffer.alloc(48 * 6_000));
    await client.waitFor('response.done', { from });
    expect(client.types(from).slice(0, 6)).toEqual([
      'input_audio_buffer.timeout_triggered',
      'input_audio_buffer.committed',
      'conversation.item.added',
      'conversation.item.done',
      'conversation.item.input_audio_transcription.completed',
      'response.created',
    ]);
    await client.close();
  });
});

const count = (client: RealtimeClient, type: string): number =>
  client.types().filter((other) => other === type).length;
