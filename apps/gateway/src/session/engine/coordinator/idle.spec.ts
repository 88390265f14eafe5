import type { SessionPatch } from '@parley/protocol';
import { silenceNote } from '../conversation/context';
import { Harness, emitted, wireTypes } from '../testing/harness';

const withTimeout = (idle_timeout_ms: number | null, interrupt_response = true): SessionPatch => ({
  type: 'realtime',
  output_modalities: ['text'],
  audio: {
    input: {
      transcription: { model: 'default' },
      turn_detection: {
        type: 'server_vad',
        threshold: 0.5,
        prefix_padding_ms: 300,
        silence_duration_ms: 200,
        idle_timeout_ms,
        create_response: true,
        interrupt_response,
      },
    },
  },
});

const finished = { type: 'finished', reason: 'stop', usage: null } as const;

/** A session whose assistant has just said something. */
function house(idleTimeoutMs: number | null = 5_000): Harness {
  const h = new Harness();
  h.client({ type: 'session.update', session: withTimeout(idleTimeoutMs) });
  h.client({ type: 'response.create' });
  h.model({ type: 'text', delta: 'Are you there?' });
  h.model(finished);
  h.effects.length = 0;
  return h;
}

const speechStarts = (h: Harness) =>
  h.hears({ type: 'speech_started', utterance: 1, startSample: h.state.turn.receivedSamples });

describe('the idle timeout', () => {
  it('makes the silence after the last word a turn, and answers it', () => {
    const h = house();
    h.audio(6_000);
    h.advance(5_000);
    expect(wireTypes(h.effects)).toEqual([
      'input_audio_buffer.timeout_triggered',
      'input_audio_buffer.committed',
      'conversation.item.added',
      'conversation.item.done',
      'conversation.item.input_audio_transcription.completed',
      'response.created',
    ]);
    const [triggered] = emitted(h.effects, 'input_audio_buffer.timeout_triggered');
    expect(triggered).toMatchObject({ audio_start_ms: 1_000, audio_end_ms: 6_000 });
    const [committed] = emitted(h.effects, 'input_audio_buffer.committed');
    expect(committed?.item_id).toBe(triggered?.item_id);
    expect(h.last('generate').request.messages.at(-1)).toEqual({ role: 'user', text: silenceNote });
  });

  it('counts again after the answer', () => {
    const h = house();
    h.audio(6_000);
    h.advance(5_000);
    h.model({ type: 'text', delta: 'Hello?' });
    h.model(finished);
    h.audio(5_000);
    h.effects.length = 0;
    h.advance(5_000);
    expect(emitted(h.effects, 'input_audio_buffer.timeout_triggered')).toMatchObject([
      { audio_start_ms: 6_000, audio_end_ms: 11_000 },
    ]);
  });

  it.each<[string, (h: Harness) => void]>([
    ['the user speaks', speechStarts],
    ['another response is asked for', (h) => h.client({ type: 'response.create' })],
  ])('is over when %s', (_, act) => {
    const h = house();
    expect(h.timers.has('idle')).toBe(true);
    act(h);
    expect(h.timers.has('idle')).toBe(false);
  });

  const turn = (h: Harness): void => {
    speechStarts(h);
    h.audio(400);
    const endSample = h.state.turn.receivedSamples;
    h.hears({ type: 'speech_stopped', utterance: 1, endSample, speechEndSample: endSample });
    h.hears({ type: 'turn_committed', utterance: 1, startSample: 0, endSample });
  };
  const heard = (text: string) => ({ type: 'final', utterance: 1, text, language: 'en' }) as const;

  it.each<[string, (h: Harness) => void]>([
    [
      'a cough',
      (h) => {
        turn(h);
        h.hears(heard(''));
      },
    ],
    [
      'speech that the client cleared away',
      (h) => {
        speechStarts(h);
        h.client({ type: 'input_audio_buffer.clear' });
      },
    ],
    [
      'speech that nobody was there to hear',
      (h) => {
        turn(h);
        h.dispatch({ type: 'link', service: 'stt', lane: 'main', status: 'unavailable' });
      },
    ],
    [
      'a cough that outlasted an answer',
      (h) => {
        h.client({ type: 'session.update', session: withTimeout(5_000, false) });
        h.client({ type: 'response.create' });
        speechStarts(h);
        h.model(finished);
        turn(h);
        h.hears(heard(''));
      },
    ],
  ])('counts again after %s', (_, act) => {
    const h = house();
    act(h);
    h.effects.length = 0;
    h.advance(5_000);
    expect(emitted(h.effects, 'input_audio_buffer.timeout_triggered')).toHaveLength(1);
  });

  it('does not count between words and their answer', () => {
    const h = house();
    turn(h);
    h.hears(heard('Yes.'));
    expect(h.timers.has('idle')).toBe(false);
  });

  it('is not counted without the setting, nor after a call, which the client answers', () => {
    expect(house(null).timers.has('idle')).toBe(false);
    const h = house();
    h.client({ type: 'response.create' });
    h.model({ type: 'call', callId: 'call_1', name: 'look', argumentsJson: '{}' });
    h.model(finished);
    expect(h.timers.has('idle')).toBe(false);
  });

  it('asks a user who says nothing so many times, and again once they have said something', () => {
    const h = house();
    h.client({ type: 'session.update', session: { type: 'realtime', parley: { max_idle_prompts: 2 } } });
    const unanswered = (): boolean => {
      h.effects.length = 0;
      h.advance(5_000);
      const asked = emitted(h.effects, 'input_audio_buffer.timeout_triggered').length > 0;
      if (asked) h.model(finished);
      return asked;
    };
    expect([unanswered(), unanswered(), unanswered()]).toEqual([true, true, false]);
    h.client({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Sorry.' }] },
    });
    h.client({ type: 'response.create' });
    h.model(finished);
    expect(unanswered()).toBe(true);
  });

  it('has no end for clients of the reference, as it has none there', () => {
    const h = house();
    for (let i = 0; i < 20; i += 1) {
      h.effects.length = 0;
      h.advance(5_000);
      expect(emitted(h.effects, 'input_audio_buffer.timeout_triggered')).toHaveLength(1);
      h.model(finished);
    }
  });

  it('counts from when it is switched on, or made another, in a silence after an answer', () => {
    const h = house(null);
    h.audio(6_000);
    h.advance(20_000);
    const triggered = () => emitted(h.effects, 'input_audio_buffer.timeout_triggered').length;
    h.client({ type: 'session.update', session: withTimeout(10_000) });
    h.advance(4_000);
    h.client({ type: 'session.update', session: withTimeout(8_000) });
    h.advance(7_999);
    expect(triggered()).toBe(0);
    h.advance(1);
    expect(triggered()).toBe(1);
  });

  it('does not count over what the user said and nobody answered yet, and does after a cough', () => {
    const switchedOn = (text: string): boolean => {
      const h = house(null);
      const asks = (idleTimeoutMs: number | null) => {
        const session = withTimeout(idleTimeoutMs);
        const detection = session.audio?.input?.turn_detection;
        if (detection) detection.create_response = false;
        h.client({ type: 'session.update', session });
      };
      asks(null);
      turn(h);
      h.hears(heard(text));
      asks(5_000);
      return h.timers.has('idle');
    };
    expect(switchedOn('What time is it?')).toBe(false);
    expect(switchedOn('')).toBe(true);
  });

  it('waits for the first answer, as the reference does', () => {
    const h = new Harness();
    h.client({ type: 'session.update', session: withTimeout(5_000) });
    h.audio(1_000);
    h.advance(60_000);
    expect(emitted(h.effects, 'input_audio_buffer.timeout_triggered')).toEqual([]);
  });

  it('does nothing once it is switched off', () => {
    const h = house();
    h.client({ type: 'session.update', session: withTimeout(null) });
    h.audio(6_000);
    h.effects.length = 0;
    h.advance(5_000);
    expect(wireTypes(h.effects)).toEqual([]);
  });
});
