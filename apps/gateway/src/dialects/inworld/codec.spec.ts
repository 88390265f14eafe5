import {
  defaultSession,
  mergeSession,
  parseClientEvent,
  requestError,
  sessionView,
  type ServerEventBody,
  type Session,
} from '@parley/protocol';
import * as fc from 'fast-check';
import { mergeExtras, noExtras, type SessionExtras } from '../../session/extras';
import { renamed, type Json } from '../codec';
import { anyServerEvent } from '../testing/server-events';
import { inworldCodec } from './codec';
import { openingExtras } from './opening';

const base = defaultSession({ id: 'sess_1', model: 'm', expiresAt: 1, instructions: 'hi', voice: 'joe' });

interface State {
  readonly session: Session;
  readonly extras: SessionExtras;
}
const opened: State = { session: base, extras: mergeExtras(noExtras, openingExtras) };

/** What becomes of a session when an Inworld client sets these; or the error that the client gets. */
function update(session: Json, state: State = opened): State {
  const { event, extras, nameOf, error } = inworldCodec().toGa({ type: 'session.update', session }) as {
    event?: Json;
    extras?: { session?: object };
    nameOf?: (param: string) => string;
    error?: unknown;
  };
  if (error) throw error;
  const parsed = parseClientEvent(event, { beyondGa: true });
  if (parsed.error) throw renamed(parsed.error, nameOf ?? String);
  if (parsed.ok.type !== 'session.update') throw new Error('another event');
  const merged = mergeSession(state.session, parsed.ok.session);
  if (merged.error) throw merged.error;
  return { session: merged.session, extras: mergeExtras(state.extras, extras?.session) };
}

function shown({ session, extras }: State): Json {
  const said = inworldCodec().fromGa(
    { type: 'session.updated', session: sessionView(session) },
    { session: extras },
  );
  return said?.['session'] as Json;
}

function refusal(session: Json): unknown {
  try {
    update(session);
  } catch (error) {
    return error;
  }
  return undefined;
}

const language = fc.constantFrom('en', 'de', 'pt-BR');
const providerData = fc.record(
  {
    stt: fc.record(
      {
        prompt: fc.string(),
        voice_profile: fc.boolean(),
        language_hints: fc.array(language, { maxLength: 3 }),
        end_of_turn_confidence_threshold: fc.constantFrom(0, 0.5, 1),
        vad_threshold: fc.constantFrom(0.2, 0.8),
        min_end_of_turn_silence: fc.nat(5_000),
        max_turn_silence: fc.nat(9_000),
      },
      { requiredKeys: [] },
    ),
    tts: fc.record(
      {
        segmenter_strategy: fc.constantFrom('auto', 'balanced', 'sentence', 'full_turn', 'fast_start'),
        language,
        delivery_mode: fc.constantFrom('STABLE', 'BALANCED', 'CREATIVE'),
        conversational: fc.constant(false),
      },
      { requiredKeys: [] },
    ),
    caching: fc.constant({ enabled: true }),
    memory: fc.constant({ enabled: false }),
    backchannel: fc.record(
      {
        enabled: fc.boolean(),
        require_pause: fc.boolean(),
        allowed_phrases: fc.constantFrom([], ['Mm-hm.']),
        decider_kind: fc.constantFrom('llm', 'rule', null),
      },
      { requiredKeys: [] },
    ),
    responsiveness: fc.option(
      fc.record(
        {
          enabled: fc.boolean(),
          small_model: fc.constantFrom('groq/llama', null),
          initial_wait_timeout_ms: fc.nat(5_000),
          max_tokens: fc.nat(20),
          pause_text: fc.constantFrom('', '…'),
        },
        { requiredKeys: [] },
      ),
    ),
    text_generation_config: fc.record(
      { temperature: fc.constantFrom(0, 0.7, 2), maxNewTokens: fc.integer({ min: 1, max: 4096 }) },
      { requiredKeys: [] },
    ),
    auto_tool_response: fc.boolean(),
    user_id: fc.string(),
    metadata: fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.string({ maxLength: 8 }), {
      maxKeys: 3,
    }),
  },
  { requiredKeys: [] },
);

const session = fc.record(
  {
    model: fc.constantFrom('openai/gpt-4o-mini', 'inworld/my-router'),
    instructions: fc.string(),
    output_modalities: fc.constantFrom(['audio', 'text'], ['audio'], ['text']),
    temperature: fc.constantFrom(0.1, 1.9),
    audio: fc.record(
      {
        input: fc.record(
          {
            format: fc.constantFrom<object>({ type: 'audio/pcm', rate: 8000 }, { type: 'audio/pcmu' }),
            transcription: fc.constantFrom(
              null,
              { model: 'inworld/inworld-stt-1' },
              { model: 'soniox/stt-rt-v4', language: 'de' },
              { model: 'local/whisper-base' },
            ),
          },
          { requiredKeys: [] },
        ),
        output: fc.record(
          {
            voice: fc.constantFrom('Sarah', 'Dennis'),
            model: fc.constantFrom('inworld-tts-2', 'inworld-tts-1.5-mini'),
            speed: fc.constantFrom(0.5, 1.5),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
    providerData,
  },
  { requiredKeys: [] },
);

it('says back what a client has set', () => {
  fc.assert(
    fc.property(session, (set) => {
      expect(shown(update(set))).toMatchObject(set);
    }),
  );
});

it('changes nothing when it is told what it said', () => {
  fc.assert(
    fc.property(session, (set) => {
      const before = update(set);
      const { id: _id, object: _object, expires_at: _end, temperature, ...back } = shown(before);
      const after = update({ ...back, ...(temperature === null ? {} : { temperature }) }, before);
      expect(shown(after)).toEqual(shown(before));
      expect({ ...after.extras, said: {} }).toEqual({ ...before.extras, said: {} });
    }),
  );
});

it('merges provider data on each update', () => {
  const first = update({ providerData: { stt: { prompt: 'names', vad_threshold: 0.3 }, user_id: 'u' } });
  const second = update({ providerData: { stt: { vad_threshold: 0.6 } } }, first);
  expect(shown(second)).toMatchObject({
    providerData: { auto_tool_response: true, stt: { prompt: 'names', vad_threshold: 0.6 }, user_id: 'u' },
  });
  expect(second.extras).toMatchObject({ user: 'u', hearing: { prompt: 'names', threshold: 0.6 } });
  expect(update({ providerData: { stt: { prompt: null } } }, second).extras.hearing.prompt).toBeNull();
});

it('knows the other spellings', () => {
  const { session: made, extras } = update({
    modelId: 'anthropic/claude',
    stt: { model: 'deepgram/flux-general', language: 'en' },
    audio: { voice: 'Sarah', input: { format: 'g711_ulaw' }, output: { format: 'pcm16' } },
  });
  expect(made).toMatchObject({
    model: 'anthropic/claude',
    audio: {
      input: { format: { type: 'audio/pcmu' }, transcription: { model: 'default', language: 'en' } },
      output: { voice: 'Sarah', format: { type: 'audio/pcm', rate: 24000 } },
    },
  });
  expect(extras.said).toMatchObject({ transcription_model: 'deepgram/flux-general' });
});

it('asks of the model what text_generation_config says, unless the session itself does', () => {
  const config = { temperature: 0.4, maxNewTokens: 77, reasoning: { effort: 'HIGH' } };
  const asked = { providerData: { text_generation_config: config } };
  const { event } = inworldCodec().toGa({ type: 'session.update', session: asked }) as { event: Json };
  expect(event['session']).toMatchObject({
    temperature: 0.4,
    max_output_tokens: 77,
    reasoning: { effort: 'high' },
  });
  expect(update({ ...asked, temperature: 1, max_output_tokens: 'inf' }).session).toMatchObject({
    temperature: 1,
    max_output_tokens: 'inf',
  });
});

it('asks for a response in the GA shape', () => {
  const response = {
    output_modalities: ['audio', 'text'],
    voice: 'Sarah',
    modelId: 'openai/gpt',
    audio: { output: { format: 'audio/pcmu' } },
    temperature: 0.5,
  };
  expect(inworldCodec().toGa({ type: 'response.create', event_id: 'e', response })).toMatchObject({
    event: {
      type: 'response.create',
      event_id: 'e',
      response: {
        output_modalities: ['audio'],
        audio: { output: { voice: 'Sarah', format: { type: 'audio/pcmu' } } },
        model: 'openai/gpt',
        temperature: 0.5,
      },
    },
  });
});

const at = (path: string, value: unknown): Json => ({
  providerData: path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value),
});

it.each<[string, Json, string, string]>([
  ['an unknown branch', at('sst', {}), 'unknown_parameter', 'providerData.sst'],
  ['an unknown field', at('stt.promt', 'x'), 'unknown_parameter', 'providerData.stt.promt'],
  ['a wrong type', at('stt.prompt', 1), 'invalid_type', 'providerData.stt.prompt'],
  ['a value out of range', at('stt.vad_threshold', 2), 'invalid_value', 'providerData.stt.vad_threshold'],
  ['a mode there is not', at('tts.delivery_mode', 'WILD'), 'invalid_value', 'providerData.tts.delivery_mode'],
  ['no object', { providerData: 1 }, 'invalid_type', 'providerData'],
  [
    'memory of no turn at all',
    at('memory.turn_interval', 0),
    'invalid_value',
    'providerData.memory.turn_interval',
  ],
  ['back-channel', at('backchannel.volume_gain', 9), 'invalid_value', 'providerData.backchannel.volume_gain'],
  ['fillers', at('responsiveness.max_tokens', -1), 'invalid_value', 'providerData.responsiveness.max_tokens'],
  [
    'what only Parley has',
    at('responsiveness.tool_phrases', {}),
    'unknown_parameter',
    'providerData.responsiveness.tool_phrases',
  ],
  ['timestamps', at('tts.timestamp_type', 'WORD'), 'unsupported_value', 'providerData.tts.timestamp_type'],
  [
    'nucleus sampling',
    at('text_generation_config.topP', 0.5),
    'unsupported_parameter',
    'providerData.text_generation_config.topP',
  ],
  [
    'a wrong limit of tokens',
    at('text_generation_config.maxNewTokens', 5_000),
    'invalid_value',
    'providerData.text_generation_config.maxNewTokens',
  ],
  [
    'an unknown recogniser',
    { audio: { input: { transcription: { model: 'acme/ears' } } } },
    'invalid_value',
    'audio.input.transcription.model',
  ],
  [
    'an unknown recogniser by another spelling',
    { stt: { model: 'acme/ears' } },
    'invalid_value',
    'stt.model',
  ],
  [
    'an unknown synthesis',
    { audio: { output: { model: 'acme/mouth' } } },
    'invalid_value',
    'audio.output.model',
  ],
  ['a voice of another type', { audio: { voice: 7 } }, 'invalid_type', 'audio.voice'],
  [
    'a format there is not',
    { audio: { input: { format: 'mp3' } } },
    'invalid_value',
    'audio.input.format.type',
  ],
  ['a recogniser that is a text', { stt: 'inworld/inworld-stt-1' }, 'invalid_type', 'stt'],
  ['no recogniser', { stt: null }, 'invalid_type', 'stt'],
  ['a model of another type', { modelId: 7 }, 'invalid_type', 'modelId'],
  ['an unknown field of the session', { memory: {} }, 'unknown_parameter', 'memory'],
])('refuses %s by the name the client used', (_name, set, code, param) => {
  expect(refusal(set)).toMatchObject({ code, param: `session.${param}` });
});

it('takes memory under its own name, and tells what is remembered there', () => {
  const memory = { enabled: true, turn_interval: 4, state: { facts: ['Ada.'], version: 3 } };
  const state = update({ providerData: { memory } });
  expect(state.session.parley).toEqual({ memory });
  expect(shown(state)).toMatchObject({ providerData: { memory } });
  expect(shown(state)).not.toHaveProperty('parley');
  const back = update({ providerData: { memory: { turn_interval: null, state: null } } }, state);
  expect(back.session.parley).toEqual({ memory: { enabled: true, turn_interval: 10, state: null } });
});

it('tells all the words of a turn so far with each delta', () => {
  const codec = inworldCodec();
  const delta = (item_id: string, text: string): ServerEventBody => ({
    type: 'conversation.item.input_audio_transcription.delta',
    item_id,
    content_index: 0,
    delta: text,
  });
  const completed = (item_id: string): ServerEventBody => ({
    type: 'conversation.item.input_audio_transcription.completed',
    item_id,
    content_index: 0,
    transcript: 'x',
    usage: { type: 'duration', seconds: 1 },
  });
  const events = [
    delta('a', 'Tell'),
    delta('b', 'No'),
    delta('a', ' me'),
    completed('a'),
    delta('a', 'Again'),
  ];
  expect(events.map((event) => codec.fromGa(event, {})?.['delta'])).toEqual([
    'Tell',
    'No',
    'Tell me',
    undefined,
    'Again',
  ]);
});

it('tells how a turn was said with its words', () => {
  const estimates = [{ label: 'calm', confidence: 0.7 }];
  const none: never[] = [];
  const perception = {
    emotion: estimates,
    age: none,
    accent: none,
    speakingRate: estimates,
    pitch: estimates,
    vocalStyle: estimates,
    pitchHz: 100,
    energyDbfs: -20,
    syllablesPerSecond: 3,
    sure: ['emotion'],
  };
  const event: ServerEventBody = {
    type: 'conversation.item.input_audio_transcription.completed',
    item_id: 'a',
    content_index: 0,
    transcript: 'x',
    usage: { type: 'duration', seconds: 1 },
  };
  expect(inworldCodec().fromGa(event, { perception })).toEqual({
    ...event,
    providerData: { voiceProfile: { emotion: estimates, pitch: estimates, vocal_style: estimates } },
  });
  expect(inworldCodec().fromGa(event, {})).toEqual(event);
});

it('leaves every other event as it is in GA', () => {
  const own = ['session.created', 'session.updated', 'conversation.item.input_audio_transcription.delta'];
  fc.assert(
    fc.property(
      anyServerEvent.filter(({ type }) => !own.includes(type)),
      (event) => {
        expect(inworldCodec().fromGa(event, {})).toEqual(event);
      },
    ),
  );
});

it('answers a ping', () => {
  expect(inworldCodec().toGa({ type: 'ping' })).toEqual({ answer: { type: 'pong' } });
});

it('has its own names for backchannels, and none for what else is beyond the protocol', () => {
  const codec = inworldCodec();
  expect(
    codec.ofExtension?.({ type: 'parley.backchannel.audio.delta', backchannelId: 'bc_1', delta: 'AAA=' }),
  ).toEqual({ type: 'response.backchannel.audio.delta', backchannel_id: 'bc_1', delta: 'AAA=' });
  expect(
    codec.ofExtension?.({ type: 'parley.backchannel.audio.done', backchannelId: 'bc_1', phrase: 'Mm-hm.' }),
  ).toEqual({ type: 'response.backchannel.audio.done', backchannel_id: 'bc_1', phrase: 'Mm-hm.' });
  expect(
    codec.ofExtension?.({ type: 'parley.backchannel.skipped', backchannelId: 'bc_1', reason: 'declined' }),
  ).toEqual({ type: 'response.backchannel.skipped', backchannel_id: 'bc_1', reason: 'declined' });
  expect(codec.ofExtension?.({ type: 'parley.sources', responseId: 'resp_1', sources: [] })).toBeUndefined();
});

it('names in later errors what the client wrote, in its words', () => {
  const codec = inworldCodec();
  const errorAbout = (param: string) =>
    codec.fromGa({ type: 'error', error: requestError('invalid_value', `Not '${param}'.`, { param }) }, {});
  codec.toGa({ type: 'session.update', session: { audio: { voice: 'nobody' } } });
  expect(errorAbout('session.audio.output.voice')?.['error']).toMatchObject({
    param: 'session.audio.voice',
    message: "Not 'session.audio.voice'.",
  });
  codec.toGa({ type: 'response.create', response: { voice: 'nobody' } });
  expect(errorAbout('response.audio.output.voice')?.['error']).toMatchObject({ param: 'response.voice' });
  codec.toGa({ type: 'session.update', session: { audio: { output: { voice: 'nobody' } } } });
  expect(errorAbout('session.audio.output.voice')?.['error']).toMatchObject({
    param: 'session.audio.output.voice',
  });
});
