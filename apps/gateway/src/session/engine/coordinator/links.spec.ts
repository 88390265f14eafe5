import { mainLane } from '../response/state';
import { Harness, emitted, wireTypes } from '../testing/harness';
import type { Service } from './events';

const link = (h: Harness, service: Service, status: 'open' | 'lost' | 'unavailable') =>
  h.dispatch({ type: 'link', service, lane: mainLane, status });

const codes = (h: Harness): (string | null)[] => emitted(h.effects, 'error').map(({ error }) => error.code);

it.each<[Service, string[]]>([
  ['stt', ['stt_unavailable']],
  ['llm', []],
  ['tts', []],
  ['persona', []],
])('%s missing with nothing under way', (service, expected) => {
  const h = new Harness();
  link(h, service, 'lost');
  link(h, service, 'unavailable');
  expect(codes(h)).toEqual(expected);
});

it('an outage is told once, and again if it comes again', () => {
  const h = new Harness();
  for (const status of ['unavailable', 'unavailable', 'open', 'lost', 'unavailable'] as const) {
    link(h, 'stt', status);
  }
  expect(codes(h)).toEqual(['stt_unavailable', 'stt_unavailable']);
});

it('no recogniser: what is open ends for the client, and no response is invented', () => {
  const h = new Harness();
  h.audio(1_000);
  h.hears({ type: 'speech_started', utterance: 1, startSample: 8_000 });
  h.effects.length = 0;
  link(h, 'stt', 'unavailable');
  expect(wireTypes(h.effects)).toEqual(['error', 'input_audio_buffer.speech_stopped']);
});

it('no model: the error, then a response that failed', () => {
  const h = new Harness();
  h.client({ type: 'response.create' });
  h.effects.length = 0;
  link(h, 'llm', 'lost');
  link(h, 'llm', 'unavailable');
  expect(wireTypes(h.effects)).toEqual(['error', 'response.done']);
  expect(emitted(h.effects, 'response.done')[0]?.response.status_details).toMatchObject({
    type: 'failed',
    error: { code: 'llm_unavailable' },
  });
  h.client({ type: 'response.create' });
  expect(h.all('generate')).toHaveLength(2);
});

it('another worker is asked the same, with what was written', () => {
  const h = new Harness();
  h.client({ type: 'response.create', response: { output_modalities: ['text'] } });
  h.model({ type: 'text', delta: 'One two' });
  link(h, 'llm', 'lost');
  const { request } = h.last('generate');
  expect(request.messages.at(-1)).toEqual({ role: 'assistant', text: 'One two', calls: [] });
  expect(request.instructions).toMatch(/^Be brief\.\n\n.*go on/i);
  h.model({ type: 'text', delta: ' three.' });
  h.model({ type: 'finished', reason: 'stop', usage: null });
  expect(emitted(h.effects, 'response.done')[0]?.response).toMatchObject({
    status: 'completed',
    output: [{ content: [{ text: 'One two three.' }] }],
  });
  expect(h.last('timing').timing.failovers).toBe(1);
});

it('a recogniser that took over in mid-speech and hears none lets the turn go', () => {
  const h = new Harness();
  h.audio(1_000);
  h.hears({ type: 'speech_started', utterance: 1, startSample: 8_000 });
  link(h, 'stt', 'lost');
  link(h, 'stt', 'open');
  h.advance(20_000);
  expect(wireTypes(h.effects).at(-1)).toBe('input_audio_buffer.speech_stopped');
  h.hears({ type: 'speech_started', utterance: 1, startSample: 16_000 });
  link(h, 'stt', 'open');
  h.hears({ type: 'partial', utterance: 1, text: 'Hm', stableChars: 0 });
  h.advance(20_000);
  expect(wireTypes(h.effects).at(-1)).toBe('input_audio_buffer.speech_started');
});

it('what it says of the turns before does not keep a turn open that it does not hear', () => {
  const h = new Harness();
  h.audio(1_000);
  h.hears({ type: 'speech_started', utterance: 1, startSample: 0 });
  h.hears({ type: 'turn_committed', utterance: 1, startSample: 0, endSample: 12_000 });
  h.hears({ type: 'speech_started', utterance: 2, startSample: 14_000 });
  link(h, 'stt', 'lost');
  link(h, 'stt', 'open');
  h.hears({ type: 'final', utterance: 1, text: 'One.', language: 'en' });
  expect(h.all('generate')).toEqual([]);
  h.advance(9_000);
  expect(h.state.turn.open).toBeNull();
  expect(h.all('generate')).toHaveLength(1);
});
