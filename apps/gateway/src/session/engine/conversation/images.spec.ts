import type { ClientItem } from '@parley/protocol';
import { counter } from '../testing/harness';
import { contextOf } from './context';
import { create } from './create';
import { remove, withoutImages } from './items';
import { emptyConversation, type Conversation } from './state';

const ids = counter();
const mebibyte = Buffer.alloc(1024 * 1024).toString('base64');
const image = (url = 'data:image/png;base64,AAAA') => ({
  type: 'input_image' as const,
  image_url: url,
  detail: 'low' as const,
});
const user = (...content: Extract<ClientItem, { role: 'user' }>['content']): ClientItem => ({
  type: 'message',
  role: 'user',
  content,
});
const add = (conversation: Conversation, item: ClientItem) => create(conversation, item, undefined, ids);

describe('images in a conversation', () => {
  it('reach the model with the words beside them, or alone', () => {
    const text = { type: 'input_text' as const, text: 'Look.' };
    const one = add(emptyConversation, user(text, image())).ok!;
    const two = add(one.conversation, user(image())).ok!;
    const images = [{ url: 'data:image/png;base64,AAAA', detail: 'low' }];
    expect(contextOf(two.conversation.entries)).toEqual([
      { role: 'user', text: 'Look.', images },
      { role: 'user', text: '', images },
    ]);
  });

  it('are kept whole, and shown without their bytes', () => {
    const { item } = add(emptyConversation, user(image())).ok!;
    expect(item).toMatchObject({ content: [image()] });
    expect(withoutImages(item)).toMatchObject({ content: [{ type: 'input_image', detail: 'low' }] });
    expect(JSON.stringify(withoutImages(item))).not.toContain('base64');
  });

  it('are bounded together, and make room when they are deleted', () => {
    const big = user(image(`data:image/png;base64,${mebibyte}`));
    let conversation = emptyConversation;
    for (let n = 0; n < 6; n += 1) conversation = add(conversation, big).ok!.conversation;
    expect(add(conversation, big).error).toMatchObject({ code: 'invalid_value', param: 'item' });
    const [first] = conversation.entries;
    conversation = remove(conversation, first!.item.id);
    expect(add(conversation, big).error).toBeUndefined();
  });
});
