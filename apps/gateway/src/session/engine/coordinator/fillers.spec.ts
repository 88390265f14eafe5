import type { ParleySettings, Tool } from '@parley/protocol';
import { contextOf } from '../conversation/context';
import { Harness, emitted, wireTypes } from '../testing/harness';

const phrase = 'Let me think.';
const look: Tool = { type: 'function', name: 'look' };

/** A session that bridges waits, and whose user has just said something. */
function house(responsiveness: ParleySettings['responsiveness'] = {}, tools: Tool[] = []): Harness {
  const h = new Harness();
  h.client({
    type: 'session.update',
    session: {
      type: 'realtime',
      tools,
      parley: {
        responsiveness: { enabled: true, enable_filler_on_first_assistant_reply: true, ...responsiveness },
      },
    },
  });
  typed(h);
  return h;
}

function typed(h: Harness): void {
  h.client({
    type: 'conversation.item.create',
    item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Why?' }] },
  });
  h.client({ type: 'response.create' });
}

/** The voice says what it was last given, `ms` of it. */
function voice(h: Harness, ms: number, generation = h.last('speak_begin').generation) {
  const speech = (event: object) => h.dispatch({ type: 'speech', generation, event: event as never });
  return [
    ...speech({ type: 'segment_started', textStart: 0, textEnd: 3 }),
    ...speech({ type: 'audio', pcm: new Uint8Array(ms * 48) }),
    ...speech({ type: 'segment_done', words: [] }),
    ...speech({ type: 'speech_done' }),
  ];
}

const fillers = (h: Harness) =>
  h.all('extension').flatMap(({ event }) => (event.type === 'parley.filler' ? [event] : []));
const audio = (h: Harness) => h.all('emit_audio');
const spokenTexts = (h: Harness) => h.all('speak_text').map(({ delta }) => delta);

describe('a late answer', () => {
  it('is bridged in its own message, which holds nothing but the answer', () => {
    const h = house();
    const { generation } = h.last('generate');
    h.advance(1_199);
    expect(h.all('speak_begin')).toEqual([]);
    h.advance(1);
    expect(wireTypes(h.effects).slice(-3)).toEqual([
      'response.output_item.added',
      'conversation.item.added',
      'response.content_part.added',
    ]);
    expect(spokenTexts(h)).toEqual([phrase]);
    voice(h, 600);
    const [{ ids, keep } = { ids: undefined, keep: true }] = audio(h);
    expect(keep).toBe(false);
    const [added] = emitted(h.effects, 'response.output_item.added');
    expect(ids).toMatchObject({ response_id: added?.response_id, item_id: added?.item.id, output_index: 0 });
    expect(fillers(h).map(({ outcome }) => outcome)).toEqual(['started', 'spoken']);

    h.model({ type: 'text', delta: 'Because.' }, generation);
    h.model({ type: 'finished', reason: 'stop', usage: null }, generation);
    voice(h, 400);
    const [done] = emitted(h.effects, 'response.done');
    expect(done?.response).toMatchObject({
      status: 'completed',
      usage: { output_token_details: { audio_tokens: 8 } },
    });
    const [message] = emitted(h.effects, 'response.output_item.done');
    expect(message?.item).toMatchObject({ content: [{ type: 'output_audio', transcript: 'Because.' }] });
    expect(audio(h).map(({ keep: kept }) => kept)).toEqual([false, true]);
    expect(contextOf(h.state.conversation.entries).at(-1)).toMatchObject({
      role: 'assistant',
      text: 'Because.',
    });
  });

  it('is not bridged when its first words are there, and not twice', () => {
    const early = house();
    early.advance(1_000);
    early.model({ type: 'text', delta: 'Because ' });
    early.advance(10_000);
    expect(spokenTexts(early)).toEqual(['Because ']);
    const late = house();
    late.advance(1_200);
    voice(late, 600);
    late.advance(20_000);
    expect(spokenTexts(late)).toEqual([phrase]);
  });

  it('goes before a filler that is not heard yet, and after one that is', () => {
    const h = house();
    const { generation } = h.last('generate');
    h.advance(1_200);
    h.model({ type: 'text', delta: 'Because.' }, generation);
    expect(h.all('abandon_speech')).toHaveLength(1);
    expect(fillers(h).map(({ outcome }) => outcome)).toEqual(['dropped']);

    const other = house();
    const model = other.last('generate').generation;
    other.advance(1_200);
    const filler = other.last('speak_begin').generation;
    const speech = (run: number, event: object) =>
      other.dispatch({ type: 'speech', generation: run, event: event as never });
    speech(filler, { type: 'audio', pcm: new Uint8Array(9_600) });
    other.model({ type: 'text', delta: 'Because.' }, model);
    const answer = other.last('speak_begin').generation;
    speech(answer, { type: 'segment_started', textStart: 0, textEnd: 8 });
    speech(answer, { type: 'audio', pcm: new Uint8Array(9_600) });
    expect(audio(other).map(({ keep }) => keep)).toEqual([false]);
    speech(filler, { type: 'audio', pcm: new Uint8Array(4_800) });
    speech(filler, { type: 'speech_done' });
    expect(audio(other).map(({ keep }) => keep)).toEqual([false, false, true]);
  });

  it('may be a few pieces long before it is taken for there', () => {
    const h = house({ max_buffer_deltas: 2 });
    const { generation } = h.last('generate');
    h.advance(1_200);
    for (const delta of ['Be', 'cau']) h.model({ type: 'text', delta }, generation);
    expect(fillers(h)).toEqual([]);
    h.model({ type: 'text', delta: 'se.' }, generation);
    expect(fillers(h).map(({ outcome }) => outcome)).toEqual(['dropped']);
  });

  it('counts what was heard of it without the filler', () => {
    const h = house();
    const { generation } = h.last('generate');
    h.advance(1_200);
    voice(h, 600);
    h.model({ type: 'text', delta: 'One two three four.' }, generation);
    const run = h.last('speak_begin').generation;
    const words = [
      { textStart: 0, textEnd: 3, startMs: 0, endMs: 200 },
      { textStart: 4, textEnd: 7, startMs: 200, endMs: 400 },
    ];
    for (const event of [
      { type: 'segment_started', textStart: 0, textEnd: 19 },
      { type: 'audio', pcm: new Uint8Array(38_400) },
      { type: 'segment_done', words },
    ])
      h.dispatch({ type: 'speech', generation: run, event: event as never });
    const item_id = audio(h).at(-1)?.ids.item_id ?? '';
    h.client({ type: 'conversation.item.truncate', item_id, content_index: 0, audio_end_ms: 1_401 });
    expect(emitted(h.effects, 'error')).toHaveLength(1);
    h.client({ type: 'conversation.item.truncate', item_id, content_index: 0, audio_end_ms: 810 });
    h.client({ type: 'response.cancel' });
    expect(contextOf(h.state.conversation.entries).at(-1)).toMatchObject({ role: 'assistant', text: 'One' });
  });

  it('that turns out to be a call leaves a message without words', () => {
    const h = house({}, [look]);
    const { generation } = h.last('generate');
    h.advance(1_200);
    voice(h, 600);
    h.model({ type: 'call', callId: 'call_1', name: 'look', argumentsJson: '{}' }, generation);
    h.model({ type: 'finished', reason: 'tool_calls', usage: null }, generation);
    const [done] = emitted(h.effects, 'response.done');
    expect(done?.response.output).toMatchObject([
      { type: 'message', content: [{ type: 'output_audio', transcript: '' }] },
      { type: 'function_call' },
    ]);
    expect(contextOf(h.state.conversation.entries)).toHaveLength(1);
  });

  it('falls silent with its filler when the user speaks', () => {
    const h = house();
    h.advance(1_200);
    const { generation } = h.last('speak_begin');
    h.dispatch({ type: 'speech', generation, event: { type: 'audio', pcm: new Uint8Array(4_800) } });
    h.hears({ type: 'speech_started', utterance: 1, startSample: 0 });
    expect(h.last('abandon_speech')).toMatchObject({ generation });
    expect(fillers(h).map(({ outcome }) => outcome)).toEqual(['started', 'cut']);
    expect(h.state.live).toEqual([]);
  });
});

describe('a tool that runs at the client', () => {
  const called = (): Harness => {
    const h = house({}, [look]);
    h.model({ type: 'call', callId: 'call_1', name: 'look', argumentsJson: '{}' });
    h.model({ type: 'finished', reason: 'tool_calls', usage: null });
    h.effects.length = 0;
    return h;
  };
  const output = {
    type: 'conversation.item.create',
    item: { type: 'function_call_output', call_id: 'call_1', output: '42' },
  } as const;

  it('is bridged by a response out of band, which costs nothing and is no history', () => {
    const h = called();
    h.advance(1_200);
    voice(h, 600);
    expect(spokenTexts(h)).toEqual(['Let me check that.']);
    const [created] = emitted(h.effects, 'response.created');
    expect(created?.response).toMatchObject({ conversation_id: null, metadata: { 'parley.filler': 'tool' } });
    const [done] = emitted(h.effects, 'response.done');
    expect(done?.response).toMatchObject({ status: 'completed', usage: { total_tokens: 0 } });
    expect(emitted(h.effects, 'conversation.item.added')).toEqual([]);
    h.client(output);
    h.client({ type: 'response.create' });
    expect(JSON.stringify(h.last('generate').request.messages)).not.toContain('check');
    h.advance(5_000);
    expect(spokenTexts(h)).toHaveLength(1);
  });

  it('ends the filler that is under way with the response that speaks of it', () => {
    const h = called();
    h.advance(1_200);
    const { generation } = h.last('speak_begin');
    h.dispatch({ type: 'speech', generation, event: { type: 'audio', pcm: new Uint8Array(4_800) } });
    h.client(output);
    h.effects.length = 0;
    h.client({ type: 'response.create' });
    expect(wireTypes(h.effects).slice(-2)).toEqual(['response.done', 'response.created']);
    expect(fillers(h).map(({ outcome }) => outcome)).toEqual(['cut']);
  });

  it('is not bridged where the client was told to be silent about it', () => {
    const h = called();
    h.client({
      type: 'session.update',
      session: { type: 'realtime', parley: { responsiveness: { enabled: false } } },
    });
    h.advance(10_000);
    expect(spokenTexts(h)).toEqual([]);
  });

  it('may be cut by the client, of which there is nothing to say', () => {
    const h = called();
    h.advance(1_200);
    voice(h, 600);
    const item_id = audio(h)[0]?.ids.item_id ?? '';
    h.effects.length = 0;
    h.client({ type: 'conversation.item.truncate', item_id, content_index: 0, audio_end_ms: 100 });
    expect(h.emitted()).toEqual([]);
    expect(h.state.clock.endAtMs).toBe(h.nowMs);
  });

  it('may be cancelled like any response', () => {
    const h = called();
    h.advance(1_200);
    h.client({ type: 'response.cancel' });
    expect(emitted(h.effects, 'error')).toEqual([]);
    expect(emitted(h.effects, 'response.done')).toMatchObject([{ response: { status: 'cancelled' } }]);
  });
});

test('a small model writes the words; what it used is counted, and none of it is shown', () => {
  const h = house({ small_model: 'tiny/model', history_tail_items: 1, prompt_template: 'Stall.' });
  h.advance(600);
  const { lane, generation, request } = h.last('generate');
  expect(request).toMatchObject({
    model: 'tiny/model',
    instructions: 'Stall.',
    maxOutputTokens: 12,
    temperature: 0.7,
    spoken: false,
    tools: [],
  });
  expect(request.messages).toEqual([{ role: 'user', text: 'Why?' }]);
  expect(h.last('open_lane')).toMatchObject({ lane, spoken: false, thinks: true, phrase: false });
  const shown = h.emitted().length;
  h.model({ type: 'text', delta: ' Well,\nlet me see. ' }, generation);
  const usage = { inputTokens: 20, cachedInputTokens: 0, imageTokens: 0, outputTokens: 5 };
  h.model({ type: 'finished', reason: 'length', usage }, generation);
  expect(h.emitted()).toHaveLength(shown);
  h.advance(600);
  expect(spokenTexts(h)).toEqual(['Well, let me see.']);
  // One caller's own words are kept for nobody.
  expect(h.last('open_lane')).toMatchObject({ spoken: true, thinks: false, phrase: false });
});

describe('words that are to open answers at once', () => {
  const rehearsed = (h: Harness) => h.all('open_lane').length;
  const done = (h: Harness) => voice(h, 300);
  const idle = (responsiveness: ParleySettings['responsiveness']): Harness => {
    const h = new Harness();
    const enabled = { enabled: true, enable_filler_on_first_assistant_reply: true };
    const parley = { responsiveness: { ...enabled, ...responsiveness } };
    h.client({ type: 'session.update', session: { type: 'realtime', parley } });
    return h;
  };

  it('are said to nobody beforehand, one after the other, each once', () => {
    const h = idle({ initial_wait_timeout_ms: 0 });
    expect(spokenTexts(h)).toEqual(['Hm.']);
    done(h);
    done(h);
    done(h);
    expect(spokenTexts(h)).toEqual(['Hm.', 'Well.', 'Okay.']);
    expect(audio(h)).toEqual([]);
    expect(h.emitted().filter(({ type }) => type.startsWith('response.'))).toEqual([]);
    expect(fillers(h)).toEqual([]);
    expect(h.state.live).toEqual([]);
  });

  it('are said again in another voice, and in the language of the caller', () => {
    const h = idle({ initial_wait_timeout_ms: 0, phrases: { '*': ['Hm.'], de: ['Also.'] } });
    done(h);
    h.client({
      type: 'session.update',
      session: { type: 'realtime', audio: { output: { voice: 'ann' } } },
    });
    expect(h.last('speak_begin').request.voice).toBe('ann');
    done(h);
    h.client({
      type: 'session.update',
      session: {
        type: 'realtime',
        audio: { input: { transcription: { model: 'default', language: 'de' } } },
      },
    });
    expect(h.last('speak_begin').request.language).toBe('de');
    expect(spokenTexts(h)).toEqual(['Hm.', 'Hm.', 'Also.']);
  });

  it('give way to an answer', () => {
    const h = idle({ initial_wait_timeout_ms: 0 });
    const { generation } = h.last('speak_begin');
    typed(h);
    expect(h.last('abandon_speech')).toMatchObject({ generation });
    expect(rehearsed(h)).toBe(1);
    h.model({ type: 'finished', reason: 'stop', usage: null });
    expect(spokenTexts(h)).toEqual(['Hm.', 'Hm.']);
  });

  it('are not made before the language is known, where the first answer goes without', () => {
    const first = { enable_filler_on_first_assistant_reply: false };
    const h = idle({ initial_wait_timeout_ms: 0, ...first });
    h.audio(20);
    expect(spokenTexts(h)).toEqual([]);
    h.client({
      type: 'session.update',
      session: {
        type: 'realtime',
        audio: { input: { transcription: { model: 'default', language: 'de' } } },
      },
    });
    expect(spokenTexts(h)).toEqual(['Hm.']);
    expect(h.last('speak_begin').request.language).toBe('de');
  });

  it('are tried again when the voice has failed, but not before they are wanted', () => {
    const h = idle({ initial_wait_timeout_ms: 0 });
    const failure = { type: 'server_error', code: 'tts_unavailable', message: 'down' } as const;
    const fail = () =>
      h.dispatch({
        type: 'speech',
        generation: h.last('speak_begin').generation,
        event: { type: 'speech_failed', failure, retryable: false },
      });
    fail();
    h.audio(20);
    expect(spokenTexts(h)).toEqual(['Hm.']);
    typed(h);
    h.advance(1);
    const { generation } = h.last('generate');
    fail();
    h.model({ type: 'finished', reason: 'stop', usage: null }, generation);
    expect(spokenTexts(h)).toEqual(['Hm.', 'Hm.', 'Hm.']);
    done(h);
    expect(spokenTexts(h).at(-1)).toBe('Well.');
  });

  it('are looked after again once one was said, as others may have taken their place', () => {
    const h = idle({ initial_wait_timeout_ms: 0, phrases: { '*': ['Hm.'] } });
    done(h);
    typed(h);
    const { generation } = h.last('generate');
    h.advance(1);
    done(h);
    h.advance(300);
    expect(fillers(h).map(({ outcome }) => outcome)).toEqual(['started', 'spoken']);
    h.model({ type: 'finished', reason: 'stop', usage: null }, generation);
    expect(spokenTexts(h)).toEqual(['Hm.', 'Hm.', 'Hm.']);
    done(h);
    h.audio(20);
    expect(h.state.live).toEqual([]);
    expect(rehearsed(h)).toBe(3);
  });

  it('are not those that take long to say', () => {
    const h = idle({ initial_wait_timeout_ms: 0, phrases: { '*': ['Hm, well, '.repeat(7)] } });
    expect(rehearsed(h)).toBe(0);
  });

  it.each([{ initial_wait_timeout_ms: 400 }, { initial_wait_timeout_ms: 0, small_model: 'tiny/model' }])(
    'are not where words are wanted later, or written by a model: %j',
    (settings) => expect(spokenTexts(idle(settings))).toEqual([]),
  );

  it('are sent no more than 100 ms ahead, however large the pieces are in which they come', () => {
    const h = house({ initial_wait_timeout_ms: 0 });
    h.advance(1);
    const startMs = h.nowMs;
    const { generation } = h.last('speak_begin');
    h.dispatch({ type: 'speech', generation, event: { type: 'segment_started', textStart: 0, textEnd: 3 } });
    h.dispatch({ type: 'speech', generation, event: { type: 'audio', pcm: new Uint8Array(370 * 48) } });
    h.dispatch({ type: 'speech', generation, event: { type: 'speech_done' } });
    const heardMs = () => audio(h).reduce((sum, { pcm }) => sum + pcm.byteLength, 0) / 48;
    expect(heardMs()).toBe(80);
    for (let n = 0; n < 37; n += 1) {
      h.advance(10);
      expect(heardMs() - (h.nowMs - startMs)).toBeLessThanOrEqual(100);
    }
    expect(heardMs()).toBe(370);
  });

  it('give way to the answer that is there before they are over, without a gap', () => {
    const h = house({ initial_wait_timeout_ms: 0 });
    h.advance(1);
    const opening = h.last('speak_begin').generation;
    const speech = (generation: number, event: object) =>
      h.dispatch({ type: 'speech', generation, event: event as never });
    const piece = (value: number) => ({ type: 'audio', pcm: new Uint8Array(40 * 48).fill(value) });
    speech(opening, { type: 'segment_started', textStart: 0, textEnd: 3 });
    for (let n = 0; n < 8; n += 1) speech(opening, piece(9));
    speech(opening, { type: 'segment_done', words: [] });
    speech(opening, { type: 'speech_done' });
    const heardMs = () => audio(h).reduce((sum, { pcm }) => sum + pcm.byteLength, 0) / 48;
    expect(heardMs()).toBe(80);
    h.advance(90);
    expect(heardMs()).toBeGreaterThan(90);
    expect(heardMs()).toBeLessThanOrEqual(200);
    h.model({ type: 'text', delta: 'Yes.' });
    const before = audio(h).length;
    const answer = h.last('speak_begin').generation;
    speech(answer, { type: 'segment_started', textStart: 0, textEnd: 4 });
    speech(answer, piece(7));
    const [dying, first] = audio(h).slice(before);
    expect(dying?.pcm.byteLength).toBe(20 * 48);
    const samples = new Int16Array(dying?.pcm.buffer ?? new ArrayBuffer(0));
    expect(samples.at(0)).toBe(0x0909);
    expect(samples.at(-1)).toBeLessThan(10);
    expect(first?.pcm.at(0)).toBe(7);
    expect(fillers(h).map(({ outcome }) => outcome)).toEqual(['started', 'cut']);
    h.advance(1_000);
    expect(audio(h)).toHaveLength(before + 2);
    speech(answer, { type: 'segment_done', words: [] });
    h.model({ type: 'finished', reason: 'stop', usage: null });
    speech(answer, { type: 'speech_done' });
    const [entry] = h.state.conversation.entries.slice(-1);
    expect(entry?.spoken?.sentMs).toBe(40);
    expect(entry?.leadInMs).toBe(
      audio(h)
        .slice(0, before + 1)
        .reduce((sum, { pcm }) => sum + pcm.byteLength, 0) / 48,
    );
  });
});
