import { Harness, emitted, wireTypes } from '../testing/harness';
import type { ResponseParams, SessionPatch } from '@parley/protocol';

const detection = (create_response: boolean, interrupt_response: boolean): SessionPatch => ({
  type: 'realtime',
  output_modalities: ['text'],
  audio: {
    input: {
      turn_detection: {
        type: 'server_vad',
        threshold: 0.5,
        prefix_padding_ms: 300,
        silence_duration_ms: 200,
        idle_timeout_ms: null,
        create_response,
        interrupt_response,
      },
    },
  },
});

function house(create = true, interrupt = true): Harness {
  const h = new Harness();
  h.client({ type: 'session.update', session: detection(create, interrupt) });
  h.effects.length = 0;
  return h;
}

function start(h: Harness, utterance: number): void {
  h.audio(1_000);
  h.hears({ type: 'speech_started', utterance, startSample: h.state.turn.receivedSamples - 8_000 });
}

function commit(h: Harness, utterance: number): void {
  const endSample = h.state.turn.receivedSamples;
  h.hears({ type: 'speech_stopped', utterance, endSample, speechEndSample: endSample });
  h.hears({ type: 'turn_committed', utterance, startSample: endSample - 8_000, endSample });
}

const final = (h: Harness, utterance: number, text = 'Hello.') =>
  h.hears({ type: 'final', utterance, text, language: 'en' });
const created = (h: Harness): number => emitted(h.effects, 'response.created').length;
const statuses = (h: Harness): string[] =>
  emitted(h.effects, 'response.done').map(({ response }) => response.status);
const asked = (h: Harness): string[] => h.last('generate').request.messages.map(({ text }) => text);
const done = { type: 'finished', reason: 'stop', usage: null } as const;

it('a turn is answered when its words are known, and not before', () => {
  const h = house();
  start(h, 1);
  commit(h, 1);
  expect(created(h)).toBe(0);
  final(h, 1);
  expect(created(h)).toBe(1);
});

it.each(['', '  \n'])('a turn without words (%j) is never answered', (text) => {
  const h = house();
  start(h, 1);
  commit(h, 1);
  final(h, 1, text);
  h.advance(60_000);
  expect(created(h)).toBe(0);
});

it('words that cannot be had are a response that failed', () => {
  const h = house();
  start(h, 1);
  commit(h, 1);
  h.hears({ type: 'transcript_failed', utterance: 1, code: 'decode_failed', message: 'no' });
  expect(statuses(h)).toEqual(['failed']);
});

it('without create_response nothing is answered by itself', () => {
  const h = house(false);
  start(h, 1);
  commit(h, 1);
  final(h, 1);
  expect(created(h)).toBe(0);
  h.client({ type: 'response.create' });
  expect(asked(h)).toEqual(['Hello.']);
});

it('a user who goes on speaking is answered once, after all of it', () => {
  const h = house();
  start(h, 1);
  commit(h, 1);
  start(h, 2);
  final(h, 1, 'My number is');
  expect(created(h)).toBe(0);
  commit(h, 2);
  final(h, 2, 'five.');
  expect(created(h)).toBe(1);
  expect(asked(h)).toEqual(['My number is', 'five.']);
});

it('a cough before the answer was heard does not cost the answer', () => {
  const h = house();
  start(h, 1);
  commit(h, 1);
  final(h, 1);
  start(h, 2);
  expect(statuses(h)).toEqual(['cancelled']);
  commit(h, 2);
  final(h, 2, '');
  expect(created(h)).toBe(2);
  expect(asked(h)).toEqual(['Hello.']);
});

it('a cough after words were shown does', () => {
  const h = house();
  start(h, 1);
  commit(h, 1);
  final(h, 1);
  h.model({ type: 'text', delta: 'Well, ' });
  start(h, 2);
  commit(h, 2);
  final(h, 2, '');
  expect(created(h)).toBe(1);
});

it('without interrupt_response the answer runs on, and what was said meanwhile is answered after it', () => {
  const h = house(true, false);
  start(h, 1);
  commit(h, 1);
  final(h, 1);
  const first = h.last('generate').generation;
  start(h, 2);
  expect(statuses(h)).toEqual([]);
  commit(h, 2);
  final(h, 2, 'One more thing.');
  expect(created(h)).toBe(1);
  h.model({ type: 'text', delta: 'Yes.' }, first);
  const effects = h.model(done, first);
  expect(wireTypes(effects).slice(-2)).toEqual(['response.done', 'response.created']);
  expect(asked(h)).toEqual(['Hello.', 'Yes.', 'One more thing.']);
});

it('after calls the client asks for the next response itself', () => {
  const h = house(true, false);
  start(h, 1);
  commit(h, 1);
  final(h, 1);
  const first = h.last('generate').generation;
  start(h, 2);
  commit(h, 2);
  final(h, 2, 'Hurry.');
  h.model({ type: 'call', callId: 'c', name: 'f', argumentsJson: '{}' }, first);
  h.model({ type: 'finished', reason: 'tool_calls', usage: null }, first);
  expect(created(h)).toBe(1);
  h.client({
    type: 'conversation.item.create',
    item: { type: 'function_call_output', call_id: 'c', output: '42' },
  });
  h.client({ type: 'response.create' });
  expect(asked(h)).toEqual(['Hello.', 'Hurry.', '', '42']);
});

it('push-to-talk: a response asked for at once waits for the words', () => {
  const h = house();
  h.client({
    type: 'session.update',
    session: { type: 'realtime', audio: { input: { turn_detection: null } } },
  });
  h.audio(500);
  h.client({ type: 'input_audio_buffer.commit' });
  h.client({ type: 'response.create' });
  expect(created(h)).toBe(1);
  expect(h.all('generate')).toEqual([]);
  final(h, 1, 'Now.');
  expect(asked(h)).toEqual(['Now.']);
  expect(created(h)).toBe(1);
});

it('a transcript that never comes fails what waits for it', () => {
  const h = house();
  h.client({
    type: 'session.update',
    session: { type: 'realtime', audio: { input: { turn_detection: null } } },
  });
  h.audio(500);
  h.client({ type: 'input_audio_buffer.commit' });
  h.client({ type: 'response.create' });
  h.advance(20_000);
  expect(statuses(h)).toEqual(['failed']);
});

describe('a response with an input of its own, which is shown no turn', () => {
  const ownInput: ResponseParams = {
    input: [
      { type: 'message', role: 'user', content: [{ type: 'input_audio', audio: 'AAAA', transcript: null }] },
    ],
  };

  /** A turn that awaits its words, and a response that awaits those of its input. */
  function waiting(): { h: Harness; itemId: string } {
    const h = house();
    start(h, 1);
    commit(h, 1);
    h.client({ type: 'response.create', response: ownInput });
    return { h, itemId: h.last('transcribe_item').itemId };
  }
  const inputHeard = (h: Harness, itemId: string) =>
    h.dispatch({ type: 'item_transcribed', itemId, contentIndex: 0, text: 'Alone.', audioMs: 100 });

  it('a turn heard meanwhile is answered after it', () => {
    const { h, itemId } = waiting();
    final(h, 1);
    inputHeard(h, itemId);
    expect(asked(h)).toEqual(['Alone.']);
    h.model(done);
    expect(created(h)).toBe(2);
    expect(asked(h)).toEqual(['Hello.']);
  });

  it('a turn without words does not cost it', () => {
    const { h, itemId } = waiting();
    h.hears({ type: 'transcript_failed', utterance: 1, code: 'decode_failed', message: 'no' });
    inputHeard(h, itemId);
    h.model(done);
    expect(statuses(h)).toEqual(['completed']);
  });

  it('a turn that is owed an answer already gets it after that one', () => {
    const h = house();
    start(h, 1);
    commit(h, 1);
    start(h, 2);
    final(h, 1);
    const effects = h.client({ type: 'response.create', response: ownInput });
    const first = emitted(effects, 'response.created')[0]?.response.id;
    inputHeard(h, h.last('transcribe_item').itemId);
    h.model(done);
    commit(h, 2);
    final(h, 2, '');
    expect(emitted(h.effects, 'response.created').at(-1)?.response.id).not.toBe(first);
    expect(asked(h)).toEqual(['Hello.']);
  });
});
