import { defaultSession, mergeSession, parseSessionPatch, sessionView, type Session } from '@parley/protocol';
import * as fc from 'fast-check';
import { renamed } from '../codec';
import { nameInBeta } from './fields';
import { sessionToBeta, sessionToGa } from './session';

const base = defaultSession({ id: 'sess_1', model: 'm', expiresAt: 1, instructions: 'hi', voice: 'joe' });

/** What becomes of the default session when a beta client sets these. */
function effective(beta: Record<string, unknown>): Session {
  const { ok } = parseSessionPatch(sessionToGa('realtime', beta).ok, { beyondGa: true });
  const { session } = ok ? mergeSession(base, ok) : {};
  if (!session) throw new Error('not taken');
  return session;
}

/** The error a beta client gets. */
function refusal(beta: Record<string, unknown>): unknown {
  const translated = sessionToGa('realtime', beta);
  if (translated.error) return translated.error;
  const { error } = parseSessionPatch(translated.ok, { beyondGa: true });
  return error && renamed(error, nameInBeta);
}

const beta = fc.record(
  {
    modalities: fc.constantFrom(['audio', 'text'], ['text']),
    instructions: fc.string(),
    voice: fc.string({ minLength: 1 }),
    speed: fc.double({ min: 0.25, max: 1.5, noNaN: true }),
    input_audio_format: fc.constantFrom('pcm16', 'g711_ulaw', 'g711_alaw'),
    output_audio_format: fc.constantFrom('pcm16', 'g711_ulaw', 'g711_alaw'),
    input_audio_transcription: fc.option(fc.record({ model: fc.string({ minLength: 1 }) })),
    turn_detection: fc.option(
      fc.record({
        type: fc.constant('server_vad'),
        threshold: fc.constantFrom(0, 0.5, 1),
        prefix_padding_ms: fc.nat(5_000),
        silence_duration_ms: fc.nat(10_000),
        create_response: fc.boolean(),
        interrupt_response: fc.boolean(),
      }),
    ),
    temperature: fc.double({ min: 0.6, max: 1.2, noNaN: true }),
    tool_choice: fc.constantFrom('auto', 'none', 'required'),
    max_response_output_tokens: fc.oneof(fc.integer({ min: 1, max: 4096 }), fc.constant('inf')),
  },
  { requiredKeys: [] },
);

it('says back what a beta client has set, and leaves the rest as it was', () => {
  fc.assert(
    fc.property(beta, (fields) => {
      const before = sessionToBeta(sessionView(base));
      expect(sessionToBeta(sessionView(effective(fields)))).toEqual({ ...before, ...fields });
    }),
  );
});

it('shows the temperature that the beta has by default', () => {
  expect(sessionToBeta(sessionView(base))).toMatchObject({ temperature: 0.8 });
});

it.each<[string, Record<string, unknown>, object]>([
  ['an unknown field', { audio: {} }, { code: 'unknown_parameter', param: 'session.audio' }],
  [
    'a format there is not',
    { input_audio_format: 'mp3' },
    { code: 'invalid_value', param: 'session.input_audio_format' },
  ],
  [
    'a format of the GA dialect',
    { output_audio_format: { type: 'audio/pcm', rate: 24000 } },
    { code: 'invalid_type', param: 'session.output_audio_format' },
  ],
  ['a wrong type', { voice: 1 }, { code: 'invalid_type', param: 'session.voice' }],
  ['a value out of range', { speed: 9 }, { code: 'invalid_value', param: 'session.speed' }],
  [
    'a value inside',
    { turn_detection: { type: 'server_vad', threshold: 2 } },
    { code: 'invalid_value', param: 'session.turn_detection.threshold' },
  ],
  [
    'a field inside that the beta does not have',
    { turn_detection: { type: 'server_vad', idle_timeout_ms: 6_000 } },
    { code: 'unknown_parameter', param: 'session.turn_detection.idle_timeout_ms' },
  ],
  [
    'an element of a list',
    { tools: [{ type: 'function', name: 'not a name' }] },
    { code: 'invalid_value', param: 'session.tools[0].name' },
  ],
  [
    'a tool of the server',
    { tools: [{ type: 'mcp', server_label: 'a', server_url: 'https://b.example' }] },
    { code: 'invalid_value', param: 'session.tools[0].type' },
  ],
  ['a temperature', { temperature: 2 }, { code: 'invalid_value', param: 'session.temperature' }],
  ['a temperature of text', { temperature: '1' }, { code: 'invalid_type', param: 'session.temperature' }],
])('answers %s in the words of the beta', (_name, fields, error) => {
  expect(refusal(fields)).toMatchObject(error);
  expect(JSON.stringify(refusal(fields))).not.toContain('session.audio.');
});

it('knows what a transcription session has', () => {
  const translated = sessionToGa('transcription', {
    input_audio_format: 'g711_ulaw',
    input_audio_transcription: { model: 'whisper-1' },
    turn_detection: null,
  });
  expect(translated.error).toBeUndefined();
  expect(translated.ok).toEqual({
    type: 'transcription',
    audio: {
      input: { format: { type: 'audio/pcmu' }, transcription: { model: 'whisper-1' }, turn_detection: null },
    },
  });
  expect(sessionToGa('transcription', { voice: 'joe' }).error).toMatchObject({ param: 'session.voice' });
});
