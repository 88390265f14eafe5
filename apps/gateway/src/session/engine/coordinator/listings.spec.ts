import { emitted, Harness, wireTypes } from '../testing/harness';

const server = { type: 'mcp', server_label: '', server_url: 'https://shop.example/mcp' } as const;

it('an MCP server has its time from when it is its turn to be asked', () => {
  const h = new Harness();
  const tools = Array.from({ length: 17 }, (_, at) => ({ ...server, server_label: `s${at}` }));
  h.client({ type: 'session.update', session: { type: 'realtime', tools } });
  const failed = () => emitted(h.effects, 'mcp_list_tools.failed').length;
  h.advance(14_000);
  expect(failed()).toBe(16);
  const itemId = h.all('list_tools')[16]?.itemId ?? '';
  h.advance(10_000);
  h.dispatch({ type: 'tools_listed', itemId, tools: [], message: '' });
  expect(failed()).toBe(16);
  expect(emitted(h.effects, 'mcp_list_tools.completed')).toMatchObject([{ item_id: itemId }]);
});

it('so many MCP servers are asked at a time, and none once the conversation is full', () => {
  const h = new Harness();
  const update = (round: number) => {
    const tools = Array.from({ length: 100 }, (_, at) => ({ ...server, server_label: `s${round}_${at}` }));
    return emitted(h.client({ type: 'session.update', session: { type: 'realtime', tools } }), 'error');
  };
  expect(update(0)).toEqual([]);
  expect(update(1)).toMatchObject([{ error: { code: 'rate_limit_exceeded' } }]);
  expect(h.all('list_tools')).toHaveLength(128);
  for (let round = 2; round < 60; round += 1) {
    for (const { itemId } of h.state.tools.listings)
      h.dispatch({ type: 'tools_listed', itemId, tools: null, message: 'down' });
    update(round);
  }
  expect(h.state.conversation.entries).toHaveLength(5_000);
});

it('says which tools of a server are not listed, unless the client named those it wants and has them', () => {
  const tools = ['find', 'buy'].map((name) => ({
    name,
    description: '',
    input_schema: {},
    annotations: null,
  }));
  const errors = (allowed_tools?: string[]) => {
    const h = new Harness();
    const asked = allowed_tools === undefined ? server : { ...server, allowed_tools };
    h.client({ type: 'session.update', session: { type: 'realtime', tools: [asked] } });
    const { itemId } = h.last('list_tools');
    const message = 'those beyond the first 256';
    const done = h.dispatch({ type: 'tools_listed', itemId, tools, message });
    expect(wireTypes(done).slice(0, 2)).toEqual(['mcp_list_tools.completed', 'conversation.item.done']);
    return emitted(done, 'error').map(({ error }) => error);
  };
  const error = {
    type: 'invalid_request_error',
    code: 'unsupported_value',
    message: expect.stringContaining("'' are listed, and no model is told of the others: those beyond"),
  };
  expect(errors()).toMatchObject([error]);
  expect(errors(['find', 'lost'])).toMatchObject([error]);
  expect(errors(['find', 'buy'])).toEqual([]);
});
