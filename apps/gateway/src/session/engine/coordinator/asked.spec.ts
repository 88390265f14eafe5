import type { McpListedTool, McpTool, Tool } from '@parley/protocol';
import type { ClientExtras } from '../../extras';
import { emitted, Harness } from '../testing/harness';

const shop: McpTool = {
  type: 'mcp',
  server_label: 'shop',
  server_url: 'https://shop.example/mcp',
  require_approval: 'never',
};
const tools: Tool[] = [shop, { type: 'function', name: 'own' }];
const listed: McpListedTool[] = [
  { name: 'find', description: 'Finds.', input_schema: { type: 'object' }, annotations: null },
];

function ready(extras?: ClientExtras): Harness {
  const h = new Harness({ output_modalities: ['text'] });
  const event = { type: 'session.update', session: { type: 'realtime', tools } } as const;
  h.dispatch({ type: 'client', event, ...(extras && { extras }) });
  h.dispatch({ type: 'tools_listed', itemId: h.last('list_tools').itemId, tools: listed, message: '' });
  h.effects.length = 0;
  h.state = { ...h.state, tools: { ...h.state.tools, asks: 'no' } };
  return h;
}

function calls(h: Harness, ...names: string[]): void {
  for (const name of names) h.model({ type: 'call', callId: '', name, argumentsJson: '{}' });
  h.model({ type: 'finished', reason: 'tool_calls', usage: null });
}
const result = (h: Harness, output = 'found') =>
  h.dispatch({
    type: 'tool_result',
    itemId: h.last('call_tool').itemId,
    result: { output, sources: [{ title: 'T', url: 'https://t.example/' }] },
  });
const says = (h: Harness, delta: string): void => {
  h.model({ type: 'text', delta });
  h.model({ type: 'finished', reason: 'stop', usage: null });
};
const give = (h: Harness): void => {
  const item = h.state.conversation.entries
    .map((entry) => entry.item)
    .find(({ type }) => type === 'function_call');
  const call_id = item?.type === 'function_call' ? item.call_id : '';
  h.client({
    type: 'conversation.item.create',
    item: { type: 'function_call_output', call_id, output: 'mine' },
  });
};
const begun = (h: Harness): number => emitted(h.effects, 'response.created').length;
const errors = (h: Harness) => emitted(h.effects, 'error').map(({ error }) => error);
const speaks = (h: Harness, utterance: number): void => {
  h.audio(500);
  h.hears({ type: 'speech_started', utterance, startSample: h.state.turn.receivedSamples });
};
const wasHeard = (h: Harness, utterance: number, text: string): void => {
  const startSample = h.state.turn.open?.startSample ?? 0;
  h.audio(500);
  const endSample = h.state.turn.receivedSamples;
  h.hears({ type: 'speech_stopped', utterance, endSample, speechEndSample: endSample });
  h.hears({ type: 'turn_committed', utterance, startSample, endSample });
  h.hears({ type: 'final', utterance, text, language: 'en' });
};

describe('a response that the client asks for while tools run', () => {
  const asked = (...names: string[]): Harness => {
    const h = ready();
    h.client({ type: 'response.create' });
    calls(h, ...names);
    h.client({ type: 'response.create', response: { instructions: 'Sing.' }, event_id: 'e' });
    expect(errors(h)).toEqual([]);
    return h;
  };

  it('follows where the client ran one of them itself', () => {
    const h = ready();
    h.client({ type: 'response.create' });
    calls(h, 'own', 'find');
    give(h);
    h.client({ type: 'response.create' });
    expect(begun(h)).toBe(1);
    result(h);
    expect(begun(h)).toBe(2);
    expect(h.last('generate').request.messages.filter(({ role }) => role === 'tool')).toHaveLength(2);
    says(h, 'There.');
    expect(begun(h)).toBe(2);
  });

  it('follows the answer to a user who spoke over them, in words of its own', () => {
    const h = asked('find');
    speaks(h, 1);
    wasHeard(h, 1, 'And pears?');
    expect(h.last('generate').request.instructions).toBe('Be brief.');
    says(h, 'Pears too.');
    expect(begun(h)).toBe(3);
    expect(h.last('generate').request.instructions).toBe('Sing.');
  });

  it('is refused when it cancels what it would have followed', () => {
    const h = asked('find');
    h.client({ type: 'response.cancel' });
    expect(errors(h)).toMatchObject([{ code: 'conversation_already_has_active_response', event_id: 'e' }]);
    h.advance(60_000);
    expect(begun(h)).toBe(1);
  });
});

describe('a user who falls silent for good in mid-speech', () => {
  it('is not waited for with what a tool gave', () => {
    const h = ready();
    h.client({ type: 'response.create' });
    calls(h, 'find');
    speaks(h, 1);
    h.client({ type: 'response.create' });
    result(h);
    h.advance(2_000);
    h.audio(20);
    h.advance(2_000);
    expect(begun(h)).toBe(1);
    h.advance(1_500);
    expect(begun(h)).toBe(2);
    expect(h.last('generate').request.messages.at(-1)?.text).toBe('found');
  });

  it('is not waited for when the client asks', () => {
    const h = ready();
    h.client({ type: 'response.create' });
    calls(h, 'find');
    speaks(h, 1);
    h.advance(4_000);
    h.client({ type: 'response.create' });
    expect(begun(h)).toBe(2);
  });
});

it('a response with an input of its own leaves what tools gave to the next', () => {
  const h = ready();
  const sources = () => h.all('extension').filter(({ event }) => event.type === 'parley.sources').length;
  h.state = { ...h.state, tools: { ...h.state.tools, asks: 'yes' } };
  h.client({ type: 'response.create' });
  calls(h, 'find');
  result(h);
  h.client({ type: 'response.create', response: { input: [] } });
  expect(begun(h)).toBe(2);
  says(h, 'Something else.');
  expect(sources()).toBe(0);
  h.advance(3_000);
  expect(begun(h)).toBe(3);
  expect(h.last('generate').request.messages.some(({ text }) => text === 'found')).toBe(true);
  says(h, 'There.');
  expect(sources()).toBe(1);
});

describe('an answer to the calls of a client that wants it by itself', () => {
  const answered = (): Harness => {
    const h = ready({ session: { answersTools: true } });
    h.client({ type: 'response.create' });
    calls(h, 'own');
    speaks(h, 1);
    give(h);
    return h;
  };

  it('does not speak over the user, who is answered', () => {
    const h = answered();
    expect(begun(h)).toBe(1);
    wasHeard(h, 1, 'And pears?');
    expect(begun(h)).toBe(2);
    says(h, 'Both.');
    expect(begun(h)).toBe(2);
  });

  it('is given when they said nothing after all, or their audio no longer comes', () => {
    const silent = answered();
    wasHeard(silent, 1, '');
    expect(begun(silent)).toBe(2);
    const muted = answered();
    muted.advance(4_000);
    expect(begun(muted)).toBe(2);
  });
});
