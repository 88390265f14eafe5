import * as fc from 'fast-check';
import type { ChatMessage } from '../chat/types';
import { inTurns } from './turns';

const image = { mediaType: 'image/png', base64: 'AA' };
const alternating = (messages: readonly ChatMessage[]) =>
  inTurns({ messages, model: 'm' }, { turns: { alternate: true }, systemAnywhere: true });

it('makes one turn of what one side says in a row, whole and in order', () => {
  const said = fc.constantFrom<ChatMessage>(
    { role: 'user', text: 'u', images: [image] },
    { role: 'user', text: '', images: [image] },
    { role: 'assistant', text: 'a', toolCalls: [] },
    { role: 'system', text: 's' },
  );
  fc.assert(
    fc.property(fc.array(said, { maxLength: 12 }), (messages) => {
      const turns = alternating([{ role: 'user', text: 'u', images: [] }, ...messages]);
      for (const [index, { role }] of turns.entries())
        expect(role).toBe(index % 2 === 0 ? 'user' : 'assistant');
      const images = turns.flatMap((turn) => (turn.role === 'user' ? turn.images : []));
      expect(images).toHaveLength(messages.filter((one) => one.role === 'user').length);
      expect(
        turns
          .map(({ text }) => text)
          .join('')
          .replaceAll(/\n\n|\[System: |\]/g, ''),
      ).toBe(`u${messages.map(({ text }) => text).join('')}`);
    }),
  );
});

it('of as many messages as a request may have', () => {
  const many = Array.from({ length: 5_000 }, (_, index): ChatMessage => ({
    ...{ role: 'user', text: `${index}`.padEnd(2_000, '.'), images: [image] },
  }));
  const [turn, ...rest] = alternating(many);
  expect(rest).toEqual([]);
  expect(turn?.text).toHaveLength(5_000 * 2_000 + 4_999 * 2);
});
