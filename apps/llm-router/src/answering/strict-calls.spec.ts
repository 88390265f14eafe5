import type { ChatEvent, Tool } from '../chat/types';
import { strictCalls } from './strict-calls';

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

async function typesOf(name: string, argumentsJson: string, tools = [strict, lenient]): Promise<string[]> {
  const types: string[] = [];
  for await (const { type } of strictCalls(calls(name, argumentsJson), tools)) types.push(type);
  return types;
}

it('lets a call through once its arguments fit, whole', async () => {
  // The expression is not run: it would take years over these letters.
  expect(await typesOf('weather', `{"city":"${'a'.repeat(100)}!"}`)).toEqual(['tool_call']);
});

it.each(['{}', '{"city":1}', '{"city":"Ulm","more":true}', '[]'])('ends the answer at %s', async (text) => {
  await expect(typesOf('weather', text)).rejects.toMatchObject({
    code: 'invalid_arguments',
    errorClass: 'transient',
  });
});

it('leaves calls of other tools as they come', async () => {
  expect(await typesOf('lenient', '{}')).toEqual(['tool_call_delta', 'tool_call']);
  expect(await typesOf('weather', '{}', [lenient])).toEqual(['tool_call_delta', 'tool_call']);
});

it('names a schema that is none', async () => {
  const odd = { ...strict, parameters: { $ref: 'https://elsewhere.example/schema' } };
  await expect(typesOf('weather', '{}', [odd])).rejects.toMatchObject({ code: 'invalid_schema' });
});
