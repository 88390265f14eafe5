import type { McpTool, ParleySettings, Scheduling, Tool } from '@parley/protocol';
import { emitted, Harness } from '../testing/harness';

const text = { output_modalities: ['text'] as ['text'] };
const weather: Tool = { type: 'function', name: 'weather' };
const clock: Tool = { type: 'function', name: 'clock' };
const finish = (h: Harness, reason: 'stop' | 'tool_calls' = 'stop'): void =>
  void h.model({ type: 'finished', reason, usage: null });
const created = (h: Harness): number => emitted(h.effects, 'response.created').length;
const ask = (h: Harness): void => void h.client({ type: 'response.create' });

function output(h: Harness, call_id: string, scheduling?: Scheduling): void {
  const parley = scheduling === undefined ? {} : { parley: { scheduling } };
  h.client({
    type: 'conversation.item.create',
    item: { type: 'function_call_output', call_id, output: '42', ...parley },
  });
}

/** A session whose model has called two of the client's tools in one response. */
function called(parley: ParleySettings = {}): Harness {
  const h = new Harness({ ...text, tools: [weather, clock], parley });
  ask(h);
  h.model({ type: 'call', callId: 'w', name: 'weather', argumentsJson: '{}' });
  h.model({ type: 'call', callId: 'c', name: 'clock', argumentsJson: '{}' });
  finish(h, 'tool_calls');
  return h;
}

const outputs = (h: Harness): string[] =>
  h.last('generate').request.messages.flatMap((message) => (message.role === 'tool' ? [message.callId] : []));

describe("an output of the client's", () => {
  it('is spoken of when the client asks, where nothing is said of it', () => {
    const h = called();
    output(h, 'w');
    output(h, 'c');
    h.advance(10_000);
    expect(created(h)).toBe(1);
  });

  it('when idle: one response speaks of all of them, and a client that asks for it gets that one', () => {
    const h = called();
    output(h, 'w', 'when_idle');
    expect(created(h)).toBe(1);
    output(h, 'c', 'when_idle');
    expect(created(h)).toBe(2);
    expect(outputs(h)).toEqual(['w', 'c']);
    ask(h);
    finish(h);
    expect(created(h)).toBe(2);
    expect(emitted(h.effects, 'error')).toEqual([]);
  });

  it('when idle: waits for the response that runs, and for the user who speaks', () => {
    const h = called();
    ask(h);
    output(h, 'w', 'when_idle');
    output(h, 'c', 'when_idle');
    ask(h);
    expect(created(h)).toBe(2);
    h.hears({ type: 'speech_started', utterance: 1, startSample: 0 });
    expect(created(h)).toBe(2);
    h.hears({ type: 'turn_committed', utterance: 1, startSample: 0, endSample: 4_800 });
    h.hears({ type: 'final', utterance: 1, text: '', language: '' });
    expect(created(h)).toBe(3);
    expect(emitted(h.effects, 'error')).toEqual([]);
  });

  /** A response that goes on after its first call. */
  function calling(): Harness {
    const h = new Harness({ ...text, tools: [weather, clock] });
    ask(h);
    h.model({ type: 'call', callId: 'w', name: 'weather', argumentsJson: '{}' });
    return h;
  }

  it('when idle: before the model has made its next call, both are spoken of together', () => {
    const h = calling();
    output(h, 'w', 'when_idle');
    h.model({ type: 'call', callId: 'c', name: 'clock', argumentsJson: '{}' });
    finish(h, 'tool_calls');
    expect(created(h)).toBe(1);
    output(h, 'c', 'when_idle');
    expect(created(h)).toBe(2);
    expect(outputs(h)).toEqual(['w', 'c']);
  });

  it.each<Scheduling>(['when_idle', 'interrupt'])(
    '%s: before the response is over, it is spoken of once there can be no other call',
    (scheduling) => {
      const h = calling();
      output(h, 'w', scheduling);
      expect(created(h)).toBe(1);
      finish(h, 'tool_calls');
      expect(created(h)).toBe(2);
      expect(outputs(h)).toEqual(['w']);
    },
  );

  it.each<[Scheduling, Scheduling | undefined]>([
    ['when_idle', 'silent'],
    ['interrupt', 'silent'],
    ['when_idle', undefined],
  ])('%s: is spoken of though another of the same response is %s', (first, second) => {
    const early = calling();
    output(early, 'w', first);
    early.model({ type: 'call', callId: 'c', name: 'clock', argumentsJson: '{}' });
    output(early, 'c', second);
    expect(created(early)).toBe(1);
    finish(early, 'tool_calls');
    expect(created(early)).toBe(2);
    expect(outputs(early)).toEqual(['w', 'c']);
    const late = called();
    output(late, 'w', first);
    output(late, 'c', second);
    expect(created(late)).toBe(2);
  });

  it('when idle: is spoken of though an earlier response is answered late meanwhile', () => {
    const h = called();
    output(h, 'w', 'silent');
    ask(h);
    h.model({ type: 'call', callId: 'n', name: 'weather', argumentsJson: '{}' });
    output(h, 'n', 'when_idle');
    output(h, 'c', 'silent');
    finish(h, 'tool_calls');
    expect(created(h)).toBe(3);
    expect(outputs(h)).toEqual(['w', 'n', 'c']);
  });

  it('when idle: is not spoken of again when it was in an answer, and the rest is silent', () => {
    const h = called();
    output(h, 'w', 'when_idle');
    ask(h);
    expect(outputs(h)).toEqual(['w']);
    finish(h);
    output(h, 'c', 'silent');
    h.advance(10_000);
    expect(created(h)).toBe(2);
  });

  it('what a client says while the server begins to speak of it is answered next', () => {
    const h = called();
    output(h, 'w', 'when_idle');
    output(h, 'c', 'when_idle');
    h.client({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hello there' }] },
    });
    ask(h);
    expect(created(h)).toBe(2);
    finish(h);
    expect(created(h)).toBe(3);
    expect(h.last('generate').request.messages.at(-1)).toMatchObject({ text: 'Hello there' });
    finish(h);
    expect(created(h)).toBe(3);
    expect(emitted(h.effects, 'error')).toEqual([]);
  });

  it('silent: it is remembered, and nothing is said', () => {
    const h = called();
    output(h, 'w', 'silent');
    output(h, 'c', 'silent');
    h.advance(10_000);
    expect(created(h)).toBe(1);
    ask(h);
    expect(outputs(h)).toEqual(['w', 'c']);
  });

  it('interrupt: ends what is being said', () => {
    const h = called();
    ask(h);
    h.model({ type: 'text', delta: 'By the way' });
    output(h, 'w', 'silent');
    output(h, 'c', 'interrupt');
    expect(emitted(h.effects, 'response.done').at(-1)?.response.status).toBe('cancelled');
    expect(created(h)).toBe(3);
    expect(outputs(h)).toEqual(['w', 'c']);
  });

  it('does as the session says of its tool, unless it says otherwise itself', () => {
    const h = called({ tools: { weather: { scheduling: 'silent' }, clock: { scheduling: 'when_idle' } } });
    output(h, 'w');
    output(h, 'c', 'silent');
    expect(created(h)).toBe(1);
    const other = called({ tools: { clock: { scheduling: 'when_idle' } } });
    output(other, 'w');
    output(other, 'c');
    expect(created(other)).toBe(2);
  });

  it('in the input of one response is refused', () => {
    const h = called();
    const item = {
      type: 'function_call_output',
      call_id: 'w',
      output: '1',
      parley: { scheduling: 'silent' },
    } as const;
    h.client({ type: 'response.create', response: { input: [item] } });
    expect(emitted(h.effects, 'error')).toMatchObject([{ error: { param: 'response.input[0].parley' } }]);
  });
});

describe("a call of a server's tool that was spoken over", () => {
  const shop: McpTool = {
    type: 'mcp',
    server_label: 'shop',
    server_url: 'https://shop.example/mcp',
    require_approval: 'never',
  };
  /** The user has spoken over the response that called it, and said nothing. */
  function spokenOver(tools: ParleySettings['tools'] = {}): Harness {
    const h = new Harness({ ...text, tools: [shop], parley: { tools } });
    h.dispatch({ type: 'started' });
    const { itemId } = h.last('list_tools');
    const find = { name: 'find', description: '', input_schema: { type: 'object' }, annotations: null };
    h.dispatch({ type: 'tools_listed', itemId, tools: [find], message: '' });
    ask(h);
    h.model({ type: 'call', callId: 'f', name: 'find', argumentsJson: '{}' });
    finish(h, 'tool_calls');
    h.hears({ type: 'speech_started', utterance: 1, startSample: 0 });
    h.hears({ type: 'turn_committed', utterance: 1, startSample: 0, endSample: 4_800 });
    h.hears({ type: 'final', utterance: 1, text: 'And more.', language: '' });
    return h;
  }
  const result = (h: Harness): void => {
    const { itemId } = h.last('call_tool');
    h.dispatch({ type: 'tool_result', itemId, result: { output: 'two', sources: [] } });
  };

  it('runs on, and its result is spoken of when nobody speaks', () => {
    const h = spokenOver();
    expect(h.all('cancel_tool')).toEqual([]);
    result(h);
    expect(created(h)).toBe(2);
    finish(h);
    expect(created(h)).toBe(3);
  });

  it.each<[Scheduling, number, string]>([
    ['silent', 2, 'completed'],
    ['interrupt', 3, 'cancelled'],
  ])('is remembered and told of as the session says: %s', (scheduling, responses, status) => {
    const h = spokenOver({ shop: { scheduling } });
    result(h);
    if (scheduling === 'silent') finish(h);
    expect(created(h)).toBe(responses);
    expect(emitted(h.effects, 'response.done').at(-1)?.response.status).toBe(status);
  });

  it('is given up where that is declared, by the tool before its server', () => {
    const declared = spokenOver({ shop: { on_interruption: 'cancel' } });
    expect(declared.all('cancel_tool')).toHaveLength(1);
    result(declared);
    expect(declared.state.tools.followUp).toBeNull();
    const kept = { shop: { on_interruption: 'cancel' }, find: { on_interruption: 'continue' } } as const;
    expect(spokenOver(kept).all('cancel_tool')).toEqual([]);
    expect(JSON.stringify(declared.last('generate').request.messages)).toContain('given up before');
  });
});
