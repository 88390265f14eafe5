import { RealtimeClient, Stack, field } from '@parley/testing';
import { Conversation } from './support/conversation';

/** Bad input gets a protocol error or works; it never ends the session, the process or a neighbour. */
describe('hostile input', () => {
  let stack: Stack;
  let neighbour: Conversation;
  /** What the neighbour was told before the present test. */
  let seen = 0;

  beforeAll(async () => {
    stack = await Stack.start({
      engines: 'stand-in',
      // Many connections at once are what is tried here.
      env: { PARLEY_MAX_BUSY_PERCENT: '100' },
    });
    neighbour = await Conversation.open(stack.url);
  });

  afterEach(async () => {
    const done = await neighbour.turn('Still fine?');
    expect(field(done, 'response.status')).toBe('completed');
    expect(neighbour.errors(seen)).toEqual([]);
    seen = neighbour.client.mark();
  });

  afterAll(async () => {
    await stack?.stop();
  });

  it.each<[string, string | Buffer, { code: string; param?: string | null }]>([
    ['malformed JSON', '{"type": "session.upd', { code: 'invalid_json' }],
    ['not an object', '[1, 2]', { code: 'invalid_event' }],
    ['no type', '{"event_id": "a"}', { code: 'invalid_event' }],
    ['unknown type', '{"type": "make.coffee"}', { code: 'invalid_value', param: 'type' }],
    [
      'session.update without type',
      '{"type":"session.update","session":{}}',
      { code: 'missing_required_parameter', param: 'session.type' },
    ],
    [
      'unknown session field',
      '{"type":"session.update","session":{"type":"realtime","colour":"red"}}',
      { code: 'unknown_parameter', param: 'session.colour' },
    ],
    [
      'wrong field type',
      '{"type":"session.update","session":{"type":"realtime","instructions":5}}',
      { code: 'invalid_type', param: 'session.instructions' },
    ],
    [
      'bad base64',
      '{"type":"input_audio_buffer.append","audio":"%%%"}',
      { code: 'invalid_value', param: 'audio' },
    ],
    [
      'audio that is no string',
      '{"type":"input_audio_buffer.append","audio":[1]}',
      { code: 'invalid_type', param: 'audio' },
    ],
    [
      'unknown item to truncate',
      '{"type":"conversation.item.truncate","item_id":"item_none","content_index":0,"audio_end_ms":0}',
      { code: 'item_truncate_invalid_item_id' },
    ],
    ['cancel of nothing', '{"type":"response.cancel"}', { code: 'response_cancel_not_active' }],
    [
      'commit of nothing',
      '{"type":"input_audio_buffer.commit"}',
      { code: 'input_audio_buffer_commit_empty' },
    ],
    ['a binary frame', Buffer.from([1, 2, 3, 4]), { code: 'invalid_event' }],
    [
      'four million values',
      `{"type":"conversation.item.create","item":{"type":"message","role":"user","content":[${'0,'.repeat(4_000_000)}0]}}`,
      { code: 'invalid_value', param: null },
    ],
    [
      'deep nesting',
      `{"type":"session.update","session":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
      { code: 'missing_required_parameter' },
    ],
  ])('%s', async (_, frame, expected) => {
    const client = await RealtimeClient.connect({ url: stack.url });
    await client.waitFor('session.created');
    client.sendRaw(frame);
    const error = await client.waitFor('error');
    expect(field(error, 'error')).toMatchObject({ type: 'invalid_request_error', ...expected });
    await expectAlive(client);
    await client.close();
  });

  it('accepts what was sent before session.created', async () => {
    const client = await RealtimeClient.connect({ url: stack.url });
    client.send({ type: 'input_audio_buffer.append', audio: Buffer.alloc(9_600).toString('base64') });
    client.send({ type: 'session.update', session: { type: 'realtime', instructions: 'Be kind.' } });
    const updated = await client.waitFor('session.updated');
    expect(field(updated, 'session.instructions')).toBe('Be kind.');
    expect(client.types()[0]).toBe('session.created');
    await client.close();
  });

  it('takes 10,000 appends in one burst', async () => {
    const client = await RealtimeClient.connect({ url: stack.url });
    await client.waitFor('session.created');
    const audio = Buffer.alloc(480).toString('base64');
    for (let i = 0; i < 10_000; i += 1) client.send({ type: 'input_audio_buffer.append', audio });
    await expectAlive(client);
    expect(client.events.filter((event) => event.type === 'error')).toEqual([]);
    await client.close();
  });

  it('refuses a frame over the limit and goes on serving others', async () => {
    const client = await RealtimeClient.connect({ url: stack.url });
    await client.waitFor('session.created');
    client.sendRaw(`{"type":"input_audio_buffer.append","audio":"${'A'.repeat(30 * 2 ** 20)}"}`);
    await expect(client.waitFor('error', { timeoutMs: 20_000 })).rejects.toThrow();
    expect(client.closeCode).toBe(1009);
  });

  it('keeps its memory when connections come and go', async () => {
    const before = await stack.residentBytes('gateway');
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(
        Array.from({ length: 20 }, async () => {
          const client = await RealtimeClient.connect({ url: stack.url });
          await client.waitFor('session.created');
          client.sendRaw('{');
          await client.waitFor('error');
          client.terminate();
        }),
      );
    }
    const after = await stack.residentBytes('gateway');
    expect(after - before).toBeLessThan(120 * 2 ** 20);
  });
});

async function expectAlive(client: RealtimeClient): Promise<void> {
  const from = client.mark();
  client.send({ type: 'session.update', session: { type: 'realtime', instructions: `at ${from}` } });
  const updated = await client.waitFor('session.updated', { from });
  expect(field(updated, 'session.instructions')).toBe(`at ${from}`);
}
