import * as fc from 'fast-check';
import { chunkSchema, plainEnd, type Chunk } from './chunk';

const some = (...values: unknown[]) => fc.constantFrom<unknown>(...values);
const count = fc.oneof({ weight: 9, arbitrary: fc.nat() }, some(null, -1, 1.5, 'a', {}));
const rarely = (value: unknown) => fc.oneof({ weight: 9, arbitrary: some(undefined) }, some(null, value));
const details = (name: string) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ [name]: count, other: count }, { requiredKeys: [] }) },
    some(null, 'a'),
  );

const usage = fc.record(
  {
    prompt_tokens: count,
    completion_tokens: count,
    total_tokens: count,
    prompt_tokens_details: details('cached_tokens'),
    completion_tokens_details: details('reasoning_tokens'),
    prompt_cache_hit_tokens: rarely(3),
  },
  { requiredKeys: ['prompt_tokens', 'completion_tokens'] },
);
const choice = fc.record(
  {
    index: some(0),
    delta: some({}, {}, {}, null, { content: 'a' }, { tool_calls: [] }),
    finish_reason: some('stop', 'stop', 'tool_calls', null, 1),
  },
  { requiredKeys: ['delta', 'finish_reason'] },
);
const chunk = fc.record(
  {
    id: some('a', 'a', '"choices":[],"usage":{}}'),
    choices: fc.oneof(fc.array(choice, { maxLength: 2 }), some(null)),
    usage: fc.oneof({ weight: 3, arbitrary: usage }, some(null, 1)),
    error: rarely({ message: 'm' }),
    x_groq: rarely({ usage: { prompt_tokens: 1, completion_tokens: 1 } }),
  },
  { requiredKeys: ['choices'] },
);

/** The schema leaves out what is not there, where the quick way has null. */
const withNothing = ({ choices, usage, error, x_groq }: Chunk) => ({
  choices,
  usage:
    usage == null
      ? null
      : {
          ...usage,
          total_tokens: usage.total_tokens ?? null,
          prompt_tokens_details: { cached_tokens: usage.prompt_tokens_details?.cached_tokens ?? null },
          completion_tokens_details: {
            reasoning_tokens: usage.completion_tokens_details?.reasoning_tokens ?? null,
          },
        },
  more: [error ?? null, x_groq ?? null],
});

/** With its first fields last. */
const turned = (of: object, by: number): object => {
  const fields = Object.entries(of);
  return Object.fromEntries([...fields.slice(by), ...fields.slice(0, by)]);
};

it('an end that is read at a look is what the schema says of it', () => {
  const ways = { quick: 0, whole: 0 };
  fc.assert(
    fc.property(chunk, fc.constantFrom(0, 0, 1, 2), (drawn, by) => {
      const data = JSON.stringify(turned(drawn, by));
      const quick = plainEnd(data);
      ways[quick === undefined ? 'whole' : 'quick'] += 1;
      fc.pre(quick !== undefined);
      expect(withNothing(quick)).toEqual(withNothing(chunkSchema.parse(JSON.parse(data))));
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(ways.quick, ways.whole)).toBeGreaterThan(100);
});
