import { RealtimeClient, Stack, field } from '@parley/testing';
import type { ReceivedEvent } from '@parley/testing';
import { WebSocket } from 'ws';
import { Conversation } from './support/conversation';
import { barrier, spokenTurn, vadWithTranscripts } from './support/turns';

/** What implementers of the protocol usually get wrong, of sessions, input and items. */
describe('the details of sessions', () => {
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start({ engines: 'stand-in', env: { PARLEY_TEST_TRANSCRIPT: 'Tell me more.' } });
  });

  afterAll(async () => {
    await stack?.stop();
  });

  it('detail 1: session.created comes before anything, and what was sent earlier is not lost', async () => {
    const client = await RealtimeClient.connect({ url: stack.url });
    client.send({ type: 'session.update', session: { type: 'realtime', instructions: 'Be kind.' } });
    await client.waitFor('session.updated');
    expect(client.types().slice(0, 2)).toEqual(['session.created', 'session.updated']);
    await client.close();
  });

  it('detail 2: answers the subprotocol of browsers and reads the key beside it', async () => {
    const url = `${stack.url.replace('http', 'ws')}/v1/realtime?model=gpt-realtime`;
    const socket = new WebSocket(url, ['realtime', 'openai-insecure-api-key.test-key']);
    const [first] = await new Promise<[Buffer]>((resolve, reject) => {
      socket.once('message', (data: Buffer) => resolve([data]));
      socket.once('error', reject);
    });
    expect(socket.protocol).toBe('realtime');
    expect(JSON.parse(first.toString())).toMatchObject({ type: 'session.created' });
    socket.close();
  });

  it('detail 3: session.update needs its type and no unknown key; the same model is no change', async () => {
    const { client } = await Conversation.open(stack.url);
    const errorOf = async (session: object): Promise<unknown> => {
      const from = client.mark();
      client.send({ type: 'session.update', session });
      return field(await client.waitFor('error', { from }), 'error');
    };
    expect(await errorOf({ instructions: 'x' })).toMatchObject({
      code: 'missing_required_parameter',
      param: 'session.type',
    });
    expect(await errorOf({ type: 'realtime', voice: 'joe' })).toMatchObject({
      code: 'unknown_parameter',
      param: 'session.voice',
    });
    const from = client.mark();
    client.send({ type: 'session.update', session: { type: 'realtime', model: 'gpt-realtime' } });
    await client.waitFor('session.updated', { from });
    await client.close();
  });

  it('detail 4: session.updated has the whole session, with the defaults of turn detection', async () => {
    const { client } = await Conversation.open(stack.url, {
      audio: { input: { turn_detection: { type: 'server_vad' } } },
    });
    expect(field(await client.waitFor('session.updated'), 'session')).toMatchObject({
      type: 'realtime',
      object: 'realtime.session',
      instructions: expect.any(String),
      output_modalities: ['audio'],
      tools: [],
      tool_choice: 'auto',
      audio: {
        input: {
          format: { type: 'audio/pcm', rate: 24_000 },
          turn_detection: {
            type: 'server_vad',
            threshold: 0.5,
            prefix_padding_ms: 300,
            silence_duration_ms: 200,
            create_response: true,
            interrupt_response: true,
          },
        },
        output: { voice: expect.any(String), speed: 1 },
      },
    });
    await client.close();
  });

  it('detail 10: a spoken item has transcript: null until its words are known', async () => {
    const { client } = await Conversation.open(stack.url, vadWithTranscripts());
    await spokenTurn(client);
    const added = await client.waitFor('conversation.item.added');
    expect(field(added, 'item.content')).toEqual([{ type: 'input_audio', transcript: null }]);
    await client.close();
  });

  it('detail 11: transcription is told apart from the answer, once, and its deltas only add', async () => {
    const { client } = await Conversation.open(stack.url, vadWithTranscripts());
    await spokenTurn(client);
    await spokenTurn(client);
    const transcription = 'conversation.item.input_audio_transcription';
    const spoken = client.events.filter((e) => e.type === 'input_audio_buffer.committed');
    expect(spoken).toHaveLength(2);
    for (const { body } of spoken) {
      const track = client.events.filter(
        (e) => e.type.startsWith(transcription) && e.body['item_id'] === body['item_id'],
      );
      const last = track.at(-1);
      expect(last?.type).toBe(`${transcription}.completed`);
      expect(last?.body).toMatchObject({
        content_index: 0,
        transcript: 'Tell me more.',
        usage: { type: 'duration', seconds: expect.any(Number) },
      });
      const deltas = track.slice(0, -1);
      expect(deltas.map(({ type }) => type)).toEqual(deltas.map(() => `${transcription}.delta`));
      expect(deltas.map((e) => String(e.body['delta'])).join('')).toBe('Tell me more.');
    }
    expect(
      client.events.filter((e) => e.type.startsWith(transcription) && e.type !== `${transcription}.delta`),
    ).toHaveLength(2);
    await client.close();

    // Nor is the answer tied to it: without it there is one too.
    const deaf = await Conversation.open(stack.url, {
      audio: { input: { turn_detection: { type: 'server_vad', silence_duration_ms: 300 } } },
    });
    const answer = await spokenTurn(deaf.client);
    expect(deaf.transcriptOf(answer)).toContain('Tell me more.');
    expect(deaf.client.types().filter((type) => type.startsWith(transcription))).toEqual([]);
    await deaf.client.close();
  });

  it('detail 19: speech_started names the item to come, and its offset includes the padding', async () => {
    const startOf = async (prefix_padding_ms: number): Promise<number> => {
      const { client } = await Conversation.open(stack.url, vadWithTranscripts({ prefix_padding_ms }));
      await client.speak(Buffer.alloc(48 * 1_000));
      await spokenTurn(client);
      const started = await client.waitFor('input_audio_buffer.speech_started');
      const id = started.body['item_id'];
      for (const later of ['input_audio_buffer.speech_stopped', 'input_audio_buffer.committed'])
        expect((await client.waitFor(later)).body['item_id']).toBe(id);
      expect(field(await client.waitFor('conversation.item.added'), 'item.id')).toBe(id);
      await client.close();
      return Number(started.body['audio_start_ms']);
    };
    const [bare, padded] = await Promise.all([startOf(0), startOf(500)]);
    expect(bare - padded).toBeGreaterThanOrEqual(400);
    expect(bare - padded).toBeLessThanOrEqual(600);
  });

  it('detail 20: ids of the client are kept, and previous_item_id is right wherever an item is put', async () => {
    const { client } = await Conversation.open(stack.url);
    const create = async (id: string, previous_item_id?: string): Promise<ReceivedEvent> => {
      const from = client.mark();
      const item = { id, type: 'message', role: 'user', content: [{ type: 'input_text', text: id }] };
      client.send({ type: 'conversation.item.create', item, ...(previous_item_id && { previous_item_id }) });
      return client.waitFor((e) => e.type === 'conversation.item.done' || e.type === 'error', { from });
    };
    const placed = async (id: string, previous?: string): Promise<unknown> => {
      const done = await create(id, previous);
      return [field(done, 'item.id'), done.body['previous_item_id']];
    };
    expect(await placed('item_a')).toEqual(['item_a', null]);
    expect(await placed('item_b')).toEqual(['item_b', 'item_a']);
    expect(await placed('item_front', 'root')).toEqual(['item_front', null]);
    expect(await placed('item_between', 'item_a')).toEqual(['item_between', 'item_a']);
    expect((await create('item_a')).type).toBe('error');
    expect(field(await create('item_c', 'item_none'), 'error.param')).toBe('previous_item_id');
    await client.close();
  });

  it('detail 21: the voice stays once it was heard, and a failed update applies nothing', async () => {
    const conversation = await Conversation.open(stack.url);
    const { client } = conversation;
    await conversation.turn('Hello');
    const update = async (session: object): Promise<ReceivedEvent> => {
      const from = client.mark();
      client.send({ type: 'session.update', session: { type: 'realtime', ...session } });
      return client.waitFor((e) => e.type === 'error' || e.type === 'session.updated', { from });
    };
    const voiced = { audio: { output: { voice: 'cedar' } } };
    const refused = await update({ ...voiced, instructions: 'Be rude.' });
    expect(field(refused, 'error.code')).toBe('cannot_update_voice');
    const changed = await update({ audio: { output: { speed: 1.2 } } });
    expect(changed.type).toBe('session.updated');
    expect(field(changed, 'session.audio.output.speed')).toBe(1.2);
    expect(field(changed, 'session.instructions')).not.toBe('Be rude.');
    await client.close();
  });

  it.each([
    ['push-to-talk', null],
    ['VAD', { type: 'server_vad' }],
  ])(
    'detail 22: a commit of less than 100 ms is an error that ends nothing (%s)',
    async (_, turn_detection) => {
      const { client } = await Conversation.open(stack.url, { audio: { input: { turn_detection } } });
      client.send({ type: 'input_audio_buffer.append', audio: Buffer.alloc(48 * 60).toString('base64') });
      client.send({ type: 'input_audio_buffer.commit', event_id: 'too_short' });
      expect(field(await client.waitFor('error'), 'error')).toMatchObject({
        code: 'input_audio_buffer_commit_empty',
        event_id: 'too_short',
      });
      await barrier(client);
      await client.close();
    },
  );

  it.each([
    [{ type: 'audio/pcm', rate: 24_000 }, 4_800],
    [{ type: 'audio/pcm', rate: 11_025 }, 2_206],
    [{ type: 'audio/pcmu' }, 800],
  ])('detail 22: a commit of 100 ms is none too short (%j)', async (format, bytes) => {
    const { client } = await Conversation.open(stack.url, {
      audio: { input: { turn_detection: null, format } },
    });
    for (let turn = 0; turn < 2; turn += 1) {
      const from = client.mark();
      client.send({ type: 'input_audio_buffer.append', audio: Buffer.alloc(bytes, 0xff).toString('base64') });
      client.send({ type: 'input_audio_buffer.commit' });
      await client.waitFor('conversation.item.done', { from });
    }
    await client.close();
  });

  it('detail 23: without WebRTC, which is not served, its events are silent and pages may read Location', async () => {
    const { client } = await Conversation.open(stack.url);
    const from = client.mark();
    client.send({ type: 'output_audio_buffer.clear' });
    await barrier(client);
    expect(client.types(from)).toEqual(['error']);
    await client.close();
    const http = stack.url.replace('ws', 'http');
    const answer = await fetch(`${http}/v1/models`, {
      headers: { origin: 'http://localhost:3000', authorization: 'Bearer test-key' },
    });
    expect(answer.headers.get('access-control-expose-headers')).toContain('Location');
    const offer = { method: 'POST', body: 'v=0', headers: { 'content-type': 'application/sdp' } };
    expect((await fetch(`${http}/v1/realtime/calls`, offer)).status).toBe(404);
  });

  it('detail 24: a client that did not ask for extensions is sent none, and no advisory errors', async () => {
    const { client } = await Conversation.open(stack.url, vadWithTranscripts());
    await spokenTurn(client);
    expect(client.types().filter((type) => type.startsWith('parley.') || type === 'error')).toEqual([]);
    await client.close();
  });

  it('detail 25: errors do not close the socket, nor does 15 MiB of audio in one event', async () => {
    const { client } = await Conversation.open(stack.url, { audio: { input: { turn_detection: null } } });
    client.sendRaw('{');
    client.send({ type: 'nonsense' });
    client.send({
      type: 'input_audio_buffer.append',
      audio: Buffer.alloc(11.25 * 2 ** 20).toString('base64'),
    });
    client.send({ type: 'input_audio_buffer.clear' });
    await client.waitFor('input_audio_buffer.cleared');
    expect(client.events.filter((e) => e.type === 'error')).toHaveLength(2);
    expect(client.closeCode).toBeUndefined();
    await client.close();
  });
});
