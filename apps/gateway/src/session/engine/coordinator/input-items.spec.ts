import type { ClientItem, ResponseParams } from '@parley/protocol';
import { limits } from '../deadlines';
import { Harness, emitted } from '../testing/harness';

const said = (text: string, id?: string): ClientItem => ({
  type: 'message',
  ...(id !== undefined && { id }),
  role: 'user',
  content: [{ type: 'input_text', text }],
});
const call = (callId: string): ClientItem => ({
  type: 'function_call',
  call_id: callId,
  name: 'f',
  arguments: '{}',
});
const output = (callId: string): ClientItem => ({
  type: 'function_call_output',
  call_id: callId,
  output: 'Done.',
});
const ran = (id: string): ClientItem => ({
  type: 'mcp_call',
  id,
  server_label: 's',
  name: 'n',
  arguments: '{}',
  approval_request_id: null,
  output: 'Done.',
  error: null,
});

const create = (h: Harness, item: ClientItem) => h.client({ type: 'conversation.item.create', item });
const ask = (h: Harness, input: NonNullable<ResponseParams['input']>) =>
  h.client({
    type: 'response.create',
    response: { conversation: 'none', output_modalities: ['text'], input },
  });
const errors = (h: Harness) => emitted(h.effects, 'error').map(({ error }) => error);

describe('an item in the input of a response', () => {
  it('is read as it is written there, though the conversation has another under its name', () => {
    const h = new Harness();
    create(h, said('In the conversation.', 'x'));
    ask(h, [said('In the input.', 'x'), { type: 'item_reference', id: 'x' }]);
    expect(h.last('generate').request.messages).toEqual([
      { role: 'user', text: 'In the input.' },
      { role: 'user', text: 'In the conversation.' },
    ]);
  });

  it('is heard under a name of its own', () => {
    const h = new Harness();
    create(h, said('In the conversation.', 'x'));
    ask(h, [
      {
        type: 'message',
        id: 'x',
        role: 'user',
        content: [{ type: 'input_audio', audio: 'AAAA', transcript: null }],
      },
    ]);
    const { itemId, contentIndex } = h.last('transcribe_item');
    h.dispatch({ type: 'item_transcribed', itemId, contentIndex, text: 'Heard.', audioMs: 10 });
    expect(h.last('generate').request.messages).toEqual([{ role: 'user', text: 'Heard.' }]);
  });

  it('may call by no id that another calls by: the client is told at once', () => {
    const h = new Harness();
    create(h, call('known'));
    create(h, output('known'));
    const { id } = h.state.conversation.entries[0]!.item;
    ask(h, [call('a'), output('a'), call('a'), output('a')]);
    ask(h, [call('a'), output('a'), ran('a')]);
    ask(h, [call('known'), output('known'), { type: 'item_reference', id }]);
    expect(errors(h).map(({ code, param }) => [code, param])).toEqual([
      ['invalid_value', 'response.input[2].call_id'],
      ['invalid_value', 'response.input[2].id'],
      ['invalid_value', 'response.input[2].id'],
    ]);
    expect(h.all('generate')).toEqual([]);
    ask(h, [call('a'), output('a'), call('b'), output('b')]);
    expect(errors(h)).toHaveLength(3);
  });

  it('that is deleted while its words are awaited is left out, and waited for no more', () => {
    const h = new Harness();
    h.audio(300);
    h.client({ type: 'input_audio_buffer.commit' });
    const { item_id: id } = emitted(h.effects, 'input_audio_buffer.committed')[0]!;
    ask(h, [said('Sum it up.'), { type: 'item_reference', id }]);
    expect(h.all('generate')).toEqual([]);
    h.client({ type: 'conversation.item.delete', item_id: id });
    expect(h.last('generate').request.messages).toEqual([{ role: 'user', text: 'Sum it up.' }]);
  });

  it('is one of as many as a conversation may have', () => {
    const h = new Harness();
    create(h, said('Again.', 'x'));
    const reference = { type: 'item_reference', id: 'x' } as const;
    ask(
      h,
      Array.from({ length: limits.maxItems + 1 }, () => reference),
    );
    expect(errors(h)).toMatchObject([{ code: 'invalid_value', param: 'response.input' }]);
    ask(h, [reference, reference]);
    expect(h.last('generate').request.messages).toHaveLength(2);
  });
});

it('a call of a server’s tool that a client tells of has no id that another call has', () => {
  const h = new Harness();
  create(h, ran('a'));
  create(h, call('a'));
  create(h, call('b'));
  create(h, ran('b'));
  expect(errors(h).map(({ param }) => param)).toEqual(['item.call_id', 'item.id']);
});
