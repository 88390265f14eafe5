import { parseRequest } from '../../chat/parse-request';
import type { ToolList } from './connection';
import { listing } from './listing';

const tool = (fields: object = {}) => ({ name: 't', inputSchema: { type: 'object' as const }, ...fields });
const schema = (chars: number) => ({ type: 'object' as const, description: 'x'.repeat(chars) });

const list = (tools: ToolList['tools']): ToolList => ({ tools, cutAt: undefined });

it('leaves out what no model would be told, and says so', () => {
  const { tools, leftOut } = listing(
    list([
      tool({ name: '' }),
      tool({ description: 'x'.repeat(16_385) }),
      tool({ inputSchema: schema(262_144) }),
      tool({ name: 'long', description: 'x'.repeat(16_384), inputSchema: schema(262_000) }),
    ]),
  );
  expect(tools.map(({ name }) => name)).toEqual(['long']);
  expect(leftOut).toBe('3 without a name, or that say more than a model is told');
});

it('says what a list was cut at', () => {
  expect(listing(list([tool()])).leftOut).toBe('');
  expect(listing({ tools: [tool()], cutAt: 'tools' }).leftOut).toBe('those beyond the first 256');
  expect(listing({ tools: [tool({ name: '' })], cutAt: 'pages' }).leftOut).toBe(
    'those beyond the first 16 pages of its list, and 1 without a name, or that say more than a model is told',
  );
});

it('lists nothing that a request could not have, with what the session says of its server', () => {
  const { tools } = listing(list([tool({ description: 'x'.repeat(16_384), inputSchema: schema(262_000) })]));
  const offered = tools.map(({ name, description, inputSchemaJson }) => ({
    ...{ name: name ?? '', parametersJson: inputSchemaJson ?? '' },
    description: `${description ?? ''}\n(${'x'.repeat(2_000)})`,
  }));
  expect(parseRequest({ tools: offered }).tools).toHaveLength(1);
});
