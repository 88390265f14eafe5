import { bearer, dial, eventually, startGateway, type TestGateway } from './test-support';

let target: TestGateway;
beforeAll(async () => {
  target = await startGateway();
});
afterAll(() => target.stop());

const binary = { path: '/v1/realtime?model=m&parley=1&audio=binary' };
const ids = { response_id: 'resp_1', item_id: 'item_1', output_index: 2, content_index: 0 };

async function open(options: Parameters<typeof dial>[1]) {
  const client = await dial(target.port, options);
  await client.event(0);
  return { client, session: target.sessions.sessions.at(-1)! };
}

it.each([
  ['the query', binary],
  ['headers', { headers: { ...bearer, 'x-parley-extensions': '1', 'x-parley-audio': 'binary' } }],
])('carries audio both ways for who asks with %s, beside text', async (_, options) => {
  const { client, session } = await open(options);
  client.socket.send(Buffer.from([1, 0, 8, 0, ...Buffer.from('e1\0\0'), 5, 6, 7]));
  client.socket.send(Buffer.from([1, 0, 4, 0, 8, 9]));
  client.send({ type: 'input_audio_buffer.append', audio: 'AQID' });
  client.send({ type: 'input_audio_buffer.commit' });
  await eventually(() => session.order.length === 4);
  expect(session.order).toEqual(['append', 'append', 'append', 'input_audio_buffer.commit']);
  expect(session.appends.map(({ audio, eventId }) => [[...audio], eventId])).toEqual([
    [[5, 6, 7], 'e1'],
    [[8, 9], undefined],
    [[1, 2, 3], undefined],
  ]);

  session.connection.sendAudioDelta(ids, Buffer.from([1, 2, 3]));
  session.connection.send({ type: 'input_audio_buffer.cleared' });
  expect((await client.event(1)).type).toBe('input_audio_buffer.cleared');
  const header = [2, 0, 20, 0, 2, 0, 6, 6, ...Buffer.from('resp_1item_1')];
  expect(client.binary.map((frame) => [...frame])).toEqual([[...header, 1, 2, 3]]);
  client.socket.terminate();
});

it.each([
  ['nothing', []],
  ['another kind', [2, 0, 4, 0, 1]],
  ['JSON', [...Buffer.from('{"type":"input_audio_buffer.clear"}')]],
])('answers %s with an error and goes on', async (_, bytes) => {
  const { client, session } = await open(binary);
  client.socket.send(Buffer.from(bytes));
  expect(await client.event(1)).toMatchObject({ type: 'error', error: { code: 'invalid_event' } });
  client.socket.send(Buffer.from([1, 0, 4, 0, 8, 9]));
  await eventually(() => session.appends.length === 1);
  client.socket.terminate();
});

it.each([
  ['', '?model=m&audio=binary'],
  [' of base64', '?model=m&parley=1&audio=base64'],
])('a client%s that did not ask for both is sent text, and told so', async (_, query) => {
  const { client, session } = await open({ headers: bearer, path: `/v1/realtime${query}` });
  client.socket.send(Buffer.from([1, 0, 4, 0, 8, 9]));
  const refused = await client.event(1);
  expect(refused).toMatchObject({
    type: 'error',
    error: { code: 'invalid_event', message: expect.stringContaining('?parley=1&audio=binary') },
  });
  session.connection.sendAudioDelta(ids, Buffer.from('abc'));
  expect(await client.event(2)).toMatchObject({ type: 'response.output_audio.delta', delta: 'YWJj' });
  expect([session.appends, client.binary]).toEqual([[], []]);
  client.socket.terminate();
});

it('turns away who asks for another way', async () => {
  const client = await dial(target.port, { path: '/v1/realtime?model=m&parley=1&audio=opus' });
  expect((await client.close()).code).toBe(4000);
  expect(client.events[0]).toMatchObject({ error: { code: 'invalid_value', param: 'audio' } });
});
