import type { ClientItem } from '@parley/protocol';
import { counter } from '../testing/harness';
import { create } from './create';
import { emptyConversation, type Conversation } from './state';

const ids = counter();
const message = (text: string, id?: string): ClientItem => ({
  type: 'message',
  role: 'user',
  content: [{ type: 'input_text', text }],
  ...(id === undefined ? {} : { id }),
});

function built(...items: [ClientItem, (string | undefined)?][]): Conversation {
  return items.reduce((conversation, [item, after]) => {
    const { ok } = create(conversation, item, after, ids);
    if (ok === undefined) throw new Error('refused');
    return ok.conversation;
  }, emptyConversation);
}

const order = (conversation: Conversation): string[] => conversation.entries.map(({ item }) => item.id);
const ab = built([message('a', 'a')], [message('b', 'b')]);

it.each<[string, string | null | undefined, string[], string | null]>([
  ['appends', undefined, ['a', 'b', 'x'], 'b'],
  ['appends when null', null, ['a', 'b', 'x'], 'b'],
  ['puts at the front', 'root', ['x', 'a', 'b'], null],
  ['puts after another', 'a', ['a', 'x', 'b'], 'a'],
])('%s', (_name, after, expected, previous) => {
  const { ok } = create(ab, message('x', 'x'), after, ids);
  expect(ok?.previousItemId).toBe(previous);
  expect(order(ok?.conversation ?? emptyConversation)).toEqual(expected);
});

it.each<[string, ClientItem, string | undefined, string, string]>([
  ['an id that is taken', message('x', 'a'), undefined, 'item_create_duplicate_item_id', 'item.id'],
  ['an unknown place', message('x'), 'nowhere', 'item_create_invalid_previous_item_id', 'previous_item_id'],
  [
    'the output of no call',
    { type: 'function_call_output', call_id: 'c', output: '' },
    undefined,
    'invalid_value',
    'item.call_id',
  ],
])('refuses %s', (_name, item, after, code, param) => {
  expect(create(ab, item, after, ids).error).toMatchObject({ code, param });
});

it('refuses a call id that is there, and text beyond all bounds', () => {
  const call: ClientItem = { type: 'function_call', name: 'f', call_id: 'c', arguments: '' };
  const called = built([call]);
  expect(called.entries[0]?.item).toMatchObject({ arguments: '{}' });
  expect(create(called, call, undefined, ids).error?.param).toBe('item.call_id');
  expect(create(ab, message('x'.repeat(8_000_001)), undefined, ids).error?.param).toBe('item');
});

it('takes audio out of the item, to be heard', () => {
  const { ok } = create(
    ab,
    { type: 'message', role: 'user', content: [{ type: 'input_audio', audio: 'AAAA', transcript: null }] },
    undefined,
    ids,
  );
  expect(ok?.audio).toEqual([{ contentIndex: 0, audio: 'AAAA' }]);
  expect(ok?.known).toEqual([]);
  expect(ok?.item).toMatchObject({ content: [{ type: 'input_audio', transcript: null }] });
});
