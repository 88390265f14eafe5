import * as fc from 'fast-check';
import { eventIds, newId } from './ids';
import { audioDeltaText, serialize } from './serialize';

it('the template of audio deltas gives the JSON of the event', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), fc.nat(9), fc.nat(9), (pcm, outputIndex, contentIndex) => {
      const ids = {
        response_id: newId('resp'),
        item_id: newId('item'),
        output_index: outputIndex,
        content_index: contentIndex,
      };
      const eventId = eventIds()();
      const delta = Buffer.from(pcm).toString('base64');
      const event = { type: 'response.output_audio.delta', ...ids, delta } as const;
      expect(audioDeltaText(eventId, ids, pcm).toString()).toBe(serialize(eventId, event));
    }),
  );
});

it('serialises a view of a larger buffer, not the buffer', () => {
  const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
  const ids = { response_id: 'r', item_id: 'i', output_index: 0, content_index: 0 };
  expect(JSON.parse(audioDeltaText('e', ids, view).toString())).toMatchObject({
    delta: Buffer.from([2, 3]).toString('base64'),
  });
});

it('ids carry 128 bits and do not repeat', () => {
  const ids = Array.from({ length: 2000 }, () => newId('sess'));
  expect(new Set(ids).size).toBe(2000);
  expect(ids.every((id) => /^sess_[0-9a-f]{32}$/.test(id))).toBe(true);
  const [one, two] = [eventIds(), eventIds()];
  const events = Array.from({ length: 1000 }, () => [one(), two()]).flat();
  expect(new Set(events).size).toBe(2000);
});
