import { emitted, Harness } from '../testing/harness';

const server = { type: 'mcp', server_label: '', server_url: 'https://shop.example/mcp' } as const;

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
