import { bearer, dial, eventually, startGateway, type TestClient, type TestGateway } from './test-support';

let target: TestGateway;
beforeEach(async () => {
  target = await startGateway();
});
afterEach(() => target.stop());

const beta = { ...bearer, 'openai-beta': 'realtime=v1' };
const error = (client: TestClient, index: number) =>
  client.event(index).then((event) => (event.type === 'error' ? event.error : undefined));

it.each([
  ['the header', { headers: beta }],
  ['the subprotocol', { protocols: ['realtime', 'openai-beta.realtime-v1'] }],
])('talks as the beta did to a client that asks for it with %s', async (_name, options) => {
  const client = await dial(target.port, options);
  expect(await client.event(0)).toMatchObject({
    type: 'session.created',
    event_id: expect.any(String),
    session: { modalities: ['audio', 'text'], input_audio_format: 'pcm16' },
  });
  client.send({ type: 'session.update', session: { modalities: ['text'], voice: 'joe' } });
  await eventually(() => target.sessions.sessions[0]?.events.length === 1);
  expect(target.sessions.sessions[0]?.events).toEqual([
    {
      type: 'session.update',
      session: { type: 'realtime', output_modalities: ['text'], audio: { output: { voice: 'joe' } } },
    },
  ]);
  client.socket.terminate();
});

it('names what is wrong as the client wrote it, with its event id', async () => {
  const client = await dial(target.port, { headers: beta });
  client.send({ type: 'session.update', event_id: 'a', session: { voice: 7 } });
  client.send({ type: 'session.update', event_id: 'b', session: { audio: {} } });
  expect(await error(client, 1)).toMatchObject({ param: 'session.voice', event_id: 'a' });
  expect(await error(client, 2)).toMatchObject({ param: 'session.audio', event_id: 'b' });
  // The name that the field has in the GA shape is none of the beta's.
  client.send({ type: 'session.update', session: { output_modalities: ['text'] } });
  expect(await error(client, 3)).toMatchObject({
    code: 'unknown_parameter',
    param: 'session.output_modalities',
  });
  client.socket.terminate();
});

it('sends audio and drops events as the beta did', async () => {
  const client = await dial(target.port, { headers: beta });
  await client.event(0);
  const { connection } = target.sessions.sessions[0]!;
  const ids = { response_id: 'r', item_id: 'i', output_index: 0, content_index: 0 };
  connection.send({
    type: 'conversation.item.done',
    previous_item_id: null,
    item: { id: 'i', type: 'message', role: 'user', status: 'completed', content: [] },
  });
  connection.sendAudioDelta(ids, Buffer.from('abc'));
  expect(await client.event(1)).toEqual({
    type: 'response.audio.delta',
    event_id: expect.any(String),
    ...ids,
    delta: Buffer.from('abc').toString('base64'),
  });
  client.socket.terminate();
});

it('tells other clients nothing of it', async () => {
  const client = await dial(target.port);
  expect(await client.event(0)).toMatchObject({
    session: { type: 'realtime', output_modalities: ['audio'] },
  });
  client.send({ type: 'session.update', session: { modalities: ['text'] } });
  expect(await error(client, 1)).toMatchObject({ param: 'session.type' });
  client.socket.terminate();
});
