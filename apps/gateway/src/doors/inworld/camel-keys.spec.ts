import * as fc from 'fast-check';
import { camelKeys } from './camel-keys';

it('reads names of either spelling, and leaves values alone', () => {
  const json = {
    send_text: { text: 'snake_case stays', flush_context: {} },
    contextId: 'a_b',
    list: [{ a_b: null }],
  };
  expect(camelKeys(json)).toEqual({
    sendText: { text: 'snake_case stays', flushContext: {} },
    contextId: 'a_b',
    list: [{ aB: null }],
  });
});

it('takes anything that is JSON', () => {
  fc.assert(fc.property(fc.jsonValue(), (json) => JSON.stringify(camelKeys(camelKeys(json))) !== undefined));
});

it('is not overflowed by deep nesting', () => {
  const deep: unknown = JSON.parse(`${'{"a_b":'.repeat(100_000)}1${'}'.repeat(100_000)}`);
  expect(Object.keys(camelKeys(deep) as object)).toEqual(['aB']);
});
