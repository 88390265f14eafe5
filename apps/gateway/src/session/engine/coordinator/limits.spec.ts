import { stockBehaviour } from '../behaviour';
import { emitted, Harness } from '../testing/harness';
import type { SynthesisEvent } from './events';

const says = (h: Harness, event: SynthesisEvent) =>
  h.dispatch({ type: 'speech', generation: h.last('speak_begin').generation, event });

/** An answer of 3 s. */
function speak(h: Harness): void {
  h.client({ type: 'response.create' });
  h.model({ type: 'text', delta: 'One two three.' });
  h.model({ type: 'finished', reason: 'stop', usage: null });
  says(h, { type: 'segment_started', textStart: 0, textEnd: 14 });
  for (let at = 0; at < 30; at += 1) says(h, { type: 'audio', pcm: new Uint8Array(4_800) });
}

const sentMs = (h: Harness): number =>
  h.all('emit_audio').reduce((sum, { pcm }) => sum + pcm.byteLength / 48, 0);

const doneOf = (h: Harness) => emitted(h.effects, 'response.done')[0]?.response;

const cap = { type: 'incomplete', reason: 'max_output_tokens' };

it.each([
  ['the operator', {}, { ...stockBehaviour, maxResponseMs: 1_000 }, 1_000],
  ['the client', { parley: { max_response_ms: 1_500 } }, stockBehaviour, 1_500],
  [
    'whoever says less',
    { parley: { max_response_ms: 2_000 } },
    { ...stockBehaviour, maxResponseMs: 500 },
    500,
  ],
] as const)('ends a response that is spoken for as long as %s lets it', (_, session, defaults, ms) => {
  const h = new Harness(session, defaults);
  speak(h);
  expect(doneOf(h)).toMatchObject({
    status: 'incomplete',
    status_details: cap,
    output: [{ status: 'incomplete', content: [{ transcript: 'One two three.' }] }],
  });
  expect(sentMs(h)).toBe(ms);
  expect(h.all('abandon_speech')).toHaveLength(1);
  expect(h.state.live).toEqual([]);
});

it('lets other responses be', () => {
  const h = new Harness({}, { ...stockBehaviour, maxResponseMs: 3_000 });
  speak(h);
  says(h, { type: 'segment_done', words: [] });
  says(h, { type: 'speech_done' });
  expect(doneOf(h)).toMatchObject({ status: 'completed' });
});

it.each([
  ['inf', 'inf', 'inf'],
  ['inf', 100, 100],
  [50, 100, 50],
  [200, 100, 100],
] as const)('asks for %s tokens where the operator allows %s: %s', (asked, maxOutputTokens, wanted) => {
  const h = new Harness({ max_output_tokens: asked }, { ...stockBehaviour, maxOutputTokens });
  h.client({ type: 'response.create' });
  expect(h.last('generate').request.maxOutputTokens).toBe(wanted);
});

it('says what is under way to its end when nothing more may be spent, and begins nothing', () => {
  const h = new Harness();
  speak(h);
  h.dispatch({ type: 'budget_spent', message: 'It is used up.' });
  says(h, { type: 'segment_done', words: [] });
  says(h, { type: 'speech_done' });
  expect(doneOf(h)).toMatchObject({ status: 'completed' });
  expect(h.all('spent_out')).toEqual([{ type: 'spent_out', message: 'It is used up.' }]);
  expect(h.effects.findIndex(({ type }) => type === 'spent_out')).toBeGreaterThan(
    h.effects.findIndex((effect) => effect.type === 'emit' && effect.event.type === 'response.done'),
  );
  h.effects.length = 0;
  h.client({ type: 'response.create', event_id: 'mine' });
  expect(h.emitted()).toMatchObject([
    { type: 'error', error: { code: 'insufficient_quota', message: 'It is used up.', event_id: 'mine' } },
  ]);
  h.audio(2_000);
  h.hears({ type: 'speech_started', utterance: 1, startSample: 16_000 });
  h.hears({
    type: 'turn_candidate',
    utterance: 1,
    revision: 1,
    text: 'More, please.',
    language: 'en',
    probability: 0.9,
  });
  h.hears({ type: 'turn_committed', utterance: 1, startSample: 16_000, endSample: 31_000 });
  h.hears({ type: 'final', utterance: 1, text: 'More, please.', language: 'en' });
  h.advance(10_000);
  expect(h.all('generate')).toEqual([]);
  expect(emitted(h.effects, 'response.created')).toEqual([]);
  expect(h.all('spent_out')).toEqual([]);
});

it('leaves at once when nothing is under way, and only then when what runs beside the conversation is over', () => {
  const idle = new Harness();
  idle.dispatch({ type: 'budget_spent', message: 'It is used up.' });
  expect(idle.all('spent_out')).toHaveLength(1);

  const h = new Harness();
  h.client({ type: 'response.create', response: { conversation: 'none', output_modalities: ['text'] } });
  h.dispatch({ type: 'budget_spent', message: 'It is used up.' });
  expect(h.all('spent_out')).toEqual([]);
  h.client({ type: 'response.cancel', response_id: h.state.live[0]!.response.id });
  expect(h.all('spent_out')).toHaveLength(1);
});
