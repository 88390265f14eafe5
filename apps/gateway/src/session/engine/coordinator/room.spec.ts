import { deadlines, limits } from '../deadlines';
import { remove } from '../conversation/items';
import { entryOf } from '../conversation/state';
import { emitted, Harness, testSession } from '../testing/harness';
import { shop } from '../testing/server-tools';

const buy = { name: 'buy', description: '', input_schema: { type: 'object' }, annotations: null };

/** The same numbers for the same seed, 0–1. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const audio = testSession().audio;
const pushToTalk = { audio: { ...audio, input: { ...audio.input, turn_detection: null } } };

/** A session whose conversation has room for `left` more items. */
function crowded(left: number, session = {}): Harness {
  const h = new Harness(session);
  const content = [{ type: 'input_text' as const, text: 'x' }];
  const entries = Array.from({ length: limits.maxItems - left }, (_, n) =>
    entryOf({ id: `old_${n}`, type: 'message', status: 'completed', role: 'user', content }),
  );
  h.state = { ...h.state, conversation: { ...h.state.conversation, entries } };
  return h;
}

const commit = (h: Harness) => h.client({ type: 'input_audio_buffer.commit', event_id: 'mine' });
const speak = (h: Harness, utterance: number) => {
  const startSample = h.state.turn.receivedSamples;
  h.audio(1_000);
  h.hears({ type: 'speech_started', utterance, startSample });
  h.audio(500);
  const endSample = h.state.turn.receivedSamples;
  h.hears({ type: 'speech_stopped', utterance, endSample, speechEndSample: endSample });
  h.hears({ type: 'turn_committed', utterance, startSample, endSample });
  h.hears({ type: 'final', utterance, text: 'Hello.', language: 'en' });
};

describe('a conversation that has no room for a turn', () => {
  it('keeps the audio that a client commits, and takes it once an item is gone', () => {
    const h = crowded(1, pushToTalk);
    h.audio(500);
    expect(emitted(commit(h), 'input_audio_buffer.committed')).toHaveLength(1);
    h.audio(500);
    const refused = commit(h);
    expect(emitted(refused, 'error')).toMatchObject([{ error: { code: 'invalid_value', event_id: 'mine' } }]);
    expect(emitted(refused, 'input_audio_buffer.committed')).toEqual([]);
    expect(h.state.conversation.entries).toHaveLength(limits.maxItems);
    h.state = { ...h.state, conversation: remove(h.state.conversation, 'old_0') };
    expect(emitted(commit(h), 'input_audio_buffer.committed')).toHaveLength(1);
    expect(h.last('commit_utterance')).toMatchObject({ startSample: 8_000, endSample: 16_000 });
  });

  it('leaves out a turn that is heard, says so, and goes on', () => {
    const h = crowded(0);
    speak(h, 1);
    expect(h.emitted().map(({ type }) => type)).toEqual([
      'input_audio_buffer.speech_started',
      'input_audio_buffer.speech_stopped',
      'error',
    ]);
    expect(h.state).toMatchObject({ live: [], turn: { open: null, pending: [], nextUtterance: 2 } });
    for (const item_id of ['old_0', 'old_1']) h.client({ type: 'conversation.item.delete', item_id });
    speak(h, 2);
    expect(emitted(h.effects, 'conversation.item.input_audio_transcription.completed')).toEqual([]);
    expect(emitted(h.effects, 'input_audio_buffer.committed')).toHaveLength(1);
    expect(h.last('generate').request.messages.at(-1)).toEqual({ role: 'user', text: 'Hello.' });
  });

  it('leaves out a turn that its worker saw the end of and never committed', () => {
    const h = crowded(0);
    h.audio(1_000);
    h.hears({ type: 'speech_started', utterance: 1, startSample: 8_000 });
    h.hears({ type: 'speech_stopped', utterance: 1, endSample: 16_000, speechEndSample: 16_000 });
    h.advance(deadlines.commitMs);
    expect(emitted(h.effects, 'error')).toHaveLength(1);
    expect(h.all('commit_utterance')).toEqual([]);
    expect(h.state.turn).toMatchObject({ open: null, pending: [], nextUtterance: 2 });
  });
});

describe('a conversation that has no room for an answer', () => {
  const text = { output_modalities: ['text'] as ['text'] };
  const tools = [{ type: 'function' as const, name: 'a' }];
  const call = (h: Harness, callId: string) =>
    h.model({ type: 'call', callId, name: 'a', argumentsJson: '{}' });
  const finish = (h: Harness) => h.model({ type: 'finished', reason: 'stop', usage: null });
  const put = (h: Harness, item: object) =>
    h.client({ type: 'conversation.item.create', item: item as never });
  const output = (h: Harness, call_id: string) =>
    put(h, { type: 'function_call_output', call_id, output: 'x' });
  const message = (h: Harness) =>
    put(h, { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'x' }] });
  const size = (h: Harness): number => h.state.conversation.entries.length;

  it('refuses the one that a client asks for, and not one beside the conversation', () => {
    const h = crowded(0, text);
    const refused = h.client({ type: 'response.create', event_id: 'mine' });
    expect(emitted(refused, 'error')).toMatchObject([{ error: { code: 'invalid_value', event_id: 'mine' } }]);
    expect(emitted(refused, 'response.created')).toEqual([]);
    h.client({ type: 'response.create', response: { conversation: 'none' } });
    h.model({ type: 'text', delta: 'Beside it.' });
    finish(h);
    expect(emitted(h.effects, 'response.done')).toMatchObject([{ response: { status: 'completed' } }]);
    expect(size(h)).toBe(limits.maxItems);
  });

  it('fails the answer to the turn that took the last place, and says why', () => {
    const h = crowded(1);
    speak(h, 1);
    expect(emitted(h.effects, 'response.done')).toMatchObject([
      { response: { status: 'failed', status_details: { error: { code: 'invalid_value' } } } },
    ]);
    expect(h.all('generate')).toEqual([]);
    expect(size(h)).toBe(limits.maxItems);
  });

  it('ends an answer where there is no place for more, with what it has said', () => {
    const h = crowded(2, { ...text, tools });
    h.client({ type: 'response.create' });
    h.model({ type: 'text', delta: 'Let me see.' });
    message(h);
    call(h, 'one');
    expect(emitted(h.effects, 'response.done')).toMatchObject([
      { response: { status: 'incomplete', output: [{ content: [{ text: 'Let me see.' }] }] } },
    ]);
    expect(h.all('abandon_model')).toHaveLength(1);
    expect(size(h)).toBe(limits.maxItems);
  });

  it('keeps a place for the output of each call', () => {
    const h = crowded(3, { ...text, tools });
    h.client({ type: 'response.create' });
    call(h, 'one');
    call(h, 'two');
    expect(emitted(h.effects, 'response.done')).toMatchObject([
      { response: { status: 'incomplete', output: [{ call_id: 'one' }] } },
    ]);
    expect(emitted(message(h), 'error')).toEqual([]);
    expect(emitted(message(h), 'error')).toHaveLength(1);
    expect(emitted(output(h, 'one'), 'conversation.item.done')).toHaveLength(1);
    expect(emitted(output(h, 'one'), 'error')).toHaveLength(1);
    expect(size(h)).toBe(limits.maxItems);
  });

  it('keeps that place also where an output stands before its call, which no model is shown', () => {
    const h = crowded(3, { ...text, tools });
    put(h, { type: 'function_call', call_id: 'one', name: 'a', arguments: '{}' });
    h.client({
      type: 'conversation.item.create',
      previous_item_id: 'root',
      item: { type: 'function_call_output', call_id: 'one', output: 'x' } as never,
    });
    expect(size(h)).toBe(limits.maxItems - 1);
    expect(emitted(message(h), 'error')).toHaveLength(1);
    expect(emitted(output(h, 'one'), 'conversation.item.done')).toHaveLength(1);
    expect(size(h)).toBe(limits.maxItems);
  });

  it.each(Array.from({ length: 30 }, (_, seed) => seed + 1))('whoever adds what: %d', (seed) => {
    const random = seededRandom(seed);
    const h = crowded(4 + Math.floor(random() * 8), { ...text, tools: [...tools, shop] });
    const listing = { server: shop, itemId: 'none', status: 'ready' as const, tools: [buy] };
    h.state = { ...h.state, tools: { ...h.state.tools, listings: [listing] } };
    h.client({ type: 'response.create' });
    let ids = 0;
    const calls = new Set<string>();
    const deeds: (() => unknown)[] = [
      () => message(h),
      () => speak(h, h.state.turn.nextUtterance),
      () => h.client({ type: 'response.create' }),
      () => put(h, { type: 'function_call', call_id: `c${(ids += 1)}`, name: 'a', arguments: '{}' }),
      () => h.model({ type: 'text', delta: 'Yes. ' }),
      () => call(h, `c${(ids += 1)}`),
      () => h.model({ type: 'call', callId: `c${(ids += 1)}`, name: 'buy', argumentsJson: '{}' }),
      () => finish(h),
      () => {
        for (const { itemId } of h.state.tools.running)
          h.dispatch({ type: 'tool_result', itemId, result: { output: 'x', sources: [] } });
      },
    ];
    for (let n = 0; n < 60; n += 1) {
      // Until a model is asked it writes nothing; then it writes more than anybody else.
      const able = h.all('generate').length > 0 ? deeds : deeds.slice(0, 4);
      const any = random() < 0.5 ? able : able.slice(-5);
      any[Math.floor(random() * any.length)]?.();
      for (const { item } of h.state.conversation.entries.slice(-4))
        if (item.type === 'function_call' && item.status === 'completed') calls.add(item.call_id);
      expect(size(h)).toBeLessThanOrEqual(limits.maxItems);
    }
    const requests = h.state.conversation.entries.filter(({ item }) => item.type === 'mcp_approval_request');
    for (const { item } of requests) {
      const answer = { type: 'mcp_approval_response', approval_request_id: item.id, approve: true };
      expect(emitted(put(h, answer), 'error')).toEqual([]);
    }
    for (const id of calls) expect(emitted(output(h, id), 'error')).toEqual([]);
    expect(size(h)).toBeLessThanOrEqual(limits.maxItems);
  });
});

it('words are awaited of so many turns at a time, and no more', () => {
  const h = new Harness(pushToTalk);
  const turns = limits.maxPendingTurns + 3;
  for (let n = 0; n < turns; n += 1) {
    h.audio(100);
    commit(h);
  }
  expect(h.state.turn.pending).toHaveLength(limits.maxPendingTurns);
  expect(emitted(h.effects, 'error').map(({ error }) => error.code)).toEqual(
    Array.from({ length: 3 }, () => 'rate_limit_exceeded'),
  );
  h.hears({ type: 'final', utterance: 1, text: 'One.', language: 'en' });
  expect(emitted(commit(h), 'input_audio_buffer.committed')).toHaveLength(1);
});
