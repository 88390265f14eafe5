import { defaultSession } from '@parley/protocol';
import { deadlines } from '../deadlines';
import { Harness, emitted, wireTypes } from '../testing/harness';

const { type, object, audio } = defaultSession({
  type: 'transcription',
  id: 'sess_1',
  model: '',
  expiresAt: 0,
  instructions: '',
  voice: 'joe',
});
const transcription = { type, object, audio };

it('tells what was said and answers nothing', () => {
  const h = new Harness(transcription);
  h.dispatch({ type: 'started' });
  h.dispatch({ type: 'audio_received', samples: 32_000 });
  h.hears({ type: 'speech_started', utterance: 1, startSample: 1_000 });
  h.hears({ type: 'partial', utterance: 1, text: 'Tell me', stableChars: 7 });
  h.hears({ type: 'speech_stopped', utterance: 1, endSample: 20_000, speechEndSample: 18_000 });
  h.hears({ type: 'turn_committed', utterance: 1, startSample: 1_000, endSample: 20_000 });
  h.hears({ type: 'final', utterance: 1, text: 'Tell me more.', language: 'en' });
  h.advance(60_000);
  expect(wireTypes(h.effects)).toEqual([
    'input_audio_buffer.speech_started',
    'conversation.item.input_audio_transcription.delta',
    'input_audio_buffer.speech_stopped',
    'input_audio_buffer.committed',
    'conversation.item.added',
    'conversation.item.done',
    'conversation.item.input_audio_transcription.delta',
    'conversation.item.input_audio_transcription.completed',
  ]);
  expect(emitted(h.effects, 'conversation.item.input_audio_transcription.completed')[0]).toMatchObject({
    transcript: 'Tell me more.',
    usage: { type: 'duration', seconds: 19_000 / 16_000 },
  });
  expect(h.effects.map((effect) => effect.type)).not.toContain('prepare');
});

it.each([{}, { response: { conversation: 'none' as const } }])(
  'creates no response when asked: %j',
  (ask) => {
    const h = new Harness(transcription);
    const effects = h.client({ type: 'response.create', event_id: 'e', ...ask });
    expect(wireTypes(effects)).toEqual(['error']);
    expect(emitted(effects, 'error')[0]?.error).toMatchObject({
      code: 'invalid_session_type',
      param: 'type',
      event_id: 'e',
    });
  },
);

it('fails a turn whose words cannot be had, and says no more of it', () => {
  const h = new Harness(transcription);
  h.dispatch({ type: 'audio_received', samples: 32_000 });
  h.hears({ type: 'turn_committed', utterance: 1, startSample: 0, endSample: 20_000 });
  const effects = h.hears({
    type: 'transcript_failed',
    utterance: 1,
    code: 'deadline',
    message: 'Too late.',
  });
  expect(wireTypes(effects)).toEqual(['conversation.item.input_audio_transcription.failed']);
});

it('awaits words that are behind others for as long as the recogniser goes on, and no longer', () => {
  const h = new Harness(transcription);
  h.dispatch({ type: 'audio_received', samples: 64_000 });
  for (const utterance of [1, 2]) {
    const startSample = utterance * 10_000;
    h.hears({ type: 'turn_committed', utterance, startSample, endSample: startSample + 9_000 });
  }
  const failed = () => emitted(h.effects, 'conversation.item.input_audio_transcription.failed');
  for (let heard = 1; heard <= 4; heard += 1) {
    h.advance(deadlines.transcriptMs - 1_000);
    h.dispatch({ type: 'hearing_goes_on', sample: heard * 2_000 });
  }
  h.hears({ type: 'final', utterance: 1, text: 'One.', language: 'en' });
  expect(failed()).toEqual([]);
  h.advance(deadlines.transcriptMs);
  expect(failed()).toHaveLength(1);
  expect(failed()[0]?.error.code).toBe('transcription_timeout');
});

it('awaits no words for ever that were lost, however long the recogniser goes on beyond them', () => {
  const h = new Harness();
  h.audio(1_000);
  h.hears({ type: 'turn_committed', utterance: 1, startSample: 0, endSample: 16_000 });
  h.client({ type: 'response.create' });
  for (let heardMs = 1_000; heardMs <= 60_000; heardMs += 5_000) {
    h.audio(5_000);
    h.advance(5_000);
    h.dispatch({ type: 'hearing_goes_on', sample: heardMs * 16 });
  }
  expect(h.state.turn.pending).toEqual([]);
  expect(emitted(h.effects, 'response.done')[0]?.response).toMatchObject({
    status: 'failed',
    status_details: { error: { code: 'transcription_timeout' } },
  });
});

it('lets a response wait for words for as long as they come nearer, and no longer', () => {
  const h = new Harness();
  h.audio(60_000);
  h.hears({ type: 'turn_committed', utterance: 1, startSample: 0, endSample: 900_000 });
  const [item] = emitted(h.effects, 'conversation.item.done');
  const waitsFor = (id: string | undefined) =>
    h.client({
      type: 'response.create',
      response: { conversation: 'none', input: [{ type: 'item_reference', id: id ?? '' }] },
    });
  waitsFor(item?.item.id);
  for (let heard = 1; heard <= 4; heard += 1) {
    h.advance(deadlines.transcriptMs - 1_000);
    h.dispatch({ type: 'hearing_goes_on', sample: heard * 16_000 });
  }
  expect(emitted(h.effects, 'response.done')).toEqual([]);
  h.advance(2 * deadlines.transcriptMs);
  expect(emitted(h.effects, 'response.done')[0]?.response.status).toBe('failed');
});

it('is updated and told as what it is', () => {
  const h = new Harness(transcription);
  const effects = h.client({
    type: 'session.update',
    session: { type: 'transcription', audio: { input: { turn_detection: null } } },
  });
  const session = emitted(effects, 'session.updated')[0]?.session;
  expect(session).toMatchObject({
    type: 'transcription',
    object: 'realtime.transcription_session',
    audio: { input: { turn_detection: null, transcription: { model: 'default' } } },
  });
  expect(session).not.toHaveProperty('audio.output');
});
