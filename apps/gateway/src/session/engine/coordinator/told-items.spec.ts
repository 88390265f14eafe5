import type { ClientItem } from '@parley/protocol';
import { contextOf } from '../conversation/context';
import { emitted, Harness } from '../testing/harness';

const of = { server_label: 'shop', name: 'buy', arguments: '{"n":1}' };
const listed = { name: 'buy', description: 'Buys.', input_schema: { type: 'object' }, annotations: null };

describe('what a client tells of the tools of a server', () => {
  it('is history: kept, told to the model, and nothing of it runs', () => {
    const h = new Harness();
    const tell = (item: ClientItem) =>
      h.client({ type: 'conversation.item.create', previous_item_id: null, item });
    tell({ type: 'mcp_list_tools', server_label: 'shop', tools: [listed], error: null });
    tell({ type: 'mcp_approval_request', id: 'asked', ...of });
    tell({ type: 'mcp_approval_response', approval_request_id: 'asked', approve: true, reason: null });
    tell({ type: 'mcp_call', id: 'called', ...of, approval_request_id: null, output: 'Sold.', error: null });
    expect(emitted(h.effects, 'conversation.item.done').map(({ item }) => item.type)).toEqual([
      'mcp_list_tools',
      'mcp_approval_request',
      'mcp_approval_response',
      'mcp_call',
    ]);
    expect(h.all('call_tool')).toEqual([]);
    expect(emitted(h.effects, 'response.created')).toEqual([]);
    expect(contextOf(h.state.conversation.entries)).toEqual([
      {
        role: 'assistant',
        text: '',
        calls: ['asked', 'called'].map((callId) => ({ callId, name: 'buy', argumentsJson: '{"n":1}' })),
      },
      { role: 'tool', callId: 'asked', text: 'The user approved the call; it has not run.' },
      { role: 'tool', callId: 'called', text: 'Sold.' },
    ]);
  });
});
