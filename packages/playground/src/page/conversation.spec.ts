import { nothing, shownAfter, type Shown } from './conversation';
import type { Body } from './wire';

const after = (...events: Body[]): Shown => events.reduce(shownAfter, nothing);
const item = (type: string, fields: object): Body => ({ type: `conversation.item.${type}`, item: fields });
const message = (id: string, role: string, ...content: object[]) => ({ id, type: 'message', role, content });

describe('what is shown of a conversation', () => {
  it('a spoken turn and its answer, word by word', () => {
    const heard = 'conversation.item.input_audio_transcription';
    const events: Body[] = [
      item('added', message('u', 'user', { type: 'input_audio', transcript: null })),
      item('done', message('u', 'user', { type: 'input_audio', transcript: null })),
      { type: `${heard}.delta`, item_id: 'u', delta: 'Hello' },
      { type: `${heard}.completed`, item_id: 'u', transcript: 'Hello there.' },
      item('added', message('a', 'assistant')),
      { type: 'response.output_audio_transcript.delta', item_id: 'a', delta: 'Good ' },
      { type: 'response.output_audio_transcript.delta', item_id: 'a', delta: 'day.' },
    ];
    expect(after(...events).lines).toEqual([
      { id: 'u', who: 'user', text: 'Hello there.', open: false },
      { id: 'a', who: 'assistant', text: 'Good day.', open: true },
    ]);
    expect(after(...events.slice(0, 3)).lines).toEqual([{ id: 'u', who: 'user', text: 'Hello', open: true }]);
    const done = item('done', message('a', 'assistant', { type: 'output_audio', transcript: 'Good' }));
    expect(after(...events, done).lines.at(-1)).toMatchObject({ text: 'Good', open: false });
  });

  it('a written turn, once', () => {
    const written = message('u', 'user', { type: 'input_text', text: 'Hi' });
    expect(after(item('added', written), item('done', written)).lines).toEqual([
      { id: 'u', who: 'user', text: 'Hi', open: false },
    ]);
  });

  it('a tool, with what came of it', () => {
    const call = { id: 'c', type: 'mcp_call', name: 'find', arguments: '{"what":"pears"}', output: null };
    const found = { ...call, output: 'two pears' };
    const failed = { ...call, error: { message: 'sold out' } };
    expect(after(item('added', call)).lines).toMatchObject([{ who: 'tool', text: 'find', open: true }]);
    expect(after(item('added', call), item('done', found)).lines).toMatchObject([
      { text: 'find({"what":"pears"}) → two pears', open: false },
    ]);
    expect(after(item('added', call), item('done', failed)).lines[0]?.text).toContain('→ sold out');
  });

  it('errors and failures', () => {
    const response = { id: 'r', status: 'failed', status_details: { error: { message: 'no model' } } };
    const { lines, facts } = after(
      { type: 'error', event_id: 'e', error: { message: 'Unknown parameter.' } },
      { type: 'response.done', response },
    );
    expect(lines.map(({ who, text }) => [who, text])).toEqual([
      ['error', 'Unknown parameter.'],
      ['error', 'no model'],
    ]);
    expect(facts['answer']).toBe('failed: no model');
  });

  it('who answered, how long it took, what it cost and how the caller sounded', () => {
    const attempts = [
      { provider: 'a', model: 'x', status: 'transient' },
      { provider: 'b', model: 'y', status: 'ok' },
    ];
    const usage = { input_tokens: 10, output_tokens: 3 };
    const cost = { known: '0.01', session: '0.05' };
    const { facts } = after(
      { type: 'parley.routing', model: 'b/y', router: { name: 'h', route: 'r', variant: 'v' }, attempts },
      { type: 'parley.turn_timing', stages: { endpoint_ms: 299.6, voice_to_voice_ms: 520 } },
      { type: 'response.done', response: { status: 'completed', usage, parley: { cost } } },
      {
        type: 'parley.perception',
        perception: { emotion: [{ label: 'calm', confidence: 0.305 }], age: [], pitchHz: 120 },
      },
    );
    expect(facts).toEqual({
      model: 'b/y',
      asked: 'a/x transient → b/y ok',
      router: 'h / r / v',
      'stages, ms': 'endpoint 300 · voice to voice 520',
      answer: 'completed',
      tokens: '10 in, 3 out',
      cost: '$0.01, $0.05 so far',
      voice: 'emotion calm 31 %',
    });
  });

  it('nothing of what it does not know', () => {
    expect(after({ type: 'something.else' }, { type: 'parley.turn_timing' }, {}).lines).toEqual([]);
  });
});
