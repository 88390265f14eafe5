import type { Greeting } from '@parley/protocol';
import { contextOf } from '../conversation/context';
import { Harness, emitted, wireTypes } from '../testing/harness';

function greeted(greeting: Greeting, h = new Harness()): Harness {
  h.client({ type: 'session.update', session: { type: 'realtime', parley: { greeting } } });
  return h;
}

/** The voice says all it was given, in `ms`. */
function voice(h: Harness, ms: number): void {
  const { generation } = h.last('speak_begin');
  for (const event of [
    { type: 'segment_started', textStart: 0, textEnd: 100 },
    { type: 'audio', pcm: new Uint8Array(ms * 48) },
    { type: 'segment_done', words: [] },
    { type: 'speech_done' },
  ])
    h.dispatch({ type: 'speech', generation, event: event as never });
}

/** A turn with these words. */
function said(h: Harness, text: string, utterance = 1): void {
  const start = h.state.turn.receivedSamples;
  h.hears({ type: 'speech_started', utterance, startSample: start });
  h.audio(400);
  const end = h.state.turn.receivedSamples;
  h.hears({ type: 'speech_stopped', utterance, endSample: end, speechEndSample: end });
  h.hears({ type: 'turn_committed', utterance, startSample: start, endSample: end });
  h.hears({ type: 'final', utterance, text, language: 'en' });
}

it('says a text as it is, asks no model, and remembers it as what the assistant said', () => {
  const h = greeted({ text: 'Welcome.' });
  voice(h, 500);
  expect(h.all('generate')).toEqual([]);
  expect(h.all('speak_text')).toMatchObject([{ delta: 'Welcome.' }]);
  const [done] = emitted(h.effects, 'response.done');
  expect(done?.response).toMatchObject({
    status: 'completed',
    conversation_id: 'conv_1',
    usage: { output_token_details: { text_tokens: 0 } },
    output: [{ role: 'assistant', content: [{ transcript: 'Welcome.' }] }],
  });
  expect(contextOf(h.state.conversation.entries)).toMatchObject([{ role: 'assistant', text: 'Welcome.' }]);
});

it('has the model find words, which is told the instructions this once', () => {
  const h = greeted({ instructions: 'Greet in verse.' });
  expect(h.last('generate').request.instructions).toBe('Be brief.\n\nGreet in verse.');
  h.model({ type: 'finished', reason: 'stop', usage: null });
  h.client({ type: 'response.create' });
  expect(h.last('generate').request.instructions).toBe('Be brief.');
});

it('comes first or not at all, and once', () => {
  const h = greeted({ text: 'Welcome.' });
  voice(h, 100);
  greeted({ text: 'Welcome again.' }, h);
  expect(emitted(h.effects, 'response.created')).toHaveLength(1);
  const late = new Harness();
  late.client({ type: 'response.create' });
  late.model({ type: 'text', delta: 'Hello.' });
  late.model({ type: 'finished', reason: 'stop', usage: null });
  voice(late, 100);
  greeted({ text: 'Welcome.' }, late);
  expect(emitted(late.effects, 'response.created')).toHaveLength(1);
});

it('comes though words that open answers are made ready when it is asked for', () => {
  const h = new Harness();
  const responsiveness = {
    enabled: true,
    initial_wait_timeout_ms: 0,
    enable_filler_on_first_assistant_reply: true,
  };
  h.client({ type: 'session.update', session: { type: 'realtime', parley: { responsiveness } } });
  expect(h.all('speak_text')).toMatchObject([{ delta: 'Hm.' }]);
  greeted({ text: 'Welcome.' }, h);
  expect(h.last('speak_text')).toMatchObject({ delta: 'Welcome.' });
  expect(emitted(h.effects, 'response.created')).toHaveLength(1);
});

it('begins with the session where that is set from the start', () => {
  const h = new Harness({ parley: { greeting: { text: 'Welcome.' } } });
  h.dispatch({ type: 'started' });
  expect(h.all('speak_text')).toMatchObject([{ delta: 'Welcome.' }]);
});

it('is interrupted by speech, unless it was said that it is not', () => {
  const h = greeted({ text: 'Welcome.' });
  h.hears({ type: 'speech_started', utterance: 1, startSample: 0 });
  expect(emitted(h.effects, 'response.done')).toMatchObject([{ response: { status: 'cancelled' } }]);
});

it('that is not interruptible is heard to its end; what was said meanwhile is told and answered then', () => {
  const h = greeted({ text: 'Welcome.', interruptible: false });
  const { generation } = h.last('speak_begin');
  h.dispatch({ type: 'speech', generation, event: { type: 'segment_started', textStart: 0, textEnd: 8 } });
  h.dispatch({ type: 'speech', generation, event: { type: 'audio', pcm: new Uint8Array(48_000) } });
  h.effects.length = 0;
  said(h, 'Hi there.');
  h.advance(400);
  expect(wireTypes(h.effects)).toEqual([]);
  h.dispatch({ type: 'speech', generation, event: { type: 'segment_done', words: [] } });
  h.dispatch({ type: 'speech', generation, event: { type: 'speech_done' } });
  expect(emitted(h.effects, 'response.done')).toMatchObject([{ response: { status: 'completed' } }]);
  h.effects.length = 0;
  // It is all sent, and plays on.
  h.advance(599);
  expect(wireTypes(h.effects)).toEqual([]);
  h.advance(1);
  expect(wireTypes(h.effects)).toEqual([
    'input_audio_buffer.speech_started',
    'input_audio_buffer.speech_stopped',
    'input_audio_buffer.committed',
    'conversation.item.added',
    'conversation.item.done',
    'response.created',
  ]);
  expect(contextOf(h.state.conversation.entries)).toMatchObject([
    { text: 'Welcome.' },
    { text: 'Hi there.' },
  ]);
});

it('that is not interruptible keeps nothing of several turns back once it is over', () => {
  const h = greeted({ text: 'Welcome.', interruptible: false });
  said(h, 'Hi there.');
  said(h, 'Who are you?', 2);
  h.hears({ type: 'speech_started', utterance: 3, startSample: h.state.turn.receivedSamples });
  expect(emitted(h.effects, 'input_audio_buffer.committed')).toEqual([]);
  // The voice never comes: the greeting fails, and nothing else happens.
  h.advance(60_000);
  expect(emitted(h.effects, 'input_audio_buffer.committed')).toHaveLength(2);
});
