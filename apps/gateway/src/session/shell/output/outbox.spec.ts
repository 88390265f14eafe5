import { FakeClient } from '../testing/house';
import { Outbox } from './outbox';

const ids = { response_id: 'r', item_id: 'i', output_index: 0, content_index: 0 };
const cleared = { type: 'input_audio_buffer.cleared' } as const;
const deleted = (id: string) => ({ type: 'conversation.item.deleted', item_id: id }) as const;
const order = (client: FakeClient): string[] =>
  client.events.map((event) => (event.type === 'conversation.item.deleted' ? event.item_id : event.type));

it('sends at once what waits for nothing', () => {
  const client = new FakeClient();
  const outbox = new Outbox(client, false);
  outbox.send(cleared);
  outbox.sendAudio(ids, new Uint8Array(2));
  expect(client.types()).toEqual(['input_audio_buffer.cleared', 'response.output_audio.delta']);
  expect(outbox.held).toBe(0);
});

it('lets nothing overtake what waits, whichever wait ends first', () => {
  const client = new FakeClient();
  const outbox = new Outbox(client, true);
  const first = outbox.holdBack();
  outbox.send(deleted('a'));
  const second = outbox.holdBack();
  outbox.send(deleted('b'));
  outbox.sendAudio(ids, new Uint8Array(2));
  second();
  expect(order(client)).toEqual([]);
  first();
  first();
  expect(order(client)).toEqual(['a', 'b', 'response.output_audio.delta']);
  outbox.send(deleted('c'));
  expect(order(client).at(-1)).toBe('c');
});

it('copies audio that has to wait: the frame it came in may be used again', () => {
  const client = new FakeClient();
  const outbox = new Outbox(client, false);
  const release = outbox.holdBack();
  const frame = new Uint8Array([1, 2]);
  outbox.sendAudio(ids, frame);
  frame.fill(9);
  release();
  expect([...(client.audio[0]?.bytes ?? [])]).toEqual([1, 2]);
});
