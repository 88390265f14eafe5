import { parseClientEvent, parseSessionPatch } from './parse';

const update = (session: object) => ({ type: 'session.update', session: { type: 'realtime', ...session } });
const create = (item: unknown) => ({ type: 'conversation.item.create', item });
const respond = (response: unknown) => ({ type: 'response.create', response });
const user = (...content: unknown[]) => ({ type: 'message', role: 'user', content });

describe('a client event that is wrong', () => {
  it.each<[string, unknown, string, string | null]>([
    ['an array', [], 'invalid_event', null],
    ['null', null, 'invalid_event', null],
    ['no type', {}, 'invalid_event', null],
    ['a type that is no string', { type: 7 }, 'invalid_type', 'type'],
    ['an unknown type', { type: 'session.destroy' }, 'invalid_value', 'type'],
    ['a type named like a property of objects', { type: 'constructor' }, 'invalid_value', 'type'],
    [
      'the beta shape',
      { type: 'session.update', session: { voice: 'a', modalities: ['text'] } },
      'missing_required_parameter',
      'session.type',
    ],
    [
      'a session of an unknown type',
      { type: 'session.update', session: { type: 'x' } },
      'invalid_value',
      'session.type',
    ],
    ['no session', { type: 'session.update' }, 'missing_required_parameter', 'session'],
    ['an unknown key in the session', update({ voice: 'a' }), 'unknown_parameter', 'session.voice'],
    ['temperature, which GA has not', update({ temperature: 1 }), 'unknown_parameter', 'session.temperature'],
    [
      'both modalities',
      update({ output_modalities: ['audio', 'text'] }),
      'invalid_value',
      'session.output_modalities',
    ],
    [
      'an unknown modality',
      update({ output_modalities: ['video'] }),
      'invalid_value',
      'session.output_modalities[0]',
    ],
    ['instructions null', update({ instructions: null }), 'invalid_type', 'session.instructions'],
    [
      'speed beyond range',
      update({ audio: { output: { speed: 1.6 } } }),
      'invalid_value',
      'session.audio.output.speed',
    ],
    [
      'a sample rate that is too high',
      update({ audio: { input: { format: { type: 'audio/pcm', rate: 48001 } } } }),
      'invalid_value',
      'session.audio.input.format.rate',
    ],
    [
      'a sample rate that is no whole number',
      update({ audio: { input: { format: { type: 'audio/pcm', rate: 16000.5 } } } }),
      'invalid_type',
      'session.audio.input.format.rate',
    ],
    [
      'a format of another dialect',
      respond({ audio: { output: { format: { type: 'audio/float32' } } } }),
      'invalid_value',
      'response.audio.output.format.type',
    ],
    [
      'an unknown format',
      update({ audio: { output: { format: { type: 'audio/opus' } } } }),
      'invalid_value',
      'session.audio.output.format.type',
    ],
    [
      'an unknown turn detection',
      update({ audio: { input: { turn_detection: { type: 'psychic' } } } }),
      'invalid_value',
      'session.audio.input.turn_detection.type',
    ],
    [
      'turn detection without type',
      update({ audio: { input: { turn_detection: {} } } }),
      'missing_required_parameter',
      'session.audio.input.turn_detection.type',
    ],
    [
      'a threshold as text',
      update({ audio: { input: { turn_detection: { type: 'server_vad', threshold: '1' } } } }),
      'invalid_type',
      'session.audio.input.turn_detection.threshold',
    ],
    [
      'eagerness under server_vad',
      update({ audio: { input: { turn_detection: { type: 'server_vad', eagerness: 'low' } } } }),
      'unknown_parameter',
      'session.audio.input.turn_detection.eagerness',
    ],
    ['too many tokens', update({ max_output_tokens: 4097 }), 'invalid_value', 'session.max_output_tokens'],
    ['tokens in words', update({ max_output_tokens: 'many' }), 'invalid_value', 'session.max_output_tokens'],
    [
      'an unknown key of a tool',
      update({ tools: [{ type: 'function', name: 'f', meta: 1 }] }),
      'unknown_parameter',
      'session.tools[0].meta',
    ],
    [
      'a nested (chat) tool',
      update({ tools: [{ type: 'function', function: { name: 'f' } }] }),
      'missing_required_parameter',
      'session.tools[0].name',
    ],
    [
      'a tool name with a space',
      update({ tools: [{ type: 'function', name: 'a b' }] }),
      'invalid_value',
      'session.tools[0].name',
    ],
    ['tool choice as a number', update({ tool_choice: 5 }), 'invalid_type', 'session.tool_choice'],
    [
      'tool choice without name',
      update({ tool_choice: { type: 'function' } }),
      'missing_required_parameter',
      'session.tool_choice.name',
    ],
    ['append without audio', { type: 'input_audio_buffer.append' }, 'missing_required_parameter', 'audio'],
    ['append of a number', { type: 'input_audio_buffer.append', audio: 1 }, 'invalid_type', 'audio'],
    [
      'append of url-safe base64',
      { type: 'input_audio_buffer.append', audio: 'a-_b' },
      'invalid_value',
      'audio',
    ],
    [
      'append of unpadded base64',
      { type: 'input_audio_buffer.append', audio: 'AAA' },
      'invalid_value',
      'audio',
    ],
    ['commit with a stray key', { type: 'input_audio_buffer.commit', now: true }, 'unknown_parameter', 'now'],
    ['no item', { type: 'conversation.item.create' }, 'missing_required_parameter', 'item'],
    ['an item without type', create({}), 'missing_required_parameter', 'item.type'],
    ['an item of unknown type', create({ type: 'poem' }), 'invalid_value', 'item.type'],
    ['an unknown role', create({ type: 'message', role: 'pope', content: [] }), 'invalid_value', 'item.role'],
    ['empty content', create(user()), 'invalid_value', 'item.content'],
    [
      'a text part without text',
      create(user({ type: 'input_text' })),
      'missing_required_parameter',
      'item.content[0].text',
    ],
    [
      'bad audio in a part',
      create(user({ type: 'input_audio', audio: '?' })),
      'invalid_value',
      'item.content[0].audio',
    ],
    [
      'assistant audio',
      create({ type: 'message', role: 'assistant', content: [{ type: 'output_audio', audio: 'AAAA' }] }),
      'missing_required_parameter',
      'item.content[0].text',
    ],
    [
      'a call output without call_id',
      create({ type: 'function_call_output', output: '' }),
      'missing_required_parameter',
      'item.call_id',
    ],
    [
      'a call output that is no string',
      create({ type: 'function_call_output', call_id: 'c', output: {} }),
      'invalid_type',
      'item.output',
    ],
    ['retrieve without id', { type: 'conversation.item.retrieve' }, 'missing_required_parameter', 'item_id'],
    [
      'truncate at null',
      { type: 'conversation.item.truncate', item_id: 'i', content_index: 0, audio_end_ms: null },
      'invalid_type',
      'audio_end_ms',
    ],
    [
      'truncate at a fraction',
      { type: 'conversation.item.truncate', item_id: 'i', content_index: 0, audio_end_ms: 0.5 },
      'invalid_type',
      'audio_end_ms',
    ],
    [
      'truncate before the start',
      { type: 'conversation.item.truncate', item_id: 'i', content_index: 0, audio_end_ms: -1 },
      'invalid_value',
      'audio_end_ms',
    ],
    ['beta response fields', respond({ modalities: ['text'] }), 'unknown_parameter', 'response.modalities'],
    ['an unknown conversation', respond({ conversation: 'mine' }), 'invalid_value', 'response.conversation'],
    ['metadata that is no text', respond({ metadata: { a: 1 } }), 'invalid_type', 'response.metadata.a'],
    [
      '17 metadata pairs',
      respond({ metadata: Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`k${i}`, ''])) }),
      'invalid_value',
      'response.metadata',
    ],
    [
      'a long metadata value',
      respond({ metadata: { a: 'x'.repeat(513) } }),
      'invalid_value',
      'response.metadata.a',
    ],
    [
      'bad content deep in input',
      respond({ input: [{ type: 'item_reference', id: 'i' }, user({ type: 'x' })] }),
      'invalid_value',
      'response.input[1].content[0].type',
    ],
    [
      'a status that is none',
      {
        type: 'conversation.item.create',
        item: { ...user({ type: 'input_text', text: 'x' }), status: 'odd' },
      },
      'invalid_value',
      'item.status',
    ],
    [
      'an event_id that is too long',
      { type: 'response.cancel', event_id: 'x'.repeat(513) },
      'invalid_value',
      'event_id',
    ],
  ])('%s', (_name, json, code, param) => {
    const { error } = parseClientEvent(json);
    expect(error).toMatchObject({ type: 'invalid_request_error', code, param, event_id: null });
    expect(error?.message).toMatch(/\S/);
  });

  it('is answered in the words clients look for', () => {
    const message = (json: unknown) => parseClientEvent(json).error?.message;
    expect(message({ type: 'session.update', session: {} })).toBe(
      "Missing required parameter: 'session.type'.",
    );
    expect(message(update({ voice: 'a' }))).toBe("Unknown parameter: 'session.voice'.");
    expect(message({})).toBe("The 'type' field is missing.");
  });

  it('gives back the event_id of the client', () => {
    expect(parseClientEvent({ event_id: 'mine', type: 'nope' }).error?.event_id).toBe('mine');
    expect(parseClientEvent({ ...update({ voice: 'a' }), event_id: 'mine' }).error?.event_id).toBe('mine');
  });

  it('is refused, not overflowed by, deep nesting', () => {
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`);
    const { error } = parseClientEvent(
      update({ tools: [{ type: 'function', name: 'f', parameters: deep }] }),
    );
    expect(error).toMatchObject({ code: 'invalid_value', param: 'session.tools[0].parameters' });
    const arrays: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    expect(parseClientEvent(update({ instructions: arrays })).error?.code).toBe('invalid_type');
    const traced = parseClientEvent(update({ tracing: { workflow_name: 'w', metadata: { deep } } }));
    expect(traced.error).toMatchObject({ code: 'invalid_value', param: 'session.tracing.metadata' });
  });
});

describe('a client event that is right', () => {
  const ok = (json: unknown) => {
    const parsed = parseClientEvent(json);
    expect(parsed.error).toBeUndefined();
    return parsed.ok;
  };

  it('fills the defaults of what is replaced whole', () => {
    const semantic = ok(
      update({ audio: { input: { turn_detection: { type: 'semantic_vad', model_version: 'x' } } } }),
    );
    expect(semantic).toMatchObject({
      session: {
        audio: {
          input: {
            turn_detection: {
              type: 'semantic_vad',
              eagerness: 'auto',
              create_response: true,
              interrupt_response: true,
            },
          },
        },
      },
    });
    expect(
      parseSessionPatch({ type: 'realtime', audio: { input: { turn_detection: { type: 'server_vad' } } } })
        .ok,
    ).toEqual({
      type: 'realtime',
      audio: {
        input: {
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
      },
    });
  });

  it('takes the defaults of what is not supported otherwise', () => {
    const defaults = { tracing: null, prompt: null, include: [], truncation: 'auto' };
    expect(ok(update({ ...defaults, audio: { input: { noise_reduction: null } } }))).toMatchObject({
      session: { ...defaults, include: null, audio: { input: { noise_reduction: null } } },
    });
  });

  it('takes names of the beta in items, and ignores what is the server’s to say', () => {
    expect(
      ok(
        create({
          ...user({ type: 'text', text: 'hi' }),
          id: 'mine',
          object: 'realtime.item',
          status: 'completed',
        }),
      ),
    ).toEqual({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', id: 'mine', content: [{ type: 'input_text', text: 'hi' }] },
    });
    expect(
      ok(create({ type: 'message', role: 'assistant', content: [{ type: 'text', text: 'a' }] })),
    ).toMatchObject({
      item: { content: [{ type: 'output_text', text: 'a' }] },
    });
  });

  it('reads a bare function name as a forced function', () => {
    expect(ok(update({ tool_choice: 'get_weather' }))).toMatchObject({
      session: { tool_choice: { type: 'function', name: 'get_weather' } },
    });
    expect(ok(respond({ tool_choice: 'required' }))).toMatchObject({ response: { tool_choice: 'required' } });
  });

  it('treats null as absent', () => {
    expect(ok({ type: 'response.create', event_id: null, response: null })).toBeDefined();
    // As LiveKit's plugin for Python asks for a reply without instructions of its own.
    const asked = { instructions: null, metadata: { client_event_id: 'response_create_1' } };
    expect(ok(respond(asked))).toMatchObject({ response: { metadata: asked.metadata } });
    const session = [
      'instructions',
      'tools',
      'tool_choice',
      'output_modalities',
      'audio',
      'max_output_tokens',
    ];
    for (const field of [...session, 'conversation', 'input', 'model', 'parallel_tool_calls'])
      expect(ok(respond({ [field]: null }))).toEqual({ type: 'response.create', response: {} });
    for (const [audio, read] of [
      [{ output: null }, {}],
      [{ output: { voice: null, format: null } }, { output: {} }],
      [{ output: { voice: 'joe', format: null } }, { output: { voice: 'joe' } }],
    ])
      expect(ok(respond({ audio }))).toEqual({ type: 'response.create', response: { audio: read } });
    expect(ok(respond({ metadata: null, prompt: null, reasoning: null }))).toMatchObject({
      response: { metadata: null, prompt: null, reasoning: null },
    });
    expect(ok({ ...create(user({ type: 'input_text', text: '' })), previous_item_id: null })).toBeDefined();
  });

  it('lets user audio carry a transcript, null when there is none', () => {
    expect(ok(create(user({ type: 'input_audio', audio: 'AAAA' })))).toMatchObject({
      item: { content: [{ type: 'input_audio', audio: 'AAAA', transcript: null }] },
    });
  });
});

describe('what other dialects have beyond GA', () => {
  const cool = [update({ temperature: 0.6 }), respond({ temperature: 0.6 })];

  it('is an unknown parameter of GA', () => {
    expect(cool.map((event) => parseClientEvent(event).error)).toMatchObject([
      { code: 'unknown_parameter', param: 'session.temperature' },
      { code: 'unknown_parameter', param: 'response.temperature' },
    ]);
    expect(parseSessionPatch({ type: 'realtime', temperature: 1 }).error?.param).toBe('session.temperature');
  });

  it('is taken of a dialect that says so, within its range', () => {
    const options = { beyondGa: true };
    expect(cool.map((event) => parseClientEvent(event, options).ok)).toMatchObject(cool);
    expect(parseSessionPatch({ type: 'realtime', temperature: 1 }, options).ok).toMatchObject({
      temperature: 1,
    });
    expect(parseClientEvent(update({ temperature: 3 }), options).error).toMatchObject({
      code: 'invalid_value',
      param: 'session.temperature',
    });
  });
});

describe('reasoning and parallel tool calls', () => {
  it('are taken of the session and of a response', () => {
    const fields = { reasoning: { effort: 'minimal' }, parallel_tool_calls: false };
    expect(parseClientEvent(update(fields)).ok).toMatchObject({ session: fields });
    expect(parseClientEvent(respond(fields)).ok).toMatchObject({ response: fields });
  });

  it.each([{}, { effort: null }, null])('%j leaves the effort to the model', (reasoning) => {
    expect(parseClientEvent(update({ reasoning })).ok).toMatchObject({ session: { reasoning: null } });
  });

  it('an effort that does not exist is refused by name', () => {
    expect(parseClientEvent(update({ reasoning: { effort: 'huge' } })).error).toMatchObject({
      code: 'invalid_value',
      param: 'session.reasoning.effort',
    });
  });
});

describe('truncation', () => {
  const ratio = { type: 'retention_ratio', retention_ratio: 0.8 };

  it.each([
    ['auto', 'auto'],
    ['disabled', 'disabled'],
    [ratio, ratio],
    [{ ...ratio, token_limits: null }, ratio],
    [
      { ...ratio, token_limits: { post_instructions: 8_000 } },
      { ...ratio, token_limits: { post_instructions: 8_000 } },
    ],
  ])('%j is taken', (given, truncation) => {
    expect(parseClientEvent(update({ truncation: given })).ok).toMatchObject({ session: { truncation } });
  });

  it.each([
    ['never', 'session.truncation'],
    [{ ...ratio, retention_ratio: 1.2 }, 'session.truncation.retention_ratio'],
    [{ type: 'retention_ratio' }, 'session.truncation.retention_ratio'],
    [
      { ...ratio, token_limits: { post_instructions: -1 } },
      'session.truncation.token_limits.post_instructions',
    ],
    [{ ...ratio, share: 1 }, 'session.truncation.share'],
  ])('%j is refused by name', (truncation, param) => {
    expect(parseClientEvent(update({ truncation })).error?.param).toBe(param);
  });
});
