import type { ChatMessage } from '../chat/types';
import { asksOfImages, withoutImages } from './unseen-images';

const image = { mediaType: 'image/png', base64: 'AAAA' };
const user = (text: string, images = 0): ChatMessage => ({
  role: 'user',
  text,
  images: Array.from({ length: images }, () => image),
});
const assistant: ChatMessage = { role: 'assistant', text: 'A cat.', toolCalls: [] };
const system: ChatMessage = { role: 'system', text: 'Be brief.' };

it.each<[string, ChatMessage[], boolean]>([
  ['the newest words of the user have one', [user('Look', 1)], true],
  ['something was said by the system since', [user('Look', 1), system], true],
  ['it was answered', [user('Look', 1), assistant], false],
  ['the user has gone on', [user('Look', 1), assistant, user('And now?')], false],
  ['the user has gone on without an answer', [user('Look', 1), user('Hello?')], false],
  ['there is none', [user('Hi')], false],
])('an answer is about an image or not: %s', (_, messages, expected) => {
  expect(asksOfImages({ messages })).toBe(expected);
});

it('tells a model that does not see, once and in its place, that an image was shown', () => {
  const messages = [user('Look at this', 1), assistant, user('', 2), user('And now?')];
  const told = withoutImages({ messages, templates: {} }).messages;
  expect(told).toEqual([
    user('Look at this\n(The user showed an image here, which you cannot see. If it matters, say so.)'),
    assistant,
    user('(The user showed 2 images here, which you cannot see. If it matters, say so.)'),
    user('And now?'),
  ]);
});

it('tells it in other words, or not at all', () => {
  const messages = [user('Look', 1)];
  const said = (unseen: string) => withoutImages({ messages, templates: { unseen } }).messages;
  expect(said('[{{images}}]')).toEqual([user('Look\n[an image]')]);
  expect(said('')).toEqual([user('Look')]);
});

it('leaves alone what has no image', () => {
  const request = { messages: [user('Hi'), assistant], templates: {} };
  expect(withoutImages(request)).toBe(request);
});
