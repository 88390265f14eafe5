import type { ParleySettings } from '@parley/protocol';
import { stockBehaviour } from '../behaviour';
import { contextOf } from '../conversation/context';
import { Harness, emitted, wireTypes } from '../testing/harness';

const knobs = { enabled: true, rule_fire_probability: 1, allowed_phrases: ['Mm-hm.'] };

function house(backchannel: ParleySettings['backchannel'] = knobs, backchannels = true): Harness {
  const h = new Harness({}, { ...stockBehaviour, backchannels });
  h.client({ type: 'session.update', session: { type: 'realtime', parley: { backchannel } } });
  return h;
}

/** The user speaks, and pauses to think. */
function speaks(h: Harness): void {
  h.hears({ type: 'speech_started', utterance: 1, startSample: 0 });
  h.audio(1_000);
  h.advance(500);
  h.hears({ type: 'partial', utterance: 1, text: 'So I', stableChars: 2 });
  h.hears({ type: 'speech_paused', utterance: 1, speechEndSample: 8_000, speechMs: 500 });
}

function voice(h: Harness, ms: number): void {
  const { generation } = h.last('speak_begin');
  for (const event of [{ type: 'audio', pcm: new Uint8Array(ms * 48) }, { type: 'speech_done' }])
    h.dispatch({ type: 'speech', generation, event: event as never });
}

const told = (h: Harness) =>
  h.all('extension').flatMap(({ event }) => (event.type.startsWith('parley.backchannel') ? [event] : []));

it('says a word of attention beside everything else, which nobody remembers', () => {
  const h = house();
  speaks(h);
  const shown = h.emitted().length;
  h.advance(300);
  expect(h.all('speak_text')).toMatchObject([{ delta: 'Mm-hm.' }]);
  voice(h, 250);
  expect(h.last('emit_backchannel')).toMatchObject({ gain: 0.6, format: { type: 'audio/pcm' } });
  expect(told(h)).toMatchObject([{ type: 'parley.backchannel.audio.done', phrase: 'Mm-hm.' }]);
  expect(h.emitted()).toHaveLength(shown);
  expect(h.state.conversation.entries).toEqual([]);
  expect(h.state.live).toEqual([]);
});

it('is not heard where the turn ends first', () => {
  const h = house();
  speaks(h);
  h.advance(300);
  h.hears({ type: 'turn_committed', utterance: 1, startSample: 0, endSample: 16_000 });
  expect(told(h)).toMatchObject([{ type: 'parley.backchannel.skipped', reason: 'turn_ended' }]);
  expect(h.all('abandon_speech')).toHaveLength(1);
  expect(h.state.live).toEqual([]);
});

it('is not taken for speech of the user when it comes back: neither as a turn nor as an interruption', () => {
  const h = house();
  speaks(h);
  h.advance(300);
  voice(h, 250);
  h.hears({ type: 'turn_committed', utterance: 1, startSample: 0, endSample: 16_000 });
  h.hears({ type: 'final', utterance: 1, text: 'So I wonder.', language: 'en' });
  h.effects.length = 0;
  h.hears({ type: 'speech_started', utterance: 2, startSample: 16_000 });
  h.hears({ type: 'partial', utterance: 2, text: 'Mm-hm', stableChars: 0 });
  h.hears({ type: 'turn_committed', utterance: 2, startSample: 16_000, endSample: 20_000 });
  h.hears({ type: 'final', utterance: 2, text: 'Mm-hm.', language: 'en' });
  expect(wireTypes(h.effects)).toEqual([]);
  expect(h.state.live).toHaveLength(1);
  expect(contextOf(h.state.conversation.entries)).toMatchObject([{ role: 'user', text: 'So I wonder.' }]);
});

it('lets the user through who goes on at that moment', () => {
  const h = house();
  speaks(h);
  h.advance(300);
  voice(h, 250);
  h.hears({ type: 'turn_committed', utterance: 1, startSample: 0, endSample: 16_000 });
  h.hears({ type: 'final', utterance: 1, text: 'So I wonder.', language: 'en' });
  h.hears({ type: 'speech_started', utterance: 2, startSample: 16_000 });
  h.hears({ type: 'partial', utterance: 2, text: 'And another thing', stableChars: 0 });
  expect(emitted(h.effects, 'input_audio_buffer.speech_started')).toHaveLength(2);
  expect(emitted(h.effects, 'response.done')).toMatchObject([{ response: { status: 'cancelled' } }]);
});

it('is refused to a client that could not hear it', () => {
  const h = house(knobs, false);
  expect(emitted(h.effects, 'error')).toMatchObject([
    { error: { code: 'unsupported_value', param: 'session.parley.backchannel.enabled' } },
  ]);
  expect(emitted(h.effects, 'session.updated')).toEqual([]);
});

it('is decided by a small model where there is one', () => {
  const h = house({ enabled: true, small_model: 'tiny/model' });
  speaks(h);
  h.advance(300);
  const { generation, request } = h.last('generate');
  expect(request).toMatchObject({ model: 'tiny/model', maxOutputTokens: 6 });
  h.model({ type: 'text', delta: 'I see.' }, generation);
  h.model({ type: 'finished', reason: 'stop', usage: null }, generation);
  expect(h.all('speak_text')).toMatchObject([{ delta: 'I see.' }]);
});
