import * as fc from 'fast-check';
import type { z } from 'zod';
import { bodySchema, readGiven } from './chat-request';

const some = (...values: unknown[]) => fc.constantFrom<unknown>(...values);
/** Mostly what is right, so that not every request is wrong somewhere. */
const mostly = (right: fc.Arbitrary<unknown>, wrong: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 20, arbitrary: right }, { weight: 1, arbitrary: wrong });

const text = fc.string({ maxLength: 5 });
const content = mostly(
  fc.oneof(text, some(null, [], [{ type: 'text', text: 'a' }])),
  some(1, [{ type: 'x' }]),
);
const message = mostly(
  fc.oneof(
    fc.record({ role: some('user', 'assistant', 'system', 'developer'), content }),
    fc.record({ role: some('user'), content, name: text }),
    fc.record({ role: some('tool'), content, tool_call_id: text }),
    fc.record({
      role: some('assistant'),
      content,
      tool_calls: some(null, [], [{ id: 'a', function: { name: 'f' } }]),
    }),
  ),
  some({ role: 'tool', content: '' }, { role: 'nobody', content: '' }, { content: '' }, null, 'a'),
);
const body = fc.record(
  {
    messages: mostly(fc.array(message, { minLength: 1, maxLength: 3 }), some([], null, 'a', undefined)),
    model: mostly(fc.oneof(text, some('m'.repeat(256))), some('m'.repeat(257), null, 1)),
    stream: mostly(some(true, false, null), some('yes')),
    temperature: mostly(some(0, 1.5, null), some(3)),
    max_tokens: mostly(some(1, null), some(0, 1.5)),
    n: mostly(some(1, null), some(2)),
    user: mostly(some('u', null), some(1)),
    sort: mostly(some(['price'], [{ metric: 'price' }]), some([1], null)),
    provider: mostly(some({ order: ['a'] }, {}), some({ other: 1 })),
    stream_options: mostly(some({ include_usage: true }, null), some({ other: true })),
    tool_choice: mostly(some('auto', { type: 'function', function: { name: 'f' } }), some('any')),
    more: mostly(some(undefined), some(1)),
  },
  { requiredKeys: ['messages'] },
);

/** As JSON has them: what is undefined is not there. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const wordsOf = ({ path, message }: z.core.$ZodIssue): string => `${path.join('.')}: ${message}`;

it('what is read of a request by the fields it has, and what is wrong with one, is what the schema says', () => {
  const outcomes = { right: 0, wrong: 0 };
  fc.assert(
    fc.property(body, (drawn) => {
      const json = asJson(drawn);
      const { success, data, error } = bodySchema.safeParse(json);
      outcomes[success ? 'right' : 'wrong'] += 1;
      const given = readGiven(json);
      expect(given?.read).toEqual(data);
      const told = given?.issue === undefined ? [] : [wordsOf(given.issue)];
      expect(error?.issues.map(wordsOf) ?? []).toEqual(expect.arrayContaining(told));
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(outcomes.right, outcomes.wrong)).toBeGreaterThan(100);
});
