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
    expect(read(value)).toEqual({ read: schema.parse(value) });
  });

  it.each([
    [{ name: 'anna' }, 'name'],
    [{ name: 'ann', size: null }, 'size'],
    [{ name: 'ann', tags: ['a', 1] }, 'tags.1'],
  ])('is told in the words of its schema where a field is wrong: %j', (value, path) => {
    const issue = read(value)?.issue;
    expect(issue?.path.join('.')).toBe(path);
    expect(schema.safeParse(value).error?.issues).toContainEqual(issue);
  });

  const others: readonly unknown[] = [
    {},
    { size: 2 },
    { name: 'ann', colour: 'red' },
    { name: 'ann', ['__proto__']: 1 },
    { name: 'ann', toString: 1 },
    ['ann'],
    'ann',
    null,
    undefined,
  ];
  it.each(others.map((value) => ({ value })))(
    'is left to its schema where it is another: $value',
    ({ value }) => {
      expect([schema.safeParse(value).success, read(value)]).toEqual([false, undefined]);
    },
  );

  it('is not asked about what is plain', () => {
    const asked = givenReader(z.object({ name: z.never() }), () => true);
    expect(asked({ name: 'ann' })).toEqual({ read: { name: 'ann' } });
  });
});
