import {
  defaultSession,
  type ClientItem,
  type ConversationItem,
  type McpTool,
  type ResponseParams,
  type Session,
} from '@parley/protocol';
import { append } from '../conversation/items';
import { emptyConversation, entryOf } from '../conversation/state';
import { planResponse } from './plan';

const session: Session = {
  ...defaultSession({ id: 's', model: 'a/b', expiresAt: 0, instructions: 'Be kind.', voice: 'alloy' }),
  max_output_tokens: 100,
  temperature: 0.8,
  reasoning: { effort: 'low' },
  parallel_tool_calls: false,
};

const ids = {
  item: () => 'i',
  response: () => 'r',
  call: () => 'c',
  approval: () => 'a',
  backchannel: () => 'b',
  generation: () => 1,
};
const plan = (params: ResponseParams) => planResponse(session, params, emptyConversation, ids).plan;

describe('the plan of a response', () => {
  it('is the session where the request says nothing', () => {
    expect(plan({})).toMatchObject({
      conversational: true,
      model: 'a/b',
      modality: 'audio',
      instructions: 'Be kind.',
      maxOutputTokens: 100,
      temperature: 0.8,
      reasoning: { effort: 'low' },
      parallelToolCalls: false,
      metadata: null,
      input: null,
    });
  });

  it('is the request where it says something', () => {
    const asked = plan({
      conversation: 'none',
      model: 'c/d',
      output_modalities: ['text'],
      instructions: '',
      max_output_tokens: 'inf',
      temperature: 0,
      reasoning: { effort: 'high' },
      parallel_tool_calls: true,
      metadata: { a: 'b' },
      input: [],
    });
    expect(asked).toMatchObject({
      conversational: false,
      model: 'c/d',
      modality: 'text',
      instructions: '',
      maxOutputTokens: 'inf',
      temperature: 0,
      reasoning: { effort: 'high' },
      parallelToolCalls: true,
      metadata: { a: 'b' },
      input: [],
    });
  });

  it('leaves to the model what neither says', () => {
    const { temperature: _t, reasoning: _r, parallel_tool_calls: _p, ...plain } = session;
    expect(planResponse(plain, {}, emptyConversation, ids).plan).toMatchObject({
      temperature: null,
      reasoning: null,
      parallelToolCalls: null,
    });
    expect(plan({ reasoning: null })?.reasoning).toBeNull();
  });

  it('takes what a client tells of the tools of a server, and no answer to a request of the server’s own', () => {
    const of = { server_label: 'shop', name: 'buy', arguments: '{}' };
    const request: ClientItem = { type: 'mcp_approval_request', id: 'asked', ...of };
    const answer: ClientItem = {
      type: 'mcp_approval_response',
      approval_request_id: 'asked',
      approve: true,
      reason: null,
    };
    expect(
      plan({ input: [request, answer] })?.input?.map(({ entry: { item, call } }) => [item.type, call]),
    ).toEqual([
      ['mcp_approval_request', null],
      ['mcp_approval_response', null],
    ]);
    const item: ConversationItem = { ...request, id: 'asked', status: 'completed' };
    const server: McpTool = { type: 'mcp', server_label: 'shop', server_url: 'https://shop.example' };
    const call = {
      name: 'buy',
      tool: { kind: 'mcp', server, name: 'buy', approval: true },
      running: false,
    } as const;
    const conversation = append(emptyConversation, entryOf(item, { call }));
    const input: ResponseParams['input'] = [{ type: 'item_reference', id: 'asked' }, answer];
    expect(planResponse(session, { input }, conversation, ids).error?.param).toBe('response.input[1].type');
  });
});
