import { mergeSession, type MergeResult } from './merge-session';
import { parseSessionPatch } from './parse';
import { defaultSession, type SessionType } from './session';
import { sessionView } from './transcription-session';

const start = (type: SessionType) =>
  defaultSession({ type, id: 'sess_1', model: '', expiresAt: 1, instructions: 'Be brief.', voice: 'joe' });

function update(session: object, current = start('transcription')): MergeResult {
  const parsed = parseSessionPatch(session);
  return parsed.error ? { error: parsed.error } : mergeSession(current, parsed.ok);
}

it('transcribes from the start, and has nothing of answers', () => {
  expect(sessionView(start('transcription'))).toEqual({
    type: 'transcription',
    object: 'realtime.transcription_session',
    id: 'sess_1',
    expires_at: 1,
    audio: {
      input: {
        format: { type: 'audio/pcm', rate: 24_000 },
        transcription: { model: 'default' },
        noise_reduction: null,
        turn_detection: {
          type: 'server_vad',
          threshold: 0.5,
          prefix_padding_ms: 300,
          silence_duration_ms: 200,
        },
      },
    },
    include: null,
  });
});

it.each([
  [{ type: 'server_vad' }],
  [{ type: 'semantic_vad' }],
  [{ type: 'server_vad', create_response: false, interrupt_response: false, idle_timeout_ms: null }],
])('answers no turn with %j', (turn_detection) => {
  const { session } = update({ type: 'transcription', audio: { input: { turn_detection } } });
  expect(session?.audio.input.turn_detection).toMatchObject({
    create_response: false,
    interrupt_response: false,
  });
  expect(session && sessionView(session).audio.input.turn_detection).not.toHaveProperty('create_response');
});

it('can be push-to-talk, and stop transcribing', () => {
  const input = { turn_detection: null, transcription: null };
  const { session } = update({ type: 'transcription', audio: { input } });
  expect(session && sessionView(session).audio.input).toMatchObject(input);
});

it('has a budget, which can be lowered only', () => {
  const budget = (usd: string) => ({ type: 'transcription', parley: { budget: { usd } } });
  const { session } = update(budget('1'));
  expect(session && sessionView(session)).toMatchObject({ parley: { budget: { usd: '1' } } });
  expect(update(budget('0.5'), session).session?.parley).toEqual({ budget: { usd: '0.5' } });
  expect(update(budget('2'), session).error).toMatchObject({ param: 'session.parley.budget.usd' });
});

it.each<[string, object, string, string]>([
  [
    'settings of answers',
    { parley: { memory: { enabled: true } } },
    'unknown_parameter',
    'session.parley.memory',
  ],
  ['instructions', { instructions: 'x' }, 'unknown_parameter', 'session.instructions'],
  ['tools', { tools: [] }, 'unknown_parameter', 'session.tools'],
  ['output', { audio: { output: { voice: 'joe' } } }, 'unknown_parameter', 'session.audio.output'],
  [
    'responses to turns',
    { audio: { input: { turn_detection: { type: 'server_vad', create_response: true } } } },
    'invalid_value',
    'session.audio.input.turn_detection.create_response',
  ],
  [
    'responses to silence',
    { audio: { input: { turn_detection: { type: 'server_vad', idle_timeout_ms: 5_000 } } } },
    'invalid_type',
    'session.audio.input.turn_detection.idle_timeout_ms',
  ],
  [
    'log probabilities',
    { include: ['item.input_audio_transcription.logprobs'] },
    'unsupported_value',
    'session.include[0]',
  ],
  ['an unknown inclusion', { include: ['x'] }, 'invalid_value', 'session.include[0]'],
])('refuses %s by name', (_, session, code, param) => {
  expect(update({ type: 'transcription', ...session }).error).toMatchObject({ code, param });
});

it.each<[SessionType, SessionType]>([
  ['realtime', 'transcription'],
  ['transcription', 'realtime'],
])('a %s session stays one', (is, wanted) => {
  expect(update({ type: wanted }, start(is)).error).toMatchObject({
    code: 'invalid_session_type',
    param: 'session.type',
  });
});

it.each([
  [{}, 'missing_required_parameter'],
  [{ type: 'translation' }, 'invalid_value'],
])('the type must be one of the two: %j', (session, code) => {
  expect(update(session).error).toMatchObject({ code, param: 'session.type' });
});
