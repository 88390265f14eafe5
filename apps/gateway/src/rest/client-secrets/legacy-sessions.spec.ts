import { WebSocket } from 'ws';
import { TestClient } from '../../transports/websocket/test-support';
import { serveModels, startRest, type TestRest } from '../test-support';

let rest: TestRest;
beforeAll(async () => {
  rest = await startRest({ PARLEY_API_KEYS: 'sk-one' });
  await serveModels(rest.bus, [{ id: 'acme/one', provider: 'acme' }]);
});
afterAll(() => rest.stop());

/** As the stock client sends it: with a beta header that is not the realtime one. */
const headers = { authorization: 'Bearer sk-one', 'openai-beta': 'assistants=v2' };
const post = (path: string, body: unknown) =>
  rest.call(`/v1/realtime/${path}`, { method: 'POST', headers, body });

it('makes a secret with a flat session, and opens what it stands for', async () => {
  const flat = {
    model: 'acme/two',
    modalities: ['audio', 'text'],
    instructions: 'Be brief.',
    voice: 'joe',
    input_audio_format: 'g711_ulaw',
    turn_detection: null,
    temperature: 0.7,
    max_response_output_tokens: 100,
  };
  const { status, body } = await post('sessions', flat);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    ...flat,
    id: expect.stringMatching(/^sess_/),
    object: 'realtime.session',
    output_audio_format: 'pcm16',
    client_secret: { value: expect.stringMatching(/^ek_/), expires_at: expect.any(Number) },
  });
  const { client_secret: secret } = body as { client_secret: { value: string; expires_at: number } };
  expect(secret.expires_at - Date.now() / 1000).toBeLessThanOrEqual(60);
  const client = new TestClient(
    new WebSocket(`ws://127.0.0.1:${rest.port}/v1/realtime`, {
      headers: { authorization: `Bearer ${secret.value}` },
    }),
  );
  expect((await client.event(0)).type).toBe('session.created');
  expect(rest.sessions.sessions.at(-1)?.init).toMatchObject({
    model: 'acme/two',
    sessionPatch: {
      instructions: 'Be brief.',
      max_output_tokens: 100,
      audio: { input: { format: { type: 'audio/pcmu' }, turn_detection: null }, output: { voice: 'joe' } },
    },
  });
  expect(rest.sessions.sessions.at(-1)?.init.sessionPatch).not.toHaveProperty('temperature');
  client.socket.terminate();
});

it('lets the secret live as long as is asked for', async () => {
  const { body } = await post('sessions', {
    client_secret: { expires_after: { anchor: 'created_at', seconds: 600 } },
  });
  const { client_secret: secret } = body as { client_secret: { expires_at: number } };
  expect(secret.expires_at - Date.now() / 1000).toBeGreaterThan(590);
});

it.each<[string, unknown, object]>([
  ['sessions', { speed: 9 }, { code: 'invalid_value', param: 'speed' }],
  ['sessions', { audio: {} }, { code: 'unknown_parameter', param: 'audio' }],
  ['sessions', { input_audio_format: 'mp3' }, { code: 'invalid_value', param: 'input_audio_format' }],
  ['sessions', { temperature: 2 }, { code: 'invalid_value', param: 'temperature' }],
  [
    'sessions',
    { client_secret: { expires_after: { seconds: 1 } } },
    { param: 'client_secret.expires_after.seconds' },
  ],
  ['transcription_sessions', { voice: 'joe' }, { code: 'unknown_parameter', param: 'voice' }],
])('answers a bad body for %s by the name of its parameter', async (path, body, error) => {
  const answer = await post(path, body);
  expect(answer).toMatchObject({ status: 400, body: { error } });
  expect(JSON.stringify(answer.body)).not.toContain('session.');
});

it('makes a secret for a transcription session', async () => {
  const { status, body } = await post('transcription_sessions', {
    input_audio_format: 'g711_alaw',
    input_audio_transcription: { model: 'whisper-1', language: 'en' },
    turn_detection: { type: 'server_vad', silence_duration_ms: 500 },
  });
  expect(status).toBe(200);
  expect(body).toEqual({
    id: expect.stringMatching(/^sess_/),
    object: 'realtime.transcription_session',
    expires_at: 0,
    input_audio_format: 'g711_alaw',
    input_audio_transcription: { model: 'whisper-1', language: 'en' },
    input_audio_noise_reduction: null,
    turn_detection: {
      type: 'server_vad',
      threshold: 0.5,
      prefix_padding_ms: 300,
      silence_duration_ms: 500,
    },
    include: null,
    client_secret: { value: expect.stringMatching(/^ek_/), expires_at: expect.any(Number) },
  });
  const { client_secret: secret } = body as { client_secret: { value: string } };
  const dial = (query: string) =>
    new TestClient(
      new WebSocket(`ws://127.0.0.1:${rest.port}/v1/realtime${query}`, {
        headers: { authorization: `Bearer ${secret.value}` },
      }),
    );
  for (const query of ['', '?intent=transcription', '?model=whisper-1']) {
    const client = dial(query);
    expect(await client.event(0)).toMatchObject({
      type: 'session.created',
      session: { type: 'transcription' },
    });
    expect(rest.sessions.sessions.at(-1)?.init).toMatchObject({
      type: 'transcription',
      sessionPatch: { audio: { input: { transcription: { model: 'whisper-1', language: 'en' } } } },
    });
    client.socket.terminate();
  }
  const other = dial('?model=gpt-realtime');
  expect(await other.event(0)).toMatchObject({ type: 'error', error: { code: 'invalid_model' } });
});

it('does not open a transcription session with the secret of another', async () => {
  const { body } = await post('sessions', {});
  const { client_secret: secret } = body as { client_secret: { value: string } };
  const client = new TestClient(
    new WebSocket(`ws://127.0.0.1:${rest.port}/v1/realtime?intent=transcription`, {
      headers: { authorization: `Bearer ${secret.value}` },
    }),
  );
  expect(await client.event(0)).toMatchObject({
    type: 'error',
    error: { code: 'invalid_session_type', param: 'intent' },
  });
});
