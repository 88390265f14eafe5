import type { Tool } from '@parley/protocol';
import { emitted, Harness, wireTypes } from '../testing/harness';
import { search, shop } from '../testing/server-tools';

const text = { output_modalities: ['text'] as ['text'] };
const weather: Tool = { type: 'function', name: 'weather' };
const clock: Tool = { type: 'function', name: 'clock' };

const ask = (h: Harness): void => void h.client({ type: 'response.create' });
const finish = (h: Harness): void => void h.model({ type: 'finished', reason: 'tool_calls', usage: null });

describe('a call in the middle of which the answer ends', () => {
  const half = (h: Harness): void =>
    void h.model({ type: 'call', callId: 'w', name: 'weather', argumentsJson: '{"city":"Par' });

  it.each(['length', 'content_filter'] as const)('is incomplete, and no call to anybody: %s', (reason) => {
    const h = new Harness({ ...text, tools: [weather, clock] });
    ask(h);
    h.model({ type: 'call', callId: 'c', name: 'clock', argumentsJson: '{}' });
    half(h);
    expect(emitted(h.effects, 'response.output_item.done')).toHaveLength(1);
    h.model({ type: 'finished', reason, usage: null });
    const cut = { type: 'function_call', call_id: 'w', status: 'incomplete', arguments: '{"city":"Par' };
    expect(emitted(h.effects, 'response.done')[0]?.response).toMatchObject({
      status: 'incomplete',
      output: [{ call_id: 'c', status: 'completed' }, cut],
    });
    expect(emitted(h.effects, 'response.output_item.done').at(-1)?.item).toMatchObject(cut);
    expect(emitted(h.effects, 'response.function_call_arguments.done')).toHaveLength(1);
    const item = { type: 'function_call_output', call_id: 'c', output: 'noon' } as const;
    h.client({ type: 'conversation.item.create', item });
    expect(h.state.openCalls).toEqual([]);
    ask(h);
    expect(h.last('generate').request.messages).toMatchObject([
      { role: 'assistant', calls: [{ callId: 'c' }] },
      { role: 'tool', callId: 'c', text: 'noon' },
    ]);
  });

  it('keeps its id to itself while it is not known whether it is cut', () => {
    const ids = (h: Harness) =>
      emitted(h.effects, 'response.done')[0]?.response.output.flatMap((item) =>
        item.type === 'function_call' ? [item.call_id] : [],
      );
    const h = new Harness({ ...text, tools: [weather] });
    ask(h);
    half(h);
    h.model({ type: 'call', callId: 'w', name: 'weather', argumentsJson: '{}' });
    finish(h);
    expect(ids(h)).toHaveLength(2);
    expect(new Set(ids(h)).size).toBe(2);
  });

  it('alone, leaves the client nothing to answer', () => {
    const h = new Harness({ ...text, tools: [weather] });
    ask(h);
    half(h);
    h.model({ type: 'finished', reason: 'length', usage: null });
    expect(h.state.openCalls).toEqual([]);
    ask(h);
    expect(h.last('generate').request.messages).toEqual([]);
  });

  it.each<[string, (h: Harness) => void]>([
    ['the answer ends as it should', finish],
    ['another call follows', (h) => void h.model({ type: 'call_begun' })],
    ['words follow', (h) => void h.model({ type: 'text', delta: 'Well.' })],
  ])('is told as the model made it where %s', (_, goesOn) => {
    const h = new Harness({ ...text, tools: [weather] });
    ask(h);
    half(h);
    goesOn(h);
    expect(emitted(h.effects, 'response.output_item.done')[0]?.item).toMatchObject({
      ...{ call_id: 'w', status: 'completed', arguments: '{"city":"Par' },
    });
  });

  it('is asked for again where the model is lost', () => {
    const h = new Harness({ ...text, tools: [weather] });
    ask(h);
    half(h);
    h.dispatch({ type: 'link', service: 'llm', lane: 'main', status: 'lost' });
    expect(h.all('generate')).toHaveLength(2);
    h.model({ type: 'call', callId: 'w', name: 'weather', argumentsJson: '{"city":"Paris"}' });
    finish(h);
    expect(emitted(h.effects, 'response.done')[0]?.response.output).toMatchObject([
      { status: 'completed', arguments: '{"city":"Paris"}' },
    ]);
  });
});

describe('a call of a server that the answer ends in the middle of', () => {
  const half = (h: Harness, name: string): void =>
    void h.model({ type: 'call', callId: '', name, argumentsJson: '{"n":"fi' });

  /** A session whose server has listed its tools. */
  function ready(): Harness {
    const h = new Harness({ ...text, tools: [] });
    h.client({ type: 'session.update', session: { type: 'realtime', tools: [shop, search] } });
    const { itemId } = h.last('list_tools');
    const tools = ['find', 'buy'].map((name) => ({
      ...{ name, description: '', input_schema: { type: 'object' }, annotations: null },
    }));
    h.dispatch({ type: 'tools_listed', itemId, tools, message: '' });
    h.effects.length = 0;
    return h;
  }

  it.each(['find', 'buy', 'web_search'])('never runs, and the model is told so: %s', (name) => {
    const h = ready();
    ask(h);
    half(h, name);
    h.model({ type: 'finished', reason: 'length', usage: null });
    expect(h.all('call_tool')).toEqual([]);
    expect(emitted(h.effects, 'response.done')[0]?.response).toMatchObject({
      status: 'incomplete',
      output: [{ type: 'mcp_call', status: 'incomplete', arguments: '{"n":"fi', output: null, error: null }],
    });
    expect(wireTypes(h.effects).some((type) => type.startsWith('response.mcp_call'))).toBe(false);
    expect(emitted(h.effects, 'response.created')).toHaveLength(1);
    h.client({ type: 'response.create' });
    const [calls, output] = h.last('generate').request.messages;
    expect(calls).toMatchObject({
      role: 'assistant',
      calls: [{ name, argumentsJson: '{"arguments":"{\\"n\\":\\"fi"}' }],
    });
    expect(output).toMatchObject({ role: 'tool', text: 'The call was given up before there was a result.' });
  });

  it('runs where the answer goes on, and its server says what is wrong', () => {
    const h = ready();
    ask(h);
    half(h, 'find');
    expect(h.all('call_tool')).toEqual([]);
    h.model({ type: 'finished', reason: 'tool_calls', usage: null });
    expect(h.last('call_tool').argumentsJson).toBe('{"n":"fi');
  });
});
