import { Harness, emitted, wireTypes } from '../testing/harness';
import { Voice } from '../testing/voice';
import { WireClient } from '../testing/wire-client';

const transcription = { model: 'default' };

function conversation(transcribe = true): { h: Harness; voice: Voice; wire: WireClient } {
  const h = new Harness();
  const voice = new Voice();
  const wire = new WireClient();
  h.onEffect = (effect) => {
    voice.onEffect(effect);
    wire.onEffect(effect);
  };
  if (transcribe) {
    h.client({ type: 'session.update', session: { type: 'realtime', audio: { input: { transcription } } } });
  }
  return { h, voice, wire };
}

/** Speaks everything that can be spoken. */
function speakAll(h: Harness, voice: Voice, unitChars = 12): void {
  for (const [generation, run] of voice.runs) {
    for (let event = run.step(unitChars); event !== undefined; event = run.step(unitChars)) {
      h.dispatch({ type: 'speech', generation, event });
    }
  }
}

function userTurn(h: Harness, utterance = 1, text = 'Hello there.'): void {
  h.audio(1_000);
  const at = h.state.turn.receivedSamples;
  h.hears({ type: 'speech_started', utterance, startSample: at - 8_000 });
  h.hears({ type: 'speech_stopped', utterance, endSample: at, speechEndSample: at - 3_200 });
  h.hears({ type: 'turn_committed', utterance, startSample: at - 8_000, endSample: at });
  h.hears({ type: 'final', utterance, text, language: 'en' });
}

const closingAudio = [
  'response.output_audio.done',
  'response.output_audio_transcript.done',
  'response.content_part.done',
  'conversation.item.done',
  'response.output_item.done',
  'response.done',
];

test('a server-VAD voice turn, event by event', () => {
  const { h, voice } = conversation();
  h.effects.length = 0;
  userTurn(h);
  h.model({ type: 'text', delta: 'Good ' });
  h.model({ type: 'text', delta: 'day.' });
  h.model({
    type: 'finished',
    reason: 'stop',
    usage: { inputTokens: 9, cachedInputTokens: 4, imageTokens: 0, outputTokens: 3 },
  });
  speakAll(h, voice);
  expect(wireTypes(h.effects)).toEqual([
    'input_audio_buffer.speech_started',
    'input_audio_buffer.speech_stopped',
    'input_audio_buffer.committed',
    'conversation.item.added',
    'conversation.item.done',
    'conversation.item.input_audio_transcription.delta',
    'conversation.item.input_audio_transcription.completed',
    'response.created',
    'response.output_item.added',
    'conversation.item.added',
    'response.content_part.added',
    'response.output_audio_transcript.delta',
    'response.output_audio.delta',
    'response.output_audio.delta',
    ...closingAudio,
  ]);
  const [done] = emitted(h.effects, 'response.done');
  expect(done?.response).toMatchObject({
    status: 'completed',
    status_details: null,
    conversation_id: 'conv_1',
    output: [
      {
        role: 'assistant',
        status: 'completed',
        content: [{ type: 'output_audio', transcript: 'Good day.' }],
      },
    ],
    usage: {
      input_tokens: 14,
      output_tokens: 14,
      input_token_details: { text_tokens: 9, audio_tokens: 5, cached_tokens: 4 },
      output_token_details: { text_tokens: 3, audio_tokens: 11 },
    },
  });
});

test('the user item carries the id told at speech start, transcript null, and its place', () => {
  const { h } = conversation();
  userTurn(h);
  const [started] = emitted(h.effects, 'input_audio_buffer.speech_started');
  const [stopped] = emitted(h.effects, 'input_audio_buffer.speech_stopped');
  const [added] = emitted(h.effects, 'conversation.item.added');
  expect(started).toMatchObject({ audio_start_ms: 500 });
  expect(stopped).toMatchObject({ audio_end_ms: 1_000, item_id: started?.item_id });
  expect(added).toMatchObject({
    previous_item_id: null,
    item: { id: started?.item_id, status: 'completed', content: [{ type: 'input_audio', transcript: null }] },
  });
});

test('a text response, event by event', () => {
  const { h } = conversation(false);
  h.client({ type: 'session.update', session: { type: 'realtime', output_modalities: ['text'] } });
  h.effects.length = 0;
  h.client({ type: 'response.create', response: { metadata: { a: 'b' } } });
  h.model({ type: 'text', delta: '\n\nHi' });
  h.model({ type: 'text', delta: ' you' });
  h.model({ type: 'finished', reason: 'stop', usage: null });
  expect(wireTypes(h.effects)).toEqual([
    'response.created',
    'response.output_item.added',
    'conversation.item.added',
    'response.content_part.added',
    'response.output_text.delta',
    'response.output_text.delta',
    'response.output_text.done',
    'response.content_part.done',
    'conversation.item.done',
    'response.output_item.done',
    'response.done',
  ]);
  expect(emitted(h.effects, 'response.content_part.added')[0]?.part).toEqual({ type: 'text', text: '' });
  const [created] = emitted(h.effects, 'response.created');
  const [done] = emitted(h.effects, 'response.done');
  expect(created?.response).toMatchObject({ output: [], usage: null, metadata: { a: 'b' } });
  expect(done?.response).toMatchObject({
    metadata: { a: 'b' },
    output: [{ content: [{ type: 'output_text', text: 'Hi you' }] }],
    output_modalities: ['text'],
  });
});

test('words, then two calls: each item whole before the next, arguments never empty', () => {
  const { h, voice } = conversation(false);
  h.client({ type: 'response.create' });
  h.model({ type: 'text', delta: 'Let me see.' });
  h.model({ type: 'call_begun' });
  h.model({ type: 'call', callId: 'c1', name: 'look', argumentsJson: '' });
  h.model({ type: 'call', callId: 'c1', name: 'look', argumentsJson: '{"x":1}' });
  h.model({ type: 'finished', reason: 'tool_calls', usage: null });
  expect(wireTypes(h.effects)).not.toContain('response.function_call_arguments.done');
  speakAll(h, voice);
  const call = [
    'response.output_item.added',
    'conversation.item.added',
    'response.function_call_arguments.delta',
    'response.function_call_arguments.done',
    'conversation.item.done',
    'response.output_item.done',
  ];
  const types = wireTypes(h.effects);
  expect(types.slice(types.indexOf('response.output_audio.done'))).toEqual([
    ...closingAudio.slice(0, -1),
    ...call,
    ...call,
    'response.done',
  ]);
  const args = emitted(h.effects, 'response.function_call_arguments.done');
  expect(args.map((event) => [event.output_index, event.arguments])).toEqual([
    [1, '{}'],
    [2, '{"x":1}'],
  ]);
  expect(args[0]?.call_id).toBe('c1');
  expect(args[1]?.call_id).not.toBe('c1');
  expect(emitted(h.effects, 'response.done')[0]?.response).toMatchObject({ status: 'completed' });
});

test('barge-in: closing events, then cancelled, before anything of the new turn', () => {
  const { h, voice } = conversation();
  userTurn(h);
  h.model({ type: 'text', delta: 'One two three four five six seven.' });
  const [generation, run] = [...voice.runs][0]!;
  for (let i = 0; i < 6; i += 1) h.dispatch({ type: 'speech', generation, event: run.step(9)! });
  h.effects.length = 0;
  h.advance(700);
  userTurn(h, 2, 'Stop.');
  expect(wireTypes(h.effects).slice(0, 12)).toEqual([
    'input_audio_buffer.speech_started',
    ...closingAudio,
    'input_audio_buffer.speech_stopped',
    'input_audio_buffer.committed',
    'conversation.item.added',
    'conversation.item.done',
    'conversation.item.input_audio_transcription.delta',
  ]);
  expect(wireTypes(h.effects).at(-1)).toBe('response.created');
  const [done] = emitted(h.effects, 'response.done');
  expect(done?.response).toMatchObject({
    status: 'cancelled',
    status_details: { type: 'cancelled', reason: 'turn_detected' },
    output: [{ status: 'incomplete' }],
  });
  expect(h.effects.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['abandon_model', 'abandon_speech']),
  );
  const late = h.dispatch({ type: 'speech', generation, event: { type: 'audio', pcm: new Uint8Array(960) } });
  expect(late).toEqual([]);
  // 700 ms of "One two three four…" at 60 ms a character: "One two" ends at 420, "three" at 780.
  expect(h.last('generate').request.messages).toEqual([
    { role: 'user', text: 'Hello there.' },
    { role: 'assistant', text: 'One two', calls: [] },
    { role: 'user', text: 'Stop.' },
  ]);
});

test('an out-of-band response leaves the conversation alone and runs beside the default one', () => {
  const { h, wire } = conversation(false);
  h.client({ type: 'response.create' });
  const conversational = h.last('generate').generation;
  h.effects.length = 0;
  h.client({
    type: 'response.create',
    response: { conversation: 'none', metadata: { topic: 'x' }, output_modalities: ['text'], input: [] },
  });
  expect(h.last('generate').request.messages).toEqual([]);
  h.model({ type: 'text', delta: 'aside' });
  h.model({ type: 'finished', reason: 'stop', usage: null });
  expect(wireTypes(h.effects).filter((type) => type.startsWith('conversation.'))).toEqual([]);
  expect(emitted(h.effects, 'response.done')[0]?.response).toMatchObject({
    conversation_id: null,
    metadata: { topic: 'x' },
  });
  expect(h.all('close_lane')).toHaveLength(1);
  expect(wire.active).toHaveLength(1);
  h.model({ type: 'finished', reason: 'stop', usage: null }, conversational);
  expect(wire.active).toHaveLength(0);
});

test('a second response is refused with the id of the request, and the first goes on', () => {
  const { h } = conversation(false);
  h.client({ type: 'response.create' });
  const { response } = emitted(h.effects, 'response.created')[0]!;
  const effects = h.client({ type: 'response.create', event_id: 'mine' });
  expect(wireTypes(effects)).toEqual(['error']);
  expect(emitted(effects, 'error')[0]?.error).toMatchObject({
    code: 'conversation_already_has_active_response',
    event_id: 'mine',
    message: expect.stringContaining(response.id),
  });
});

test('cancel: closing events and client_cancelled; a second cancel is an error that says so', () => {
  const { h } = conversation(false);
  h.client({ type: 'response.create' });
  expect(wireTypes(h.client({ type: 'response.cancel' }))).toEqual(['response.done']);
  expect(emitted(h.effects, 'response.done')[0]?.response).toMatchObject({
    status: 'cancelled',
    status_details: { reason: 'client_cancelled' },
    usage: { total_tokens: 0 },
  });
  const again = h.client({ type: 'response.cancel', event_id: 'e' });
  expect(emitted(again, 'error')[0]?.error).toMatchObject({
    code: 'response_cancel_not_active',
    message: expect.stringMatching(/^Cancellation failed/),
    event_id: 'e',
  });
});
