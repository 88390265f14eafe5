import type { ChatEvent, FinishReason, Tool } from '../../chat/types';
import { CheckThread } from './check-thread';
import { strictCalls } from './strict-calls';

/** However slow this machine is. */
const patient = new CheckThread({ checkMs: 60_000, turnMs: 60_000 });
const hasty = () => new CheckThread({ checkMs: 300, turnMs: 60_000 });

const parameters = {
  type: 'object',
  properties: { city: { type: 'string', pattern: '^(a+)+$' } },
  required: ['city'],
  additionalProperties: false,
};
const strict: Tool = { name: 'weather', description: '', parameters, strict: true };
const lenient: Tool = { ...strict, name: 'lenient', strict: false };

async function* calls(name: string, argumentsJson: string): AsyncGenerator<ChatEvent> {
  yield { type: 'tool_call_delta', callId: 'c', name, argumentsDelta: argumentsJson };
  yield { type: 'tool_call', callId: 'c', name, argumentsJson };
}

async function typesOf(
  name: string,
  argumentsJson: string,
  tools = [strict, lenient],
  thread = patient,
): Promise<string[]> {
  const types: string[] = [];
  for await (const { type } of strictCalls(calls(name, argumentsJson), tools, thread)) types.push(type);
  return types;
}

it('lets a call through once its arguments fit, whole', async () => {
  // The expression is not run: it would take years over these letters.
  expect(await typesOf('weather', `{"city":"${'a'.repeat(100)}!"}`)).toEqual(['alive', 'tool_call']);
});

it.each(['{}', '{"city":1}', '{"city":"Ulm","more":true}', '[]', '{"city":"Ul', ''])(
  'ends the answer at %s',
  async (text) => {
    await expect(typesOf('weather', text)).rejects.toMatchObject({
      code: 'invalid_arguments',
      errorClass: 'transient',
    });
  },
);

describe('an answer that ends early', () => {
  async function read(reason: FinishReason, argumentsJson: string): Promise<string[]> {
    async function* answer(): AsyncGenerator<ChatEvent> {
      yield* calls('weather', argumentsJson);
      yield { type: 'alive' };
      yield { type: 'finished', reason, usage: { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1 } };
    }
    const types: string[] = [];
    for await (const { type } of strictCalls(answer(), [strict], patient)) types.push(type);
    return types.filter((type) => type !== 'alive');
  }

  it.each(['length', 'content_filter'] as const)('is told with the call that %s cut off', async (reason) => {
    expect(await read(reason, '{"city":"Ul')).toEqual(['tool_call', 'finished']);
  });

  it.each([
    ['length', '{"city":1}'],
    ['tool_calls', '{"city":"Ul'],
  ] as const)('is not told with a call that is wrong by itself: %s, %s', async (reason, argumentsJson) => {
    await expect(read(reason, argumentsJson)).rejects.toMatchObject({ code: 'invalid_arguments' });
  });
});

it('leaves calls of other tools as they come', async () => {
  expect(await typesOf('lenient', '{}')).toEqual(['tool_call_delta', 'tool_call']);
  expect(await typesOf('weather', '{}', [lenient])).toEqual(['tool_call_delta', 'tool_call']);
});

it.each([
  { $ref: 'https://elsewhere.example/schema' },
  { ...parameters, $async: true },
  { type: 'object', properties: { city: { $async: true, type: 'string' } } },
  { properties: { city: { $ref: '#/$defs/city' } }, $defs: { city: { $async: true, type: 'string' } } },
])('names a schema that is none: %j', async (odd) => {
  await expect(typesOf('weather', '{}', [{ ...strict, parameters: odd }])).rejects.toMatchObject({
    code: 'invalid_schema',
    errorClass: 'caller_fault',
  });
});

/** Each is checked twice by the one before it. */
const fanned = Object.fromEntries(
  Array.from({ length: 50 }, (_, index) => {
    const $ref = `#/$defs/d${index + 1}`;
    return [`d${index}`, index === 49 ? { type: 'string' } : { anyOf: [{ $ref }, { $ref }] }];
  }),
);

it.each([
  ['fans out', { $ref: '#/$defs/d0', $defs: fanned }],
  ['leads back to itself', { $ref: '#/$defs/a', $defs: { a: { allOf: [{ $ref: '#/$defs/a' }] } } }],
])('gives up a schema that %s', async (_, parameters) => {
  await expect(typesOf('weather', '{}', [{ ...strict, parameters }], hasty())).rejects.toMatchObject({
    code: 'invalid_schema',
    errorClass: 'caller_fault',
  });
});

it('checks by schemas of any draft', async () => {
  const $schema = 'https://json-schema.org/draft/2020-12/schema';
  const tools = [{ ...strict, parameters: { ...parameters, $schema } }];
  expect(await typesOf('weather', '{"city":"Ulm"}', tools)).toEqual(['alive', 'tool_call']);
  await expect(typesOf('weather', '{}', tools)).rejects.toMatchObject({ code: 'invalid_arguments' });
});

it('keeps nothing of one schema for another: not its names, nor the meaning of a draft', async () => {
  const named = (type: string, $id: string) => {
    const city = { $id: 'https://same.example/city', type };
    return [{ ...strict, parameters: { $id, type: 'object', properties: { city } } }];
  };
  const draft = 'http://json-schema.org/draft-07/schema';
  expect(await typesOf('weather', '{"city":1}', named('number', draft))).toEqual(['alive', 'tool_call']);
  expect(await typesOf('weather', '{"city":"Ulm"}', named('string', draft))).toEqual(['alive', 'tool_call']);
  const [elsewhere] = named('string', 'https://a.example');
  const borrowing = { ...strict, parameters: { $ref: 'https://same.example/city' } };
  expect(await typesOf('weather', '{"city":"Ulm"}', [elsewhere!])).toEqual(['alive', 'tool_call']);
  await expect(typesOf('weather', '{}', [borrowing])).rejects.toMatchObject({ code: 'invalid_schema' });
});

it('takes what a schema lists as a value for a value', async () => {
  const place = { $id: 'here' };
  const tools = [{ ...strict, parameters: { properties: { place: { const: place } }, required: ['place'] } }];
  expect(await typesOf('weather', JSON.stringify({ place }), tools)).toContain('tool_call');
});

/** A few thousand characters of which a compiler that copies what is referred to makes millions. */
const copied = (properties: number, references: number) => ({
  properties: named('p', references, () => ({ $ref: '#/$defs/wide' })),
  $defs: { wide: { properties: named('x', properties, () => ({ type: 'string' })) } },
});

const named = (prefix: string, count: number, make: () => object) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, make()]));

it('reads a schema that refers to the same many times', async () => {
  const tools = [{ ...strict, parameters: copied(100, 150) }];
  expect(await typesOf('weather', '{"p149":{"x99":"Ulm"}}', tools)).toEqual(['alive', 'tool_call']);
  await expect(typesOf('weather', '{"p149":{"x99":1}}', tools)).rejects.toMatchObject({
    code: 'invalid_arguments',
  });
});

it('leaves the service alone with a schema that takes seconds to read, and serves the next one', async () => {
  const slow = { oneOf: Array.from({ length: 10_000 }, () => ({ enum: [{}] })) };
  const thread = new CheckThread({ checkMs: 3_000, turnMs: 60_000 });
  let turns = 0;
  const beat = setInterval(() => turns++, 1);
  await expect(typesOf('weather', '{}', [{ ...strict, parameters: slow }], thread)).rejects.toMatchObject({
    code: 'invalid_schema',
  });
  clearInterval(beat);
  expect(turns).toBeGreaterThan(0);
  expect(await typesOf('weather', '{"city":"Ulm"}', [strict], thread)).toEqual(['alive', 'tool_call']);
});

it('keeps no name of a schema under a property that has the name of a keyword', async () => {
  for (const type of ['string', 'number']) {
    const inner = { $id: 'https://kept.example/place', type };
    const tools = [
      { ...strict, parameters: { properties: { default: inner, enum: inner, properties: inner } } },
    ];
    const given = type === 'string' ? '"Ulm"' : '1';
    for (const key of ['default', 'enum', 'properties'])
      expect(await typesOf('weather', `{"${key}":${given}}`, tools)).toEqual(['alive', 'tool_call']);
  }
  const borrowing = { ...strict, parameters: { $ref: 'https://kept.example/place' } };
  await expect(typesOf('weather', '{}', [borrowing])).rejects.toMatchObject({ code: 'invalid_schema' });
});
