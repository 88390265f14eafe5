import { stockBehaviour, type BehaviourDefaults } from '../behaviour';
import { emitted, Harness, wireTypes } from '../testing/harness';
import type { Effect } from './effects';
import type { SynthesisEvent } from './events';

const decides = { ...stockBehaviour, interruption: 'decide', pauses: true, maxLeadMs: 300 } as const;
const text = 'One two three four five six seven eight nine ten.';

/** A client with extensions that hears a long answer. */
function speaking(defaults: BehaviourDefaults = decides): Harness {
  const h = new Harness({}, defaults);
  h.client({ type: 'response.create' });
  h.model({ type: 'text', delta: text });
  h.model({ type: 'finished', reason: 'stop', usage: null });
  says(h, { type: 'segment_started', textStart: 0, textEnd: text.length });
  for (let at = 0; at < 30; at += 1) says(h, { type: 'audio', pcm: new Uint8Array(4_800) });
  says(h, {
    type: 'segment_done',
    words: [...text.matchAll(/\S+/gu)].map((word, index) => ({
      textStart: word.index,
      textEnd: word.index + word[0].length,
      startMs: index * 300,
      endMs: index * 300 + 290,
    })),
  });
  says(h, { type: 'speech_done' });
  h.advance(1_000);
  h.effects.length = 0;
  return h;
}

function says(h: Harness, event: SynthesisEvent): void {
  h.dispatch({ type: 'speech', generation: h.last('speak_begin').generation, event });
}

const starts = (h: Harness, utterance = 1): readonly Effect[] => {
  h.audio(500);
  const startSample = h.state.turn.receivedSamples - 6_400;
  return h.hears({ type: 'speech_started', utterance, startSample });
};
const quiet = (h: Harness, speechMs: number, utterance = 1): readonly Effect[] =>
  h.hears({ type: 'speech_paused', utterance, speechEndSample: h.state.turn.receivedSamples, speechMs });
const partial = (h: Harness, words: string): readonly Effect[] =>
  h.hears({ type: 'partial', utterance: 1, text: words, stableChars: 0 });
function ends(h: Harness, words: string, utterance = 1): readonly Effect[] {
  const endSample = h.state.turn.receivedSamples;
  return [
    ...h.hears({ type: 'speech_stopped', utterance, endSample, speechEndSample: endSample }),
    ...h.hears({ type: 'turn_committed', utterance, startSample: endSample - 6_400, endSample }),
    ...h.hears({ type: 'final', utterance, text: words, language: 'en' }),
  ];
}
const extensions = (effects: readonly Effect[]): string[] =>
  effects.flatMap((effect) => (effect.type === 'extension' ? [effect.event.type] : []));
const sentMs = (h: Harness): number =>
  h.all('emit_audio').reduce((sum, { pcm }) => sum + pcm.byteLength / 48, 0);
const heard = (h: Harness) =>
  h.state.conversation.entries.find(({ item }) => item.type === 'message' && item.role === 'assistant');

describe('speech over the assistant', () => {
  it('is told when what plays of a failed answer is as good as over, though nothing else happens', () => {
    const h = new Harness({}, { ...stockBehaviour, interruption: 'decide' });
    h.client({ type: 'response.create' });
    h.model({ type: 'text', delta: text });
    says(h, { type: 'segment_started', textStart: 0, textEnd: text.length });
    for (let at = 0; at < 30; at += 1) says(h, { type: 'audio', pcm: new Uint8Array(4_800) });
    const endsAtMs = h.nowMs + 3_000;
    starts(h);
    partial(h, 'Mm-hm.');
    quiet(h, 300);
    const failure = { type: 'server_error', code: 'server_error', message: 'no' } as const;
    says(h, { type: 'speech_failed', failure, retryable: false });
    expect(h.all('emit').map(({ event }) => event.type)).toContain('response.done');
    const told = () => h.all('emit').some(({ event }) => event.type === 'input_audio_buffer.speech_started');
    h.advance(endsAtMs - 501 - h.nowMs);
    expect(told()).toBe(false);
    h.advance(1);
    expect(told()).toBe(true);
  });

  it('silences it at once, and the client is told of no speech', () => {
    const h = speaking();
    const effects = starts(h);
    expect(extensions(effects)).toEqual(['parley.output_audio.paused']);
    expect(wireTypes(effects)).toEqual([]);
    h.effects.length = 0;
    h.advance(200);
    expect(h.all('emit_audio')).toEqual([]);
  });

  it('that was a cough changes nothing: it goes on with the next sample', () => {
    const h = speaking();
    const before = h.state.live[0]?.sentMs ?? 0;
    starts(h);
    h.advance(200);
    expect(extensions(quiet(h, 200))).toEqual(['parley.output_audio.resumed']);
    ends(h, '');
    h.advance(10_000);
    expect(before + sentMs(h)).toBe(3_000);
    expect(emitted(h.effects, 'response.done')[0]?.response.status).toBe('completed');
    expect(wireTypes(h.effects).filter((type) => type.startsWith('input_audio_buffer'))).toEqual([]);
    expect(h.state.conversation.entries).toHaveLength(1);
  });

  it('that was assent is no turn', () => {
    const h = speaking();
    starts(h);
    h.advance(300);
    quiet(h, 300);
    const effects = ends(h, 'Uh-huh.');
    expect(h.all('extension').at(-1)?.event).toMatchObject({ outcome: 'dismissed', reason: 'backchannel' });
    expect(wireTypes(effects)).toEqual([]);
    h.advance(10_000);
    expect(h.all('generate')).toEqual([]);
  });

  it('with words interrupts, in the order that clients expect', () => {
    const h = speaking();
    starts(h);
    h.advance(150);
    const effects = partial(h, 'No, wait');
    expect(wireTypes(effects)).toEqual([
      'input_audio_buffer.speech_started',
      'response.output_audio.done',
      'response.output_audio_transcript.done',
      'response.content_part.done',
      'conversation.item.done',
      'response.output_item.done',
      'response.done',
    ]);
    expect(h.all('extension').find(({ event }) => event.type === 'parley.interruption')?.event).toMatchObject(
      {
        outcome: 'interrupted',
        reason: 'words',
      },
    );
    expect(wireTypes(ends(h, 'No, wait.')).slice(0, 4)).toEqual([
      'input_audio_buffer.speech_stopped',
      'input_audio_buffer.committed',
      'conversation.item.added',
      'conversation.item.done',
    ]);
    expect(h.last('generate').request.messages.at(-1)?.text).toBe('No, wait.');
  });

  it('that goes on interrupts without a word', () => {
    const h = speaking();
    starts(h);
    h.advance(600);
    expect(emitted(h.effects, 'response.done')).toEqual([]);
    h.advance(100);
    expect(emitted(h.effects, 'response.done')[0]?.response.status).toBe('cancelled');
  });

  it('that is of words after all, though it was short, interrupts when they are known', () => {
    const h = speaking();
    starts(h);
    quiet(h, 300);
    const types = wireTypes(ends(h, 'What about London?'));
    expect(types.indexOf('response.done')).toBeLessThan(types.indexOf('input_audio_buffer.committed'));
    expect(types).toContain('response.created');
  });

  it('that is what the assistant says itself is nothing', () => {
    const h = speaking();
    starts(h);
    expect(extensions(partial(h, 'two three four'))).toEqual(['parley.output_audio.resumed']);
    h.advance(1_000);
    ends(h, 'two three four five six');
    h.advance(10_000);
    expect(emitted(h.effects, 'response.done')[0]?.response.status).toBe('completed');
  });

  it('counts as heard what was played before the pause, and none of the waiting', () => {
    const h = speaking();
    starts(h);
    h.advance(500);
    partial(h, 'No, wait');
    // One second was played, and the clock stood still for half of one.
    expect(heard(h)?.heardMs).toBe(1_000);
  });

  it('is one turn with what was said before it was certain', () => {
    const h = speaking();
    starts(h);
    h.advance(200);
    quiet(h, 200);
    h.hears({ type: 'speech_resumed', utterance: 1 });
    expect(extensions(h.effects)).toEqual([
      'parley.output_audio.paused',
      'parley.output_audio.resumed',
      'parley.output_audio.paused',
    ]);
    h.advance(600);
    expect(emitted(h.effects, 'input_audio_buffer.speech_started')).toHaveLength(1);
  });

  it('is told at once to a client that is not asked to decide', () => {
    const h = speaking({ ...decides, interruption: 'immediate' });
    expect(wireTypes(starts(h)).slice(0, 2)).toEqual([
      'input_audio_buffer.speech_started',
      'response.output_audio.done',
    ]);
  });

  it('does not pass as nothing when the client commits it', () => {
    const h = speaking();
    starts(h);
    const types = wireTypes(h.client({ type: 'input_audio_buffer.commit' }));
    expect(types[0]).toBe('input_audio_buffer.speech_started');
    expect(types).toContain('input_audio_buffer.committed');
  });

  it('that the client clears away ends the pause', () => {
    const h = speaking();
    starts(h);
    const effects = h.client({ type: 'input_audio_buffer.clear' });
    expect(wireTypes(effects)).toEqual(['input_audio_buffer.cleared']);
    expect(extensions(effects)).toEqual(['parley.output_audio.resumed']);
  });
});

it('what was said before another turn is told before it', () => {
  const h = speaking();
  starts(h);
  quiet(h, 200);
  const endSample = h.state.turn.receivedSamples;
  h.hears({ type: 'speech_stopped', utterance: 1, endSample, speechEndSample: endSample });
  h.hears({ type: 'turn_committed', utterance: 1, startSample: endSample - 6_400, endSample });
  h.advance(10_000);
  expect(emitted(h.effects, 'input_audio_buffer.speech_started')).toEqual([]);
  starts(h, 2);
  const told = wireTypes(h.effects).filter((type) => type.startsWith('input_audio_buffer'));
  expect(told.map((type) => type.replace('input_audio_buffer.', ''))).toEqual([
    'speech_started',
    'speech_stopped',
    'committed',
    'speech_started',
  ]);
});

it('a cough while the assistant thinks costs nothing', () => {
  const h = new Harness({}, decides);
  h.client({ type: 'response.create' });
  h.effects.length = 0;
  starts(h);
  h.advance(200);
  quiet(h, 150);
  ends(h, '');
  expect(h.all('abandon_model')).toEqual([]);
  h.model({ type: 'text', delta: 'Hello.' }, 1);
  expect(h.last('speak_text').delta).toBe('Hello.');
});

describe('typing', () => {
  const item = () =>
    ({ type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Stop.' }] }) as const;
  const types = (h: Harness) =>
    wireTypes(
      h.client({ type: 'conversation.item.create', item: { ...item(), content: [...item().content] } }),
    );

  it('interrupts where the session says so', () => {
    const h = speaking();
    h.client({
      type: 'session.update',
      session: { type: 'realtime', parley: { interruption: { text_input: true } } },
    });
    const seen = types(h);
    expect(seen.indexOf('response.done')).toBeLessThan(seen.indexOf('conversation.item.added'));
  });

  it('does not elsewhere', () => {
    expect(types(speaking())).toEqual(['conversation.item.added', 'conversation.item.done']);
  });
});
