import { parseRequest } from '../../chat/parse-request';
import { listing } from './listing';

const tool = (fields: object = {}) => ({ name: 't', inputSchema: { type: 'object' as const }, ...fields });
const schema = (chars: number) => ({ type: 'object' as const, description: 'x'.repeat(chars) });

it('leaves out what no model would be told, and counts it', () => {
  const { tools, refused } = listing([
    tool({ name: '' }),
    tool({ description: 'x'.repeat(16_385) }),
    tool({ inputSchema: schema(262_144) }),
    tool({ name: 'long', description: 'x'.repeat(16_384), inputSchema: schema(262_000) }),
  ]);
  expect(tools.map(({ name }) => name)).toEqual(['long']);
  expect(refused).toBe(3);
});

it('lists nothing that a request could not have, with what the session says of its server', () => {
  const { tools } = listing([tool({ description: 'x'.repeat(16_384), inputSchema: schema(262_000) })]);
  const offered = tools.map(({ name, description, inputSchemaJson }) => ({
    ...{ name: name ?? '', parametersJson: inputSchemaJson ?? '' },
    description: `${description ?? ''}\n(${'x'.repeat(2_000)})`,
  }));
  expect(parseRequest({ tools: offered }).tools).toHaveLength(1);
});
