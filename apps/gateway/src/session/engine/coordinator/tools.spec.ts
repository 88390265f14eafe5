import type { McpListedTool, McpTool, Session, Tool } from '@parley/protocol';
import type { ServerTool } from '../tools/server-tool';
import { emitted, Harness, wireTypes } from '../testing/harness';
import { search, shop } from '../testing/server-tools';

const listed: McpListedTool[] = ['find', 'buy'].map((name) => ({
  name,
  description: `Does ${name}.`,
  input_schema: { type: 'object' },
  annotations: null,
}));
const text = { output_modalities: ['text'] as ['text'] };

/** A session whose server has listed its tools. */
function ready(session: Partial<Session> = {}, tools: Tool[] = [shop, search]): Harness {
  const h = new Harness({ ...text, ...session });
  h.client({ type: 'session.update', session: { type: 'realtime', tools } });
  for (const { itemId } of h.all('list_tools')) {
    h.dispatch({ type: 'tools_listed', itemId, tools: listed, message: '' });
  }
  h.effects.length = 0;
  // A client that is known to leave the response about a result to the server.
  h.state = { ...h.state, tools: { ...h.state.tools, asks: 'no' } };
  return h;
}

const call = (h: Harness, ...names: string[]): void => {
  for (const name of names) h.model({ type: 'call', callId: '', name, argumentsJson: `{"n":"${name}"}` });
  h.model({ type: 'finished', reason: 'tool_calls', usage: null });
};
const result = (h: Harness, output: string, index = -1) =>
  h.dispatch({
    type: 'tool_result',
    itemId: h.all('call_tool').at(index)?.itemId ?? '',
    result: { output, sources: [] },
  });
const created = (h: Harness): number => emitted(h.effects, 'response.created').length;
const speakStart = (h: Harness, utterance: number): void => {
  h.audio(500);
  h.hears({ type: 'speech_started', utterance, startSample: h.state.turn.receivedSamples });
};
const speakEnd = (h: Harness, utterance: number, words: string): void => {
  const startSample = h.state.turn.open?.startSample ?? 0;
  h.audio(500);
  const endSample = h.state.turn.receivedSamples;
  h.hears({ type: 'speech_stopped', utterance, endSample, speechEndSample: endSample });
  h.hears({ type: 'turn_committed', utterance, startSample, endSample });
  h.hears({ type: 'final', utterance, text: words, language: 'en' });
};

describe('listing the tools of MCP servers', () => {
  it('follows the update, in the order of the reference, with an item that can be retrieved at once', () => {
    const h = new Harness();
    const update = h.client({ type: 'session.update', session: { type: 'realtime', tools: [shop] } });
    expect(wireTypes(update)).toEqual([
      'session.updated',
      'mcp_list_tools.in_progress',
      'conversation.item.added',
    ]);
    const itemId = h.last('list_tools').itemId;
    h.client({ type: 'conversation.item.retrieve', item_id: itemId });
    expect(h.last('emit_item').item).toMatchObject({ type: 'mcp_list_tools', tools: [] });
    const done = h.dispatch({ type: 'tools_listed', itemId, tools: listed, message: '' });
    expect(wireTypes(done)).toEqual(['mcp_list_tools.completed', 'conversation.item.done']);
    expect(emitted(done, 'conversation.item.done')[0]?.item).toMatchObject({
      id: itemId,
      server_label: 'shop',
      tools: [{ name: 'find' }, { name: 'buy' }],
    });
  });

  it('asks a server once, again when it is another, and again after it failed', () => {
    const h = new Harness();
    const update = (tool: McpTool) =>
      h.client({ type: 'session.update', session: { type: 'realtime', tools: [tool] } });
    update(shop);
    update({ ...shop });
    expect(h.all('list_tools')).toHaveLength(1);
    update({ ...shop, allowed_tools: ['find'] });
    expect(h.all('list_tools')).toHaveLength(2);
    h.dispatch({ type: 'tools_listed', itemId: h.last('list_tools').itemId, tools: null, message: 'down' });
    expect(wireTypes(h.effects)).toContain('mcp_list_tools.failed');
    expect(emitted(h.effects, 'conversation.item.done').at(-1)?.item).toMatchObject({ error: 'down' });
    update({ ...shop, allowed_tools: ['find'] });
    expect(h.all('list_tools')).toHaveLength(3);
  });

  it('gives up on a server that never answers', () => {
    const h = new Harness();
    h.client({ type: 'session.update', session: { type: 'realtime', tools: [shop] } });
    h.advance(60_000);
    expect(wireTypes(h.effects)).toContain('mcp_list_tools.failed');
    expect(h.last('cancel_tool').itemId).toBe(h.last('list_tools').itemId);
  });

  it('a response with servers of its own waits for their tools; another does not', () => {
    const h = new Harness(text);
    h.client({ type: 'response.create', response: { tools: [shop] } });
    expect(h.all('generate')).toEqual([]);
    h.dispatch({ type: 'tools_listed', itemId: h.last('list_tools').itemId, tools: listed, message: '' });
    expect(h.last('generate').request.tools.map(({ name }) => name)).toEqual(['find', 'buy']);

    const other = new Harness(text);
    other.client({ type: 'session.update', session: { type: 'realtime', tools: [shop] } });
    other.client({ type: 'response.create' });
    expect(other.last('generate').request.tools).toEqual([]);
  });

  it('a forced tool that its server does not have fails the response, and names it', () => {
    const h = ready();
    const choice = { type: 'mcp', server_label: 'shop', name: 'sell' } as const;
    h.client({ type: 'response.create', response: { tool_choice: choice } });
    expect(emitted(h.effects, 'response.done')[0]?.response).toMatchObject({
      status: 'failed',
      status_details: { error: { code: 'invalid_value', message: expect.stringContaining("'sell'") } },
    });
  });
});

describe("a call of a server's tool", () => {
  it('runs within its response, in the order of the reference, and one response speaks of it', () => {
    const h = ready();
    h.client({ type: 'response.create' });
    call(h, 'find');
    expect(h.last('call_tool')).toMatchObject({ argumentsJson: '{"n":"find"}', tool: { name: 'find' } });
    const effects = result(h, 'Two apples.');
    const all = wireTypes(h.effects);
    expect(all.slice(0, all.indexOf('response.done') + 2)).toEqual([
      'response.created',
      'response.output_item.added',
      'conversation.item.added',
      'response.mcp_call_arguments.delta',
      'response.mcp_call_arguments.done',
      'response.mcp_call.in_progress',
      'response.mcp_call.completed',
      'conversation.item.done',
      'response.output_item.done',
      'response.done',
      'response.created',
    ]);
    expect(emitted(effects, 'response.output_item.done')[0]?.item).toMatchObject({
      type: 'mcp_call',
      status: 'completed',
      server_label: 'shop',
      name: 'find',
      arguments: '{"n":"find"}',
      output: 'Two apples.',
      error: null,
    });
    const [, outcome] = h.last('generate').request.messages;
    expect(outcome).toMatchObject({ role: 'tool', text: 'Two apples.' });
  });

  it('that fails is told in its item, and to the model', () => {
    const h = ready();
    h.client({ type: 'response.create' });
    call(h, 'find');
    const error = { type: 'http_error', code: 503, message: 'down' } as const;
    const effects = h.dispatch({
      type: 'tool_result',
      itemId: h.last('call_tool').itemId,
      result: { error },
    });
    expect(wireTypes(effects)).toContain('response.mcp_call.failed');
    expect(emitted(effects, 'conversation.item.done')[0]?.item).toMatchObject({ output: null, error });
    expect(h.last('generate').request.messages.at(-1)).toMatchObject({ text: 'The tool failed: down' });
  });

  it('beside others is followed by one response, when the last of them is over', () => {
    const h = ready();
    h.client({ type: 'response.create' });
    call(h, 'find', 'web_search', 'find');
    expect(h.all('call_tool')).toHaveLength(3);
    result(h, 'third', 2);
    result(h, 'first', 0);
    expect(created(h)).toBe(1);
    result(h, 'second', 1);
    expect(created(h)).toBe(2);
    expect(h.last('generate').request.messages.map(({ text: said }) => said)).toEqual([
      '',
      'first',
      'second',
      'third',
    ]);
    h.model({ type: 'text', delta: 'There.' });
    h.model({ type: 'finished', reason: 'stop', usage: null });
    h.advance(60_000);
    expect(created(h)).toBe(2);
  });

  it("beside a call of the client's own leaves the next response to the client", () => {
    const h = ready({}, [shop, { type: 'function', name: 'own' }]);
    h.client({ type: 'response.create' });
    call(h, 'find', 'own');
    result(h, 'found');
    h.advance(60_000);
    expect(created(h)).toBe(1);
    const { call_id } = h.state.conversation.entries
      .map(({ item }) => item)
      .find((item) => item.type === 'function_call') ?? { call_id: '' };
    const item = { type: 'function_call_output', call_id, output: 'mine' } as const;
    h.client({ type: 'conversation.item.create', item });
    h.client({ type: 'response.create' });
    expect(created(h)).toBe(2);
    const tools = h.last('generate').request.messages.filter(({ role }) => role === 'tool');
    expect(tools.map(({ text: said }) => said)).toEqual(['found', 'mine']);
  });

  it('searches at most as often as it may, and its sources go with the answer', () => {
    const h = ready({ tool_choice: 'required' }, [search]);
    h.client({ type: 'response.create' });
    call(h, 'web_search');
    expect(emitted(h.effects, 'response.output_item.added')[0]?.item).toMatchObject({
      type: 'mcp_call',
      server_label: 'web_search',
      name: 'web_search',
    });
    const sources = [{ title: 'T', url: 'https://t.example/' }];
    h.dispatch({
      type: 'tool_result',
      itemId: h.last('call_tool').itemId,
      result: { output: '{}', sources },
    });
    expect(h.last('generate').request).toMatchObject({ tools: [], toolChoice: 'auto' });
    h.model({ type: 'text', delta: 'There.' });
    h.model({ type: 'finished', reason: 'stop', usage: null });
    const told = h.all('extension').map(({ event }) => event);
    const responseId = emitted(h.effects, 'response.done').at(-1)?.response.id;
    expect(told).toContainEqual({ type: 'parley.sources', responseId, sources });
  });

  it('out of band is followed out of band, by what is in its own context', () => {
    const h = ready();
    h.client({ type: 'response.create', response: { conversation: 'none', metadata: { a: 'b' } } });
    call(h, 'find');
    result(h, 'found');
    expect(emitted(h.effects, 'response.created').map(({ response }) => response)).toMatchObject([
      { conversation_id: null, metadata: { a: 'b' } },
      { conversation_id: null, metadata: { a: 'b' } },
    ]);
    expect(h.last('generate').request.messages.at(-1)).toMatchObject({ role: 'tool', text: 'found' });
    expect(h.state.conversation.entries.filter(({ item }) => item.type === 'mcp_call')).toEqual([]);
  });
});

describe('a client that asks for the response about a result itself', () => {
  const unknown = (): Harness => {
    const h = ready();
    h.state = { ...h.state, tools: { ...h.state.tools, asks: 'unknown' } };
    h.client({ type: 'response.create' });
    call(h, 'find');
    result(h, 'found');
    return h;
  };

  it('is given a moment to do so, and gets the one response, then and every time after', () => {
    const h = unknown();
    expect(created(h)).toBe(1);
    h.advance(300);
    h.client({ type: 'response.create' });
    expect(created(h)).toBe(2);
    call(h, 'find');
    result(h, 'more');
    h.advance(1_000);
    expect(created(h)).toBe(2);
    h.client({ type: 'response.create' });
    expect(created(h)).toBe(3);
    h.model({ type: 'finished', reason: 'stop', usage: null });
    h.advance(60_000);
    expect(created(h)).toBe(3);
  });

  it('or does not, is waited for once', () => {
    const h = unknown();
    h.advance(500);
    expect(created(h)).toBe(2);
    call(h, 'find');
    result(h, 'more');
    expect(created(h)).toBe(3);
  });

  it('while the user speaks and a tool runs on, is answered with the user', () => {
    const h = ready();
    h.client({ type: 'response.create' });
    call(h, 'find');
    speakStart(h, 1);
    h.client({ type: 'response.create' });
    expect(created(h)).toBe(1);
    speakEnd(h, 1, 'And pears?');
    expect(created(h)).toBe(2);
    expect(h.last('generate').request.messages.at(-1)).toMatchObject({ role: 'user', text: 'And pears?' });
    h.model({ type: 'finished', reason: 'stop', usage: null });
    expect(created(h)).toBe(2);
  });

  it('while the tool runs gets that one, as it asked for it', () => {
    const h = ready();
    h.client({ type: 'response.create' });
    call(h, 'find');
    h.client({ type: 'response.create', response: { instructions: 'Sing.' }, event_id: 'e' });
    expect(emitted(h.effects, 'error')).toEqual([]);
    result(h, 'found');
    expect(created(h)).toBe(2);
    expect(h.last('generate').request.instructions).toBe('Sing.');
  });

  it('when it has begun gets no error; a second time it does', () => {
    const h = ready();
    h.client({ type: 'response.create' });
    call(h, 'find');
    result(h, 'found');
    h.client({ type: 'response.create' });
    expect(emitted(h.effects, 'error')).toEqual([]);
    h.client({ type: 'response.create' });
    expect(emitted(h.effects, 'error')[0]?.error.code).toBe('conversation_already_has_active_response');
    expect(created(h)).toBe(2);
  });

  it('with something new that it has not seen gets another after it', () => {
    const h = ready();
    h.client({ type: 'response.create' });
    call(h, 'find');
    result(h, 'found');
    const item = { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'And?' }] } as const;
    h.client({ type: 'conversation.item.create', item: structuredClone(item) as never });
    h.client({ type: 'response.create' });
    expect(created(h)).toBe(2);
    h.model({ type: 'finished', reason: 'stop', usage: null });
    expect(created(h)).toBe(3);
    expect(h.last('generate').request.messages.at(-1)).toMatchObject({ role: 'user', text: 'And?' });
    expect(emitted(h.effects, 'error')).toEqual([]);
  });
});

describe('a user who speaks while a tool runs', () => {
  const interrupted = (): Harness => {
    const h = ready();
    h.client({ type: 'response.create' });
    call(h, 'find');
    speakStart(h, 1);
    return h;
  };

  it('ends the response, and the tool runs on', () => {
    const h = interrupted();
    const done = emitted(h.effects, 'response.done')[0]?.response;
    expect(done).toMatchObject({ status: 'cancelled', output: [{ type: 'mcp_call', status: 'incomplete' }] });
    expect(h.all('cancel_tool')).toEqual([]);
    speakEnd(h, 1, 'And pears?');
    const { messages } = h.last('generate').request;
    expect(messages.map(({ role }) => role)).toEqual(['assistant', 'tool', 'user']);
    expect(messages[1]?.text).toContain('still running');
  });

  it('is answered first, and the result is spoken of afterwards, once', () => {
    const h = interrupted();
    speakEnd(h, 1, 'And pears?');
    expect(created(h)).toBe(2);
    const late = result(h, 'Two apples.');
    expect(wireTypes(late)).toEqual(['response.mcp_call.completed']);
    h.model({ type: 'text', delta: 'Pears too.' });
    h.model({ type: 'finished', reason: 'stop', usage: null });
    expect(created(h)).toBe(3);
    const { messages } = h.last('generate').request;
    // The call itself joins the words said before its result.
    expect(messages.map(({ role, text: said }) => `${role}: ${said}`)).toEqual([
      'user: And pears?',
      'assistant: Pears too.',
      'tool: Two apples.',
    ]);
    h.model({ type: 'finished', reason: 'stop', usage: null });
    expect(created(h)).toBe(3);
  });

  it('and says nothing after all hears the result when it comes', () => {
    const h = interrupted();
    speakEnd(h, 1, '');
    expect(created(h)).toBe(1);
    result(h, 'Two apples.');
    expect(created(h)).toBe(2);
    expect(h.last('generate').request.messages.at(-1)).toMatchObject({ role: 'tool', text: 'Two apples.' });
  });

  it('a client that cancels the response gives the call up', () => {
    const h = ready();
    h.client({ type: 'response.create' });
    call(h, 'find');
    h.client({ type: 'response.cancel' });
    expect(h.last('cancel_tool').itemId).toBe(h.last('call_tool').itemId);
    expect(wireTypes(result(h, 'late'))).toEqual([]);
    h.advance(600_000);
    expect(created(h)).toBe(1);
  });
});

describe('a tool that needs leave', () => {
  const asked = (): { h: Harness; requestId: string } => {
    const h = ready();
    h.client({ type: 'response.create' });
    call(h, 'buy');
    const item = emitted(h.effects, 'conversation.item.done')[0]?.item;
    return { h, requestId: item?.id ?? '' };
  };
  const answer = (h: Harness, approval_request_id: string, approve: boolean, reason: string | null = null) =>
    h.client({
      type: 'conversation.item.create',
      previous_item_id: approval_request_id,
      item: { type: 'mcp_approval_response', approval_request_id, approve, reason },
    });

  it('is asked for by an item, and nothing runs', () => {
    const { h, requestId } = asked();
    expect(wireTypes(h.effects)).toEqual([
      'response.created',
      'response.output_item.added',
      'conversation.item.added',
      'conversation.item.done',
      'response.output_item.done',
      'response.done',
    ]);
    expect(requestId).toMatch(/^mcpr_/);
    expect(h.all('call_tool')).toEqual([]);
    expect(created(h)).toBe(1);
  });

  it('runs when it is given, in a response of its own that another follows', () => {
    const { h, requestId } = asked();
    const effects = answer(h, requestId, true);
    expect(wireTypes(effects).slice(0, 5)).toEqual([
      'conversation.item.added',
      'conversation.item.done',
      'response.created',
      'response.output_item.added',
      'conversation.item.added',
    ]);
    const tool: Partial<ServerTool> = { kind: 'mcp', name: 'buy' };
    expect(h.last('call_tool')).toMatchObject({ tool, argumentsJson: '{"n":"buy"}' });
    const done = result(h, 'Bought.');
    expect(emitted(done, 'conversation.item.done')[0]?.item).toMatchObject({
      approval_request_id: requestId,
      output: 'Bought.',
    });
    expect(created(h)).toBe(3);
    expect(h.last('generate').request.messages.map(({ role }) => role)).toEqual(['assistant', 'tool']);
  });

  it('does not run when it is refused, and the model is told why', () => {
    const { h, requestId } = asked();
    answer(h, requestId, false, 'Too dear.');
    expect(h.all('call_tool')).toEqual([]);
    expect(created(h)).toBe(2);
    expect(h.last('generate').request.messages.at(-1)?.text).toBe(
      'The user did not approve this call: Too dear.',
    );
  });

  it('is asked for once: an answer to nothing, or a second one, is an error', () => {
    const { h, requestId } = asked();
    answer(h, requestId, false);
    h.effects.length = 0;
    answer(h, requestId, true);
    answer(h, 'mcpr_none', true);
    h.client({
      type: 'conversation.item.create',
      item: { type: 'mcp_approval_response', approval_request_id: 'mcpr_none', approve: true, reason: null },
    });
    const params = emitted(h.effects, 'error').map(({ error }) => error.param);
    expect(params).toEqual(['item.approval_request_id', 'previous_item_id', 'item.approval_request_id']);
    expect(h.all('call_tool')).toEqual([]);
  });

  it('given to two calls at once is followed by one response', () => {
    const h = ready();
    h.client({ type: 'response.create' });
    call(h, 'buy', 'buy');
    const requests = emitted(h.effects, 'conversation.item.done').map(({ item }) => item.id);
    for (const id of requests) answer(h, id, true);
    result(h, 'one', 0);
    result(h, 'two', 1);
    expect(h.all('call_tool')).toHaveLength(2);
    expect(h.all('generate')).toHaveLength(2);
    expect(h.last('generate').request.messages.map(({ text: said }) => said)).toEqual(['', 'one', 'two']);
  });
});
