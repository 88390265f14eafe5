import type { RealtimeMcpListTools, RealtimeMcpToolCall } from 'openai/resources/realtime/realtime';
import { parseClientEvent } from './parse';

const create = (item: object) => parseClientEvent({ type: 'conversation.item.create', item });
const call: RealtimeMcpToolCall = {
  type: 'mcp_call',
  id: 'mcp_1',
  server_label: 'shop',
  name: 'find',
  arguments: '{}',
};
const listing: RealtimeMcpListTools = {
  type: 'mcp_list_tools',
  server_label: 'shop',
  tools: [{ name: 'find', input_schema: { type: 'object' } }],
};

it('takes what the tools of a server did in another session, with what is left out', () => {
  expect(create(call).ok).toMatchObject({
    item: { ...call, approval_request_id: null, output: null, error: null },
  });
  const failed = { ...call, error: { type: 'http_error', code: 500, message: 'Down.' } };
  expect(create({ ...failed, status: 'completed', object: 'realtime.item' }).ok).toMatchObject({
    item: { error: failed.error },
  });
  expect(create(listing).ok).toMatchObject({
    item: {
      server_label: 'shop',
      tools: [{ name: 'find', description: '', input_schema: { type: 'object' }, annotations: null }],
      error: null,
    },
  });
  const { output: _output, ...asked } = { ...call, output: '', type: 'mcp_approval_request' };
  expect(create(asked).ok).toMatchObject({ item: asked });
});

it.each([
  ['item.server_label', { ...call, server_label: undefined }],
  ['item.name', { ...call, name: '' }],
  ['item.arguments', { ...call, arguments: {} }],
  ['item.error.type', { ...call, error: { type: 'odd', message: '' } }],
  ['item.tools', { ...listing, tools: null }],
  ['item.tools[0].input_schema', { ...listing, tools: [{ name: 'f' }] }],
  ['item.meta', { ...call, meta: 1 }],
])('names what is wrong with one: %s', (param, item) => {
  expect(create(item).error?.param).toBe(param);
});

it('gives no item the name of the place before the first', () => {
  const message = { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'x' }] };
  expect(create({ ...message, id: 'root' }).error).toMatchObject({ code: 'invalid_value', param: 'item.id' });
});
