import { deadlines, limits } from '../deadlines';
import { remove } from '../conversation/items';
import { entryOf } from '../conversation/state';
import { emitted, Harness, testSession } from '../testing/harness';

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
    h.client({ type: 'conversation.item.delete', item_id: 'old_0' });
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
