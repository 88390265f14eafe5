import type { ChatMessage } from '../../../chat/types';
import { asWords } from './as-words';

const user = (text: string): ChatMessage => ({ role: 'user', text, images: [] });
const call = (callId: string): ChatMessage => ({
  role: 'assistant',
  text: 'Wait.',
  toolCalls: [{ callId, name: 'f', argumentsJson: `{"of":"${callId}"}` }],
});
const output = (callId: string): ChatMessage => ({ role: 'tool', callId, name: 'f', text: `out ${callId}` });
const said: ChatMessage = { role: 'assistant', text: 'Done.', toolCalls: [] };

it('outputs are told with what was asked, and calls are left out', () => {
  const messages = [
    user('A?'),
    call('a'),
    output('a'),
    said,
    user('B?'),
    call('b'),
    output('b'),
    call('c'),
    output('c'),
  ];
  expect(asWords(messages)).toEqual([
    user('A?\n\nf {"of":"a"}: out a'),
    said,
    user('B?\n\nf {"of":"b"}: out b\n\nf {"of":"c"}: out c'),
  ]);
});

it('outputs that nobody asked for are the user’s words', () => {
  expect(asWords([call('a'), output('a')])).toEqual([user('f {"of":"a"}: out a')]);
  expect(asWords([user('A?'), said])).toEqual([user('A?'), said]);
});
