import { mergeSession, type SessionLocks } from './merge-session';
import { parseSessionPatch } from './parse';
import { defaultSession, type Session } from './session';

const base = () =>
  defaultSession({ id: 'sess_1', model: 'm', expiresAt: 1, instructions: 'Be brief.', voice: 'joe' });

function merge(patch: object, current = base(), locks: SessionLocks = {}) {
  const parsed = parseSessionPatch({ type: 'realtime', ...patch });
  if (parsed.error) throw new Error(parsed.error.message);
  return mergeSession(current, parsed.ok, locks);
}

it('starts with the whole session and explicit nulls', () => {
  expect(base()).toEqual({
    type: 'realtime',
    object: 'realtime.session',
    id: 'sess_1',
    model: 'm',
    output_modalities: ['audio'],
    instructions: 'Be brief.',
    tools: [],
    tool_choice: 'auto',
    max_output_tokens: 'inf',
    tracing: null,
    truncation: 'auto',
    prompt: null,
    expires_at: 1,
    audio: {
      input: {
        format: { type: 'audio/pcm', rate: 24000 },
        transcription: null,
        noise_reduction: null,
        turn_detection: {
          type: 'server_vad',
          threshold: 0.5,
          prefix_padding_ms: 300,
          silence_duration_ms: 200,
          idle_timeout_ms: null,
          create_response: true,
          interrupt_response: true,
        },
      },
      output: { format: { type: 'audio/pcm', rate: 24000 }, voice: 'joe', speed: 1 },
    },
    include: null,
  });
});

it('changes only what is there', () => {
  const current = base();
  const { session } = merge({ audio: { output: { speed: 1.25 } } }, current);
  expect(session).toEqual({
    ...base(),
    audio: { ...base().audio, output: { ...base().audio.output, speed: 1.25 } },
  });
  expect(current).toEqual(base());
});

it('clears with null, the empty list and the empty text', () => {
  const filled = merge({
    instructions: 'x',
    tools: [{ type: 'function', name: 'f' }],
    audio: { input: { transcription: { model: 'w', language: 'en' } } },
  }).session;
  const cleared = merge(
    { instructions: '', tools: [], audio: { input: { transcription: null, turn_detection: null } } },
    filled,
  ).session;
  expect(cleared).toMatchObject({
    instructions: '',
    tools: [],
    audio: { input: { transcription: null, turn_detection: null } },
  });
});

it('replaces turn_detection and transcription whole', () => {
  const first = merge({
    audio: {
      input: {
        transcription: { model: 'w', language: 'en', prompt: 'p' },
        turn_detection: { type: 'server_vad', silence_duration_ms: 900 },
      },
    },
  }).session;
  const second = merge(
    {
      audio: {
        input: { transcription: { model: 'v' }, turn_detection: { type: 'server_vad', threshold: 0.9 } },
      },
    },
    first,
  ).session;
  expect(second?.audio.input.transcription).toEqual({ model: 'v' });
  expect(second?.audio.input.turn_detection).toMatchObject({ threshold: 0.9, silence_duration_ms: 200 });
});

it('takes another model', () => {
  expect(merge({ model: 'n' }).session).toEqual({ ...base(), model: 'n' });
});

it('keeps the voice once the model has spoken', () => {
  const locks = { voice: true };
  expect(merge({ audio: { output: { voice: 'joe' } } }, base(), locks).session).toEqual(base());
  expect(merge({ audio: { output: { voice: 'ann' } } }, base(), locks).error).toMatchObject({
    code: 'cannot_update_voice',
    param: 'session.audio.output.voice',
  });
});

it('keeps formats once audio has passed', () => {
  const ulaw = { format: { type: 'audio/pcmu' } };
  const input = merge({ audio: { input: ulaw } }, base(), { inputFormat: true });
  expect(input.error).toMatchObject({
    code: 'cannot_update_audio_format',
    param: 'session.audio.input.format',
  });
  const output = merge({ audio: { output: ulaw } }, base(), { outputFormat: true });
  expect(output.error).toMatchObject({
    code: 'cannot_update_audio_format',
    param: 'session.audio.output.format',
  });
  expect(merge({ audio: { input: ulaw } }).session?.audio.input.format).toEqual({ type: 'audio/pcmu' });
  const pcm = (rate: number) => ({ audio: { output: { format: { type: 'audio/pcm', rate } } } });
  expect(merge(pcm(16_000), base(), { outputFormat: true }).error?.code).toBe('cannot_update_audio_format');
  expect(merge(pcm(24_000), base(), { outputFormat: true }).error).toBeUndefined();
});

it.each([8000, 12345, 16000, 44100, 48000])(
  'takes PCM at %i Hz, and 24 kHz when no rate is given',
  (rate) => {
    const format = (wanted: object) =>
      merge({ audio: { input: { format: { type: 'audio/pcm', ...wanted } } } }).session?.audio.input.format;
    expect(format({ rate })).toEqual({ type: 'audio/pcm', rate });
    expect(format({})).toEqual({ type: 'audio/pcm', rate: 24_000 });
  },
);

it('applies nothing when anything is wrong', () => {
  const result = merge({ instructions: 'new', tool_choice: 'missing_tool' });
  expect(result.session).toBeUndefined();
  expect(result.error).toMatchObject({ code: 'invalid_value', param: 'session.tool_choice' });
});

it('finds a forced function among the tools of the same update', () => {
  const tools = [{ type: 'function', name: 'f' }];
  expect(merge({ tools, tool_choice: 'f' }).session?.tool_choice).toEqual({ type: 'function', name: 'f' });
  expect(merge({ tools: [...tools, ...tools] }).error).toMatchObject({ param: 'session.tools[1].name' });
});

it('forces a function no more that an update took away', () => {
  const [f, g] = [
    { type: 'function', name: 'f' },
    { type: 'function', name: 'g' },
  ];
  const forced = merge({ tools: [f, g], tool_choice: 'f' }).session!;
  expect(merge({ tools: [f] }, forced).session?.tool_choice).toEqual({ type: 'function', name: 'f' });
  expect(merge({ tools: [g] }, forced).session?.tool_choice).toBe('auto');
  expect(merge({ tools: [] }, forced).session?.tool_choice).toBe('auto');
  expect(merge({ tools: [g], tool_choice: 'f' }, forced).error?.param).toBe('session.tool_choice');
});

describe('tracing', () => {
  const named = { workflow_name: 'support', group_id: 'g1', metadata: { plan: 'pro' } };

  it('is turned on, may then be named, and be turned off', () => {
    const on = merge({ tracing: 'auto' }).session!;
    expect(on.tracing).toBe('auto');
    const told = merge({ tracing: named }, on).session!;
    expect(told.tracing).toEqual(named);
    expect(merge({ tracing: named }, told).session?.tracing).toEqual(named);
    expect(merge({ tracing: null }, told).session?.tracing).toBeNull();
  });

  it('keeps the names it was given', () => {
    const told = merge({ tracing: named }).session!;
    for (const tracing of ['auto', { ...named, group_id: 'g2' }]) {
      expect(merge({ tracing }, told).error).toMatchObject({
        code: 'invalid_value',
        param: 'session.tracing',
      });
    }
  });
});

it('takes a prompt template with its variables as text', () => {
  const variables = { name: 'Ann', city: { type: 'input_text', text: 'Ulm' } };
  expect(merge({ prompt: { id: 'greet', version: null, variables } }).session?.prompt).toEqual({
    id: 'greet',
    variables: { name: 'Ann', city: 'Ulm' },
  });
  const image = { type: 'input_image', image_url: 'data:,' };
  const wrong = parseSessionPatch({ type: 'realtime', prompt: { id: 'greet', variables: { image } } });
  expect(wrong.error?.param).toContain('session.prompt.variables.image');
});

describe("Parley's own settings", () => {
  it('are absent until a client sets one, and change key by key', () => {
    expect(base()).not.toHaveProperty('parley');
    const first = merge({ parley: { speculation: false, interruption: { mode: 'decide' } } }).session;
    const second = merge({ parley: { max_lead_ms: 200, interruption: { min_words: 2 } } }, first).session;
    expect(second?.parley).toEqual({
      speculation: false,
      max_lead_ms: 200,
      interruption: { mode: 'decide', min_words: 2 },
    });
  });

  it('merge the knobs of fillers and backchannels one by one; null stays, for the default', () => {
    const first = merge({ parley: { responsiveness: { enabled: true, max_tokens: 9 } } }).session;
    const change = { responsiveness: { max_tokens: null }, backchannel: { enabled: true } };
    expect(merge({ parley: change }, first).session?.parley).toEqual({
      responsiveness: { enabled: true, max_tokens: null },
      backchannel: { enabled: true },
    });
  });

  it.each([
    ['responsiveness', { phrases: { english: ['Wait'] } }, 'session.parley.responsiveness.phrases.english'],
    ['backchannel', { volume_gain: 5 }, 'session.parley.backchannel.volume_gain'],
    ['greeting', { text: 'Hello', instructions: 'Greet.' }, 'session.parley.greeting'],
    ['greeting', { interruptible: false }, 'session.parley.greeting'],
    ['tools', { look: { scheduling: 'soon' } }, 'session.parley.tools.look.scheduling'],
  ])('refuse %s that makes no sense: %j', (key, value, param) => {
    expect(parseSessionPatch({ type: 'realtime', parley: { [key]: value } }).error?.param).toBe(param);
  });

  it('take templates by name, and give one up for null', () => {
    const first = merge({ parley: { templates: { guidance: '', persona: 'They {{persona}}.' } } }).session;
    expect(merge({ parley: { templates: { guidance: null } } }, first).session?.parley).toEqual({
      templates: { persona: 'They {{persona}}.' },
    });
    const { error } = parseSessionPatch({ type: 'realtime', parley: { templates: { persona: '{{mood}}' } } });
    expect(error).toMatchObject({
      param: 'session.parley.templates.persona',
      message: expect.stringContaining("no variable 'mood'; it has persona") as string,
    });
  });

  it('take memory key by key, and all of it back for null', () => {
    const first = merge({ parley: { memory: { enabled: true, max_facts: 5 } } }).session;
    const second = merge({ parley: { memory: { max_facts: 6 } } }, first).session;
    expect(second?.parley).toEqual({ memory: { enabled: true, max_facts: 6 } });
    expect(merge({ parley: { memory: null } }, second).session?.parley).toEqual({});
    const { error } = parseSessionPatch({ type: 'realtime', parley: { memory: { turn_interval: 0 } } });
    expect(error?.param).toBe('session.parley.memory.turn_interval');
  });

  it('refuse what they do not know, by name', () => {
    const { error } = parseSessionPatch({ type: 'realtime', parley: { interruption: { mood: 1 } } });
    expect(error?.param).toBe('session.parley.interruption.mood');
  });
});

it('keeps the strength of noise reduction where an update leaves it out, and begins anew after null', () => {
  const set = (noise_reduction: object | null, current = base()) =>
    merge({ audio: { input: { noise_reduction } } }, current).session!;
  const heard = ({ audio }: Session) => audio.input.noise_reduction;
  const near = set({ type: 'near_field' });
  expect(heard(near)).toEqual({ type: 'near_field' });
  const far = set({ type: 'far_field' }, set({ type: 'near_field', strength: 0.4 }, near));
  expect(heard(far)).toEqual({ type: 'far_field', strength: 0.4 });
  expect(heard(merge({ instructions: 'Be brief.' }, far).session!)).toEqual(heard(far));
  const off = set(null, far);
  expect(heard(off)).toBeNull();
  expect(heard(set({ type: 'near_field' }, off))).toEqual({ type: 'near_field' });
});
