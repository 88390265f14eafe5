import * as fc from 'fast-check';
import { EventIds, newId } from './ids';
import { AudioDeltas, serialize, type AudioDeltaIds } from './serialize';

const margin = 3;

function written(deltas: AudioDeltas, ids: AudioDeltaIds, pcm: Uint8Array): string {
  const bytes = deltas.bytes(ids, pcm);
  const into = Buffer.alloc(margin + bytes + margin, '.');
  deltas.write(into, margin, ids, pcm);
  expect(into.toString('latin1', 0, margin) + into.toString('latin1', margin + bytes)).toBe('......');
  return into.toString('utf8', margin, margin + bytes);
}

const part = (outputIndex: number, contentIndex: number): AudioDeltaIds => ({
  response_id: newId('resp'),
  item_id: newId('item'),
  output_index: outputIndex,
  content_index: contentIndex,
});

it('the template of audio deltas gives the JSON of the event, of one part after the other', () => {
  const parts = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 3 });
  const pieces = fc.array(fc.tuple(fc.nat(2), fc.uint8Array({ maxLength: 500 })), { maxLength: 8 });
  fc.assert(
    fc.property(parts, pieces, (indices, said) => {
      const eventIds = new EventIds();
      const deltas = new AudioDeltas(eventIds);
      const all = indices.map(([output, content]) => part(output, content));
      for (const [index, [at, pcm]] of said.entries()) {
        const ids = all[at % all.length]!;
        const eventId = `${eventIds.base}00000${index}`;
        const delta = Buffer.from(pcm).toString('base64');
        const event = { type: 'response.output_audio.delta', ...ids, delta } as const;
        expect(written(deltas, ids, pcm)).toBe(serialize(eventId, event));
      }
    }),
  );
});

it('has the name that the dialect gives it', () => {
  const text = written(new AudioDeltas(new EventIds(), 'response.audio.delta'), part(0, 0), Buffer.of(1, 2));
  expect(JSON.parse(text)).toMatchObject({ type: 'response.audio.delta' });
});

it('serialises a view of a larger buffer, not the buffer', () => {
  const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
  expect(JSON.parse(written(new AudioDeltas(new EventIds()), part(0, 0), view))).toMatchObject({
    delta: Buffer.from([2, 3]).toString('base64'),
  });
});

it('ids carry 128 bits and do not repeat', () => {
  const ids = Array.from({ length: 2000 }, () => newId('sess'));
  expect(new Set(ids).size).toBe(2000);
  expect(ids.every((id) => /^sess_[0-9a-f]{32}$/.test(id))).toBe(true);
  const [one, two] = [new EventIds(), new EventIds()];
  const events = Array.from({ length: 1000 }, () => [one.next(), two.next()]).flat();
  expect(new Set(events).size).toBe(2000);
});

it('an event id is the same as text and in place', () => {
  const eventIds = new EventIds();
  const twin = new EventIds();
  const into = new Uint8Array(EventIds.length - EventIds.countAt);
  for (let n = 0; n < 100_000; n += 1) {
    twin.writeCount(into, 0);
    expect(eventIds.next() === eventIds.base + Buffer.from(into).toString()).toBe(true);
  }
});
