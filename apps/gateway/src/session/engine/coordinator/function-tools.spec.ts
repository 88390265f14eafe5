import type { Tool } from '@parley/protocol';
import { emitted, Harness } from '../testing/harness';

const text = { output_modalities: ['text'] as ['text'] };
const weather: Tool = { type: 'function', name: 'weather' };
const clock: Tool = { type: 'function', name: 'clock' };

const update = (h: Harness, tools: Tool[]): void => {
  h.client({ type: 'session.update', session: { type: 'realtime', tools } });
};
const ask = (h: Harness): void => void h.client({ type: 'response.create' });
const finish = (h: Harness): void => void h.model({ type: 'finished', reason: 'tool_calls', usage: null });
const output = (h: Harness, call_id: string, said: string): void => {
  h.client({
    type: 'conversation.item.create',
    item: { type: 'function_call_output', call_id, output: said },
  });
};
const say = (h: Harness, said: string): void => {
  h.client({
    type: 'conversation.item.create',
    item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: said }] },
  });
};
const context = (h: Harness): string[] =>
  h.last('generate').request.messages.map((message) => {
    if (message.role === 'tool') return `${message.callId} gave ${message.text}`;
    if (message.role === 'assistant' && message.calls.length > 0)
      return `calls ${message.calls.map(({ callId }) => callId).join(' ')}`;
    return `${message.role}: ${message.text}`;
  });

/** A session whose model has called two of the client's tools in one response. */
function called(): Harness {
  const h = new Harness({ ...text, tools: [weather, clock] });
  say(h, 'When and how?');
  ask(h);
  h.model({ type: 'call', callId: 'w', name: 'weather', argumentsJson: '{}' });
  h.model({ type: 'call', callId: 'c', name: 'clock', argumentsJson: '{}' });
  finish(h);
  return h;
}

describe("the client's own tools", () => {
  it('can be added and taken away at any time, from the next response on', () => {
    const h = new Harness(text);
    const names = () => h.last('generate').request.tools.map(({ name }) => name);
    update(h, [weather]);
    ask(h);
    update(h, [weather, clock]);
    expect(names()).toEqual(['weather']);
    h.model({ type: 'finished', reason: 'stop', usage: null });
    ask(h);
    expect(names()).toEqual(['weather', 'clock']);
    h.model({ type: 'finished', reason: 'stop', usage: null });
    update(h, []);
    ask(h);
    expect(names()).toEqual([]);
  });

  it('called side by side are shown one after the other, and nothing follows by itself', () => {
    const h = called();
    const [done] = emitted(h.effects, 'response.done');
    expect(done?.response.output.map((item) => item.type === 'function_call' && item.call_id)).toEqual([
      'w',
      'c',
    ]);
    h.advance(60_000);
    expect(emitted(h.effects, 'response.created')).toHaveLength(1);
  });

  it('answered in another order than they were called are both remembered, each with its output', () => {
    const h = called();
    output(h, 'c', 'noon');
    output(h, 'w', 'rain');
    ask(h);
    expect(context(h)).toEqual(['user: When and how?', 'calls c w', 'c gave noon', 'w gave rain']);
  });

  it('answered late are remembered from then on; until then the model knows nothing of them', () => {
    const h = called();
    output(h, 'w', 'rain');
    say(h, 'Anything else?');
    ask(h);
    expect(context(h)).toEqual(['user: When and how?', 'calls w', 'w gave rain', 'user: Anything else?']);
    h.model({ type: 'text', delta: 'No.' });
    h.model({ type: 'finished', reason: 'stop', usage: null });
    output(h, 'c', 'noon');
    ask(h);
    // Words said right before a call are of the same message.
    expect(context(h).slice(3)).toEqual(['user: Anything else?', 'calls c', 'c gave noon']);
    expect(h.last('generate').request.messages[4]).toMatchObject({ role: 'assistant', text: 'No.' });
  });

  it('none is forced where there is none: the request is refused by name', () => {
    const h = new Harness(text);
    h.client({ type: 'response.create', response: { tool_choice: 'required' } });
    expect(emitted(h.effects, 'error').map(({ error }) => error)).toMatchObject([
      { type: 'invalid_request_error', code: 'invalid_value', param: 'response.tool_choice' },
    ]);
    h.client({ type: 'session.update', session: { type: 'realtime', tool_choice: 'required' } });
    ask(h);
    expect(h.last('generate').request.toolChoice).toBe('auto');
  });

  it('a forced one is asked for in every form', () => {
    const h = new Harness({ ...text, tools: [weather] });
    const choice = (tool_choice: 'required' | 'none' | { type: 'function'; name: string }) => {
      h.client({ type: 'response.create', response: { tool_choice } });
      h.model({ type: 'finished', reason: 'stop', usage: null });
      return h.last('generate').request.toolChoice;
    };
    expect(choice('required')).toBe('required');
    expect(choice('none')).toBe('none');
    expect(choice({ type: 'function', name: 'weather' })).toEqual({ type: 'function', name: 'weather' });
  });
});
