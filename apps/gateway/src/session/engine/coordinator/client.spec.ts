import { Harness, emitted, wireTypes } from '../testing/harness';
import { Voice } from '../testing/voice';

/** A session that has spoken: "Hello there." in 720 ms. */
function spoken(): { h: Harness; itemId: string } {
  const h = new Harness();
  const voice = new Voice();
  h.onEffect = (effect) => voice.onEffect(effect);
  h.client({ type: 'response.create' });
  h.model({ type: 'text', delta: 'Hello there.' });
  h.model({ type: 'finished', reason: 'stop', usage: null });
  for (const [generation, run] of voice.runs) {
    for (let event = run.step(12); event !== undefined; event = run.step(12)) {
      h.dispatch({ type: 'speech', generation, event });
    }
  }
  const itemId = emitted(h.effects, 'response.done')[0]?.response.output[0]?.id ?? '';
  return { h, itemId };
}

const errorOf = (effects: Parameters<typeof emitted>[0]) => emitted(effects, 'error')[0]?.error;

it('truncates an item that is completed, for the client and for the model', () => {
  const { h, itemId } = spoken();
  const effects = h.client({
    type: 'conversation.item.truncate',
    item_id: itemId,
    content_index: 0,
    audio_end_ms: 400,
  });
  expect(wireTypes(effects)).toEqual(['conversation.item.truncated']);
  expect(effects).toContainEqual({ type: 'truncate_audio', itemId, endMs: 400 });
  h.client({ type: 'conversation.item.retrieve', item_id: itemId });
  expect(h.last('emit_item').item).toMatchObject({ content: [{ type: 'output_audio' }] });
  expect(h.last('emit_item').item).not.toHaveProperty('content.0.transcript');
  h.client({ type: 'response.create' });
  expect(h.last('generate').request.messages).toEqual([{ role: 'assistant', text: 'Hello', calls: [] }]);
});

it('truncates speech that is still going on; its own estimate does not overrule the client', () => {
  const h = new Harness();
  const voice = new Voice();
  h.onEffect = (effect) => voice.onEffect(effect);
  h.client({ type: 'response.create' });
  h.model({ type: 'text', delta: 'One two three four. ' });
  const [generation, run] = [...voice.runs][0]!;
  for (let i = 0; i < 4; i += 1) h.dispatch({ type: 'speech', generation, event: run.step(12)! });
  const itemId = emitted(h.effects, 'response.output_item.added')[0]?.item.id ?? '';
  h.client({ type: 'conversation.item.truncate', item_id: itemId, content_index: 0, audio_end_ms: 200 });
  h.advance(5_000);
  h.client({ type: 'response.cancel' });
  h.client({ type: 'response.create' });
  expect(h.last('generate').request.messages).toEqual([{ role: 'assistant', text: 'One', calls: [] }]);
});

it.each([
  ['retrieve', 'item_retrieve_invalid_item_id'],
  ['delete', 'item_delete_invalid_item_id'],
] as const)('%s of an unknown item names it and the request', (what, code) => {
  const h = new Harness();
  const effects = h.client({ type: `conversation.item.${what}`, item_id: 'none', event_id: 'e' });
  expect(errorOf(effects)).toMatchObject({ code, param: 'item_id', event_id: 'e' });
});

it('deletes an item, also for the model', () => {
  const { h, itemId } = spoken();
  expect(wireTypes(h.client({ type: 'conversation.item.delete', item_id: itemId }))).toEqual([
    'conversation.item.deleted',
  ]);
  h.client({ type: 'response.create' });
  expect(h.last('generate').request.messages).toEqual([]);
});

it('an item that is deleted while it is spoken is closed for the response, and not for the conversation', () => {
  const h = new Harness();
  h.client({ type: 'response.create', response: { output_modalities: ['text'] } });
  h.model({ type: 'text', delta: 'Hello.' });
  const itemId = emitted(h.effects, 'response.output_item.added')[0]?.item.id ?? '';
  h.client({ type: 'conversation.item.delete', item_id: itemId });
  const effects = h.model({ type: 'finished', reason: 'stop', usage: null });
  expect(wireTypes(effects)).not.toContain('conversation.item.done');
  expect(wireTypes(effects).slice(-2)).toEqual(['response.output_item.done', 'response.done']);
});

it('an empty commit tells how much there is, and nothing else happens', () => {
  const h = new Harness();
  h.audio(40);
  const effects = h.client({ type: 'input_audio_buffer.commit', event_id: 'e' });
  expect(wireTypes(effects)).toEqual(['error']);
  expect(errorOf(effects)).toMatchObject({
    code: 'input_audio_buffer_commit_empty',
    event_id: 'e',
    message: expect.stringContaining('40.00ms'),
  });
});

it('fixes the voice once it was heard, and applies nothing of an update that fails', () => {
  const { h } = spoken();
  const effects = h.client({
    type: 'session.update',
    session: { type: 'realtime', instructions: 'Changed.', audio: { output: { voice: 'other' } } },
    event_id: 'e',
  });
  expect(errorOf(effects)).toMatchObject({ code: 'cannot_update_voice', event_id: 'e' });
  expect(h.state.session.instructions).toBe('Be brief.');
});

it('an update answers with the whole session, and tells the ear only what concerns it', () => {
  const h = new Harness();
  const plain = h.client({ type: 'session.update', session: { type: 'realtime', instructions: 'New.' } });
  expect(emitted(plain, 'session.updated')[0]?.session).toMatchObject({
    instructions: 'New.',
    audio: { input: { turn_detection: { interrupt_response: true } } },
  });
  expect(plain.map(({ type }) => type)).toEqual(['persist_session', 'emit', 'prepare']);
  const ear = h.client({
    type: 'session.update',
    session: { type: 'realtime', audio: { input: { turn_detection: null } } },
  });
  expect(ear.map(({ type }) => type)).toEqual(['persist_session', 'emit', 'configure_hearing']);
});

it('refuses an unknown reference in the input of a response, and makes none', () => {
  const h = new Harness();
  const effects = h.client({
    type: 'response.create',
    response: { conversation: 'none', input: [{ type: 'item_reference', id: 'none' }] },
  });
  expect(errorOf(effects)?.param).toBe('response.input[0].id');
  expect(h.state.live).toEqual([]);
});

it('bounds the responses out of band', () => {
  const h = new Harness();
  for (let i = 0; i < 8; i += 1) h.client({ type: 'response.create', response: { conversation: 'none' } });
  const effects = h.client({ type: 'response.create', response: { conversation: 'none' } });
  expect(errorOf(effects)?.code).toBe('server_overloaded');
});

it('while the user speaks the model reads what was said before', () => {
  const { h } = spoken();
  h.audio(1_000);
  h.hears({ type: 'speech_started', utterance: 1, startSample: 8_000 });
  expect(h.last('prepare').request.messages).toEqual([
    { role: 'assistant', text: 'Hello there.', calls: [] },
  ]);
});

it.each([
  [10, 2],
  [2_000, 1],
])(
  'with tools of %s characters each the words of a turn are read ahead, unless that is too much',
  (chars, times) => {
    const { h } = spoken();
    const tools = Array.from({ length: 100 }, (_, at) => ({
      type: 'function' as const,
      name: `f${at}`,
      parameters: { type: 'object', description: 'x'.repeat(chars) },
    }));
    h.client({ type: 'session.update', session: { type: 'realtime', tools } });
    h.audio(1_000);
    const before = h.all('prepare').length;
    h.hears({ type: 'speech_started', utterance: 1, startSample: 8_000 });
    h.hears({ type: 'partial', utterance: 1, text: 'How are you', stableChars: 0 });
    expect(h.all('prepare').length - before).toBe(times);
  },
);

it('speech ends the playback of what was said before: the next answer is heard from its first word', () => {
  const { h } = spoken();
  h.advance(100);
  h.audio(1_000);
  h.hears({ type: 'speech_started', utterance: 1, startSample: 8_000 });
  expect(h.state.clock.endAtMs).toBe(100);
});
