import { parseClientEvent, type ConversationItem } from '@parley/protocol';
import * as fc from 'fast-check';
import { anyServerEvent } from '../testing/server-events';
import type { Json } from '../codec';
import { betaCodec } from './codec';
import { itemToBeta } from './items';

const part = ['content_index', 'item_id', 'output_index', 'response_id'];

/** The beta's events and their fields, as the types of OpenAI's own client had them. */
const known: Readonly<Record<string, readonly string[]>> = {
  error: ['error'],
  'session.created': ['session'],
  'session.updated': ['session'],
  'transcription_session.created': ['session'],
  'transcription_session.updated': ['session'],
  'conversation.created': ['conversation'],
  'conversation.item.created': ['previous_item_id', 'item'],
  'conversation.item.retrieved': ['item'],
  'conversation.item.deleted': ['item_id'],
  'conversation.item.truncated': ['audio_end_ms', 'content_index', 'item_id'],
  'conversation.item.input_audio_transcription.delta': ['item_id', 'content_index', 'delta', 'logprobs'],
  'conversation.item.input_audio_transcription.completed': [
    'item_id',
    'content_index',
    'transcript',
    'usage',
    'logprobs',
  ],
  'conversation.item.input_audio_transcription.failed': ['item_id', 'content_index', 'error'],
  'input_audio_buffer.speech_started': ['audio_start_ms', 'item_id'],
  'input_audio_buffer.speech_stopped': ['audio_end_ms', 'item_id'],
  'input_audio_buffer.committed': ['previous_item_id', 'item_id'],
  'input_audio_buffer.cleared': [],
  'output_audio_buffer.started': ['response_id'],
  'output_audio_buffer.stopped': ['response_id'],
  'output_audio_buffer.cleared': ['response_id'],
  'rate_limits.updated': ['rate_limits'],
  'response.created': ['response'],
  'response.done': ['response'],
  'response.output_item.added': ['item', 'output_index', 'response_id'],
  'response.output_item.done': ['item', 'output_index', 'response_id'],
  'response.content_part.added': [...part, 'part'],
  'response.content_part.done': [...part, 'part'],
  'response.text.delta': [...part, 'delta'],
  'response.text.done': [...part, 'text'],
  'response.audio.delta': [...part, 'delta'],
  'response.audio.done': part,
  'response.audio_transcript.delta': [...part, 'delta'],
  'response.audio_transcript.done': [...part, 'transcript'],
  'response.function_call_arguments.delta': ['call_id', 'delta', 'item_id', 'output_index', 'response_id'],
  'response.function_call_arguments.done': ['arguments', 'call_id', 'item_id', 'output_index', 'response_id'],
};
const itemKeys = 'id object type status role content name call_id arguments output'.split(' ');
/** The beta had no images: only a client that has sent one is told of one. */
const contentTypes = ['input_text', 'input_audio', 'input_image', 'text', 'audio'];
const responseKeys = [
  ...'id object status status_details output conversation_id modalities voice output_audio_format'.split(' '),
  ...'temperature max_output_tokens usage metadata'.split(' '),
  // A receipt, for clients with extensions alone.
  'parley',
];

it('says every event as the beta does, or not at all', () => {
  const said = new Set<string>();
  fc.assert(
    fc.property(anyServerEvent, (event) => {
      const beta = betaCodec.fromGa(event, {});
      if (!beta) return;
      const { type, ...fields } = beta;
      said.add(type);
      expect(known).toHaveProperty([type]);
      expect(known[type]).toEqual(expect.arrayContaining(Object.keys(fields)));
      for (const item of itemsOf(fields)) {
        expect(itemKeys).toEqual(expect.arrayContaining(Object.keys(item)));
        expect(item['object']).toBe('realtime.item');
        const content = (item['content'] ?? []) as { type: string }[];
        expect(contentTypes).toEqual(expect.arrayContaining(content.map((entry) => entry.type)));
      }
      expect(responseKeys).toEqual(expect.arrayContaining(Object.keys((fields['response'] ?? {}) as Json)));
    }),
    { numRuns: 2_000 },
  );
  expect([...said].toSorted()).toEqual(Object.keys(known).toSorted());
});

function itemsOf(fields: Json): Json[] {
  const { item, response } = fields as { item?: Json; response?: { output: Json[] } };
  return [...(item ? [item] : []), ...(response?.output ?? [])];
}

it('says no two events alike', () => {
  const gaTypes = new Map<string, string>();
  fc.assert(
    fc.property(anyServerEvent, (event) => {
      const type = betaCodec.fromGa(event, {})?.type.replace('transcription_session', 'session');
      if (type === undefined) return;
      expect(gaTypes.get(type) ?? event.type).toBe(event.type);
      gaTypes.set(type, event.type);
    }),
    { numRuns: 1_000 },
  );
  expect(gaTypes.size).toBeGreaterThan(20);
});

const message = fc.oneof(
  fc.record({
    role: fc.constant('assistant'),
    content: fc.array(fc.record({ type: fc.constant('text'), text: fc.string() }), { minLength: 1 }),
  }),
  fc.record({
    role: fc.constantFrom('user', 'system'),
    content: fc.array(fc.record({ type: fc.constant('input_text'), text: fc.string() }), { minLength: 1 }),
  }),
);

it('says an item back as the client wrote it', () => {
  fc.assert(
    fc.property(message, fc.string({ minLength: 1 }), (fields, id) => {
      const item = { id, object: 'realtime.item', type: 'message', status: 'completed', ...fields };
      const { event } = betaCodec.toGa({ type: 'conversation.item.create', item });
      const { ok } = parseClientEvent(event);
      if (ok?.type !== 'conversation.item.create') throw new Error('not taken');
      expect(itemToBeta({ status: 'completed', ...ok.item } as ConversationItem)).toEqual(item);
    }),
  );
});

it('asks for a response in the GA shape', () => {
  const { event } = betaCodec.toGa({
    type: 'response.create',
    event_id: 'e1',
    response: {
      modalities: ['text', 'audio'],
      voice: 'joe',
      output_audio_format: 'g711_ulaw',
      temperature: 0.7,
      max_response_output_tokens: 9,
      conversation: 'none',
      metadata: { a: 'b' },
      input: [{ type: 'item_reference', id: 'item_1' }],
    },
  });
  expect(event).toEqual({
    type: 'response.create',
    event_id: 'e1',
    response: {
      output_modalities: ['audio'],
      audio: { output: { voice: 'joe', format: { type: 'audio/pcmu' } } },
      temperature: 0.7,
      max_output_tokens: 9,
      conversation: 'none',
      metadata: { a: 'b' },
      input: [{ type: 'item_reference', id: 'item_1' }],
    },
  });
});

it.each([
  ['response.voice', { voice: 1 }],
  ['response.modalities', { modalities: ['text', 'text'] }],
  ['response.max_response_output_tokens', { max_response_output_tokens: 0 }],
  ['response.input[0].content[0].text', { input: [user(7)] }],
])('names %s as the client does', (param, response) => {
  const { event, nameOf } = betaCodec.toGa({ type: 'response.create', response }) as ReturnType<
    typeof betaCodec.toGa
  > & { nameOf: (param: string) => string };
  expect(nameOf(parseClientEvent(event).error?.param ?? '')).toBe(param);
});

function user(text: unknown) {
  return { type: 'message', role: 'user', content: [{ type: 'input_text', text }] };
}

it('names parameters as the client does in errors that come later', () => {
  const param = 'session.audio.output.voice';
  const error = {
    type: 'invalid_request_error',
    code: 'cannot_update_voice',
    message: `not '${param}'`,
    param,
    event_id: 'e1',
  } as const;
  expect(betaCodec.fromGa({ type: 'error', error }, {})).toEqual({
    type: 'error',
    error: { ...error, param: 'session.voice', message: "not 'session.voice'" },
  });
});

it('refuses items that the beta did not have, of which it could not tell', () => {
  const item = { type: 'mcp_call', server_label: 's', name: 'n', arguments: '{}' };
  const input = [{ type: 'message' }, item];
  expect(betaCodec.toGa({ type: 'conversation.item.create', item }).error?.param).toBe('item.type');
  expect(betaCodec.toGa({ type: 'response.create', response: { input } }).error?.param).toBe(
    'response.input[1].type',
  );
});

it('leaves everything else as it is', () => {
  const event = { type: 'input_audio_buffer.commit', event_id: 'e' };
  expect(betaCodec.toGa(event).event).toBe(event);
  expect(betaCodec.toGa({ type: 'session.update', session: 3 }).event).toEqual({
    type: 'session.update',
    session: 3,
  });
  expect(betaCodec.toGa({ type: 'response.create' }).event).toEqual({ type: 'response.create' });
});
