import { createHmac } from 'node:crypto';
import { RealtimeClient, field, recordedUtterance, silence, wireBytesPerMs } from '@parley/testing';
import type { ReceivedEvent, WireFormat } from '@parley/testing';
import { tapped } from './support/tapped';

/** As Inworld's portal gives them: base64 already. */
const key = 'cGFybGV5OmUyZS1zZWNyZXQ=';
const jwtSecret = 'a secret of at least thirty-two characters';

/** Conversations as Inworld's documentation shows them. */
describe('a client of Inworld', () => {
  const here = tapped(
    'inworld',
    { client: 'sockets as Inworld’s documentation has them', dialect: 'Inworld, WebSocket' },
    {
      env: {
        PARLEY_TEST_TRANSCRIPT: 'Tell me more.',
        PARLEY_API_KEYS: key,
        PARLEY_JWT_SECRET: jwtSecret,
      },
    },
  );

  const connect = async (): Promise<RealtimeClient> => {
    const client = await RealtimeClient.connect({
      url: here.tap.url.replace('http', 'ws'),
      path: '/api/v1/realtime/session?key=voice-1732000000000&protocol=realtime',
      headers: { authorization: `Basic ${key}` },
    });
    await client.waitFor('session.created');
    return client;
  };

  const update = async (client: RealtimeClient, session: Record<string, unknown>): Promise<ReceivedEvent> => {
    const from = client.mark();
    client.send({ type: 'session.update', session });
    return client.waitFor('session.updated', { from });
  };

  const ask = (client: RealtimeClient, text: string, response?: Record<string, unknown>): void => {
    client.send({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
    });
    client.send({ type: 'response.create', ...(response ? { response } : {}) });
  };

  /** What comes of a pause: a word of attention, or the end of the turn. */
  const pause = async (client: RealtimeClient): Promise<ReceivedEvent> => {
    const from = client.mark();
    const microphone = new AbortController();
    const speaking = client.speak(Buffer.concat([recordedUtterance(), silence(20_000)]), {
      signal: microphone.signal,
    });
    const came = await client.waitFor(
      ({ type }) => type === 'response.backchannel.audio.done' || type === 'input_audio_buffer.committed',
      { from, timeoutMs: 30_000 },
    );
    microphone.abort();
    await speaking;
    return came;
  };

  it('speaks with an agent that hears how things are said', async () => {
    const client = await connect();
    expect(client.events[0]?.body['session']).toMatchObject({
      output_modalities: ['audio', 'text'],
      audio: { input: { transcription: { model: 'inworld/inworld-stt-1' } } },
      providerData: { auto_tool_response: true },
    });
    const session = {
      model: 'test/scripted',
      instructions: 'You are a concise concierge.',
      output_modalities: ['audio', 'text'],
      temperature: 0.8,
      audio: {
        input: { turn_detection: { type: 'semantic_vad', eagerness: 'high', create_response: true } },
        output: { voice: 'Sarah', model: 'inworld-tts-2', speed: 1 },
      },
      providerData: {
        stt: { voice_profile: true, prompt: 'Parley', language_hints: ['en-US'], vad_threshold: 0.4 },
        tts: { segmenter_strategy: 'full_turn', delivery_mode: 'BALANCED', language: 'en-US' },
        user_id: 'guest-7',
        metadata: { plan: 'gold' },
      },
    };
    const updated = await update(client, session);
    expect(updated.body['session']).toMatchObject({ type: 'realtime', ...session });

    const from = client.mark();
    await client.speak(Buffer.concat([recordedUtterance(), silence(1_500)]));
    const done = await client.waitFor('response.done', { from, timeoutMs: 30_000 });
    expect(done.body['response']).toMatchObject({ status: 'completed' });
    const heard = await client.waitFor('conversation.item.input_audio_transcription.completed', { from });
    expect(heard.body).toMatchObject({
      transcript: 'Tell me more.',
      providerData: {
        voiceProfile: { pitch: [{ label: expect.any(String), confidence: expect.any(Number) }] },
      },
    });
    const deltas = client.events
      .slice(from)
      .filter(({ type }) => type === 'conversation.item.input_audio_transcription.delta')
      .map((event) => String(event.body['delta']));
    expect(deltas.at(-1)).toBe('Tell me more.');
    expect(deltas.every((delta, index) => delta.startsWith(deltas[index - 1] ?? ''))).toBe(true);
    await client.close();
  });

  it('changes model and voice in mid-conversation, and the format of one response', async () => {
    const client = await connect();
    await update(client, {
      modelId: 'test/scripted',
      audio: { voice: 'Sarah', output: { format: 'audio/pcm' } },
    });
    ask(client, 'Hello there');
    await client.waitFor('response.done');
    const updated = await update(client, { audio: { output: { voice: 'Dennis' } } });
    expect(field(updated, 'session.audio.output.voice')).toBe('Dennis');
    const from = client.mark();
    ask(client, 'Again', { voice: 'Clive', audio: { output: { format: 'g711_ulaw' } } });
    const done = await client.waitFor('response.done', { from });
    expect(done.body['response']).toMatchObject({
      status: 'completed',
      audio: { output: { voice: 'Clive', format: { type: 'audio/pcmu' } } },
    });
    await client.close();
  });

  it('hears a word of attention in a pause of its user, beside everything else', async () => {
    const client = await connect();
    const backchannel = {
      enabled: true,
      min_speech_ms: 300,
      require_pause: true,
      hard_deadline_ms: 10_000,
      rule_fire_probability: 1,
      decider_kind: 'rule',
      allowed_phrases: ['Mm-hm.'],
    };
    await update(client, {
      model: 'test/scripted',
      audio: {
        input: { turn_detection: { type: 'semantic_vad', eagerness: 'low', create_response: false } },
      },
      providerData: { backchannel, stt: { prompt: '[[hear: So I was thinking about the]]' } },
    });
    // Where a busy machine hears pause and end at once no word is due: the user speaks again.
    let done = await pause(client);
    for (let again = 0; again < 3 && done.type !== 'response.backchannel.audio.done'; again += 1) {
      done = await pause(client);
    }
    expect(done.body).toMatchObject({ backchannel_id: expect.stringMatching(/^bc_/), phrase: 'Mm-hm.' });
    const delta = client.events.find(({ type }) => type === 'response.backchannel.audio.delta');
    expect(delta?.body).toEqual({
      type: 'response.backchannel.audio.delta',
      event_id: expect.any(String),
      backchannel_id: done.body['backchannel_id'],
      delta: expect.stringMatching(/^[A-Za-z0-9+/]{40,}/),
    });
    await client.close();
  });

  it('is given a few words while an answer is late, in the same message and no part of it', async () => {
    const client = await connect();
    const responsiveness = {
      enabled: true,
      initial_wait_timeout_ms: 300,
      enable_filler_on_first_assistant_reply: true,
      pause_text: '…',
    };
    const updated = await update(client, { model: 'test/scripted', providerData: { responsiveness } });
    expect(updated.body['session']).toMatchObject({ providerData: { responsiveness } });
    expect(updated.body['session']).not.toHaveProperty('parley');
    const from = client.mark();
    ask(client, '[[wait: 3000]] [[reply: Because.]]');
    const done = await client.waitFor('response.done', { from, timeoutMs: 30_000 });
    expect(field(done, 'response.output.0.content.0.transcript')).toBe('Because.');
    const events = client.events.slice(from);
    const order = [...new Set(events.map(({ type }) => type).filter((type) => type.startsWith('response.')))];
    expect(order.slice(0, 5)).toEqual([
      'response.created',
      'response.output_item.added',
      'response.content_part.added',
      'response.output_audio.delta',
      'response.output_audio_transcript.delta',
    ]);
    const items = events.filter(({ type }) => type === 'response.output_audio.delta');
    expect(new Set(items.map((event) => field(event, 'item_id'))).size).toBe(1);

    const shown = await update(client, { providerData: { responsiveness: { pause_text: null } } });
    expect(field(shown, 'session.providerData.responsiveness')).toEqual({
      ...responsiveness,
      pause_text: null,
    });
    await client.close();
  });

  const formats: [unknown, WireFormat][] = [
    ['pcm16', { type: 'audio/pcm', rate: 24_000 }],
    ['audio/pcm', { type: 'audio/pcm', rate: 24_000 }],
    [
      { type: 'audio/pcm', rate: 12_345 },
      { type: 'audio/pcm', rate: 12_345 },
    ],
    ['float32', { type: 'audio/float32', rate: 24_000 }],
    ['audio/float32', { type: 'audio/float32', rate: 24_000 }],
    [
      { type: 'audio/float32', rate: 48_000 },
      { type: 'audio/float32', rate: 48_000 },
    ],
    ['g711_ulaw', { type: 'audio/pcmu' }],
    ['g711_alaw', { type: 'audio/pcma' }],
  ];

  it.each(formats)('hears and speaks %j', async (name, format) => {
    const client = await connect();
    const input = { format: name, turn_detection: { type: 'server_vad', silence_duration_ms: 300 } };
    await update(client, { model: 'test/scripted', audio: { input, output: { format: name } } });
    const bytesPerMs = wireBytesPerMs(format);
    const speech = Buffer.concat([recordedUtterance(format), silence(1_000, format)]);
    // A piece may end in the middle of a sample.
    const step = Math.round(100 * bytesPerMs) + 1;
    for (let at = 0; at < speech.length; at += step) {
      const audio = speech.subarray(at, at + step).toString('base64');
      client.send({ type: 'input_audio_buffer.append', audio });
    }
    const done = await client.waitFor('response.done', { timeoutMs: 30_000 });
    expect(field(done, 'response.audio.output.format')).toEqual(format);
    // "You said: Tell me more." takes the stand-in voice between half a second and five.
    const spokenMs = client.audioOf(String(field(done, 'response.id'))).length / bytesPerMs;
    expect(spokenMs).toBeGreaterThan(500);
    expect(spokenMs).toBeLessThan(5_000);
    const [stopped] = client.events.filter(({ type }) => type === 'input_audio_buffer.speech_stopped');
    expect(Number(stopped?.body['audio_end_ms'])).toBeLessThan(speech.length / bytesPerMs);
    await client.close();
  });

  it('goes on by itself once a tool is answered', async () => {
    const client = await connect();
    await update(client, {
      model: 'test/scripted',
      output_modalities: ['text'],
      tools: [{ type: 'function', name: 'weather', parameters: { type: 'object', properties: {} } }],
    });
    ask(client, '[[tool: weather {"city":"Ulm"}]]');
    const call = await client.waitFor('response.function_call_arguments.done');
    const from = client.mark();
    client.send({
      type: 'conversation.item.create',
      item: { type: 'function_call_output', call_id: call.body['call_id'], output: 'Rain' },
    });
    const answer = await client.waitFor(
      (event) => event.type === 'response.output_text.done' && String(event.body['text']).includes('Rain'),
      { from },
    );
    expect(answer.body['text']).toBe('The tool said Rain.');
    await client.close();
  });

  it('is told what is remembered, and begins another session with it', async () => {
    const client = await connect();
    const memory = { enabled: true, turn_interval: 2, max_transcript_items: 4 };
    const updated = await update(client, {
      model: 'test/scripted',
      output_modalities: ['text'],
      providerData: { memory },
    });
    expect(field(updated, 'session.providerData.memory')).toMatchObject({
      ...memory,
      state: { version: 0, facts: [], summary: '', total_turns: 0 },
    });
    const from = client.mark();
    for (const text of ['I am [[reply: Hello Ada.]] Ada.', 'Nice weather.', 'Goodbye.']) {
      const asked = client.mark();
      ask(client, text);
      await client.waitFor('response.done', { from: asked });
    }
    const remembered = await client.waitFor('session.updated', { from });
    const state = field(remembered, 'session.providerData.memory.state') as Record<string, unknown>;
    // The stand-in follows what it reads: of this conversation it notes the reply that it was told to make.
    expect(state).toMatchObject({
      version: 1,
      summary: 'Hello Ada.',
      context_text: 'Hello Ada.',
      total_turns: 3,
    });
    await client.close();

    const again = await connect();
    await update(again, {
      model: 'test/scripted',
      output_modalities: ['text'],
      providerData: { memory: { enabled: true, state } },
    });
    ask(again, '[[prompt]]');
    const done = await again.waitFor('response.done');
    expect(JSON.stringify(done.body)).toContain('Hello Ada.');
    await again.close();
  });

  it('is told what there is not, and nothing of the update is applied', async () => {
    const client = await connect();
    const refused = async (session: Record<string, unknown>): Promise<unknown> => {
      const from = client.mark();
      client.send({ type: 'session.update', event_id: 'mine', session });
      return (await client.waitFor('error', { from })).body['error'];
    };
    const instructions = 'not applied';
    expect(await refused({ instructions, providerData: { tts: { conversational: true } } })).toMatchObject({
      code: 'unsupported_parameter',
      param: 'session.providerData.tts.conversational',
      event_id: 'mine',
    });
    expect(await refused({ instructions, providerData: { memory: { turn_interval: 0 } } })).toMatchObject({
      code: 'invalid_value',
      param: 'session.providerData.memory.turn_interval',
    });
    expect(
      await refused({ instructions, audio: { input: { transcription: { model: 'acme/ears' } } } }),
    ).toMatchObject({ code: 'invalid_value', param: 'session.audio.input.transcription.model' });
    const updated = await update(client, { model: 'test/scripted' });
    expect(field(updated, 'session.instructions')).not.toBe(instructions);
    client.send({ type: 'ping' });
    await client.waitFor('pong');
    await client.close();
  });

  it('comes in with a token in the address, and not with a wrong key', async () => {
    const token = jwt({ sub: 'guest', exp: Math.floor(Date.now() / 1000) + 600 });
    const client = await RealtimeClient.connect({
      url: here.tap.url.replace('http', 'ws'),
      path: `/v1/realtime?token=${token}`,
      headers: { authorization: '' },
    });
    expect((await client.waitFor('session.created')).body['session']).toHaveProperty('providerData');
    await client.close();
    const stranger = await RealtimeClient.connect({
      url: here.tap.url.replace('http', 'ws'),
      path: '/api/v1/realtime/session?key=voice-1&protocol=realtime',
      headers: { authorization: 'Basic d3Jvbmc6a2V5' },
    });
    const error = await stranger.waitFor('error');
    expect(field(error, 'error.code')).toBe('invalid_api_key');
  });
});

function jwt(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', jwtSecret).update(signed).digest('base64url')}`;
}
