import { z } from 'zod';
import { givenReader } from './given';

const schema = z.strictObject({
  name: z.string().max(3),
  size: z.number().default(1),
  tags: z.array(z.string()).nullish(),
});
const read = givenReader(schema, (name, value) => name === 'name' && value === 'ann');

describe('an object that is read by the fields it has', () => {
  it.each([
    { name: 'ann' },
    { name: 'bob', size: 2 },
    { name: 'ann', tags: null },
    { tags: ['a'], name: 'b', size: 0 },
  ])('is what its schema says: %j', (value) => {
    expect(read(value)).toEqual(schema.parse(value));
  });

  const wrong: readonly unknown[] = [
    {},
    { size: 2 },
    { name: 'anna' },
    { name: 'ann', size: null },
    { name: 'ann', colour: 'red' },
    { name: 'ann', ['__proto__']: 1 },
    { name: 'ann', toString: 1 },
    ['ann'],
    'ann',
    null,
    undefined,
  ];
  it.each(wrong.map((value) => ({ value })))(
    'is left to its schema where anything is wrong: $value',
    ({ value }) => {
      expect([schema.safeParse(value).success, read(value)]).toEqual([false, undefined]);
    },
  );

  it('is not asked about what is plain', () => {
    const asked = givenReader(z.object({ name: z.never() }), () => true);
    expect(asked({ name: 'ann' })).toEqual({ name: 'ann' });
  });
});
