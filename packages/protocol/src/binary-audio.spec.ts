import * as fc from 'fast-check';
import { binaryAudioDeltaBytes, readBinaryAppend, writeBinaryAudioDelta } from './binary-audio';

/** As a client writes it. */
function append(audio: Uint8Array, eventId = ''): Buffer {
  const start = 4 + Math.ceil(eventId.length / 4) * 4;
  const frame = Buffer.alloc(start + audio.length);
  frame[0] = 1;
  frame.writeUInt16LE(start, 2);
  frame.write(eventId, 4, 'latin1');
  frame.set(audio, start);
  return frame;
}

describe('audio from a client', () => {
  it('is what was sent, with the id of the event', () => {
    const id = fc.string({ unit: 'grapheme-ascii', maxLength: 512 });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), id, (audio, eventId) => {
        const { ok } = readBinaryAppend(append(audio, eventId));
        expect(ok && Buffer.compare(ok.audio, audio)).toBe(0);
        expect(ok?.eventId ?? '').toBe(eventId);
      }),
    );
  });

  it.each<[string, number[], RegExp]>([
    ['nothing', [], /shorter/],
    ['half a header', [1, 0, 4], /shorter/],
    ['another kind', [9, 0, 4, 0, 1, 2], /first byte is 9/],
    ['text', [...Buffer.from('{"type":"response.create"}')], /first byte is 123/],
    ['what is to be zero', [1, 1, 4, 0], /second byte is 1/],
    ['audio within the header', [1, 0, 3, 0, 0], /byte 3 of 5/],
    ['audio beyond the end', [1, 0, 6, 0, 0], /byte 6 of 5/],
    ['an id that is no text', [1, 0, 8, 0, 7, 7, 7, 7], /event id/],
    ['zeros within an id', [1, 0, 8, 0, 97, 0, 97, 0], /event id/],
  ])('that is %s is a clear error', (_, bytes, why) => {
    const { error } = readBinaryAppend(Buffer.from(bytes));
    expect(error).toMatchObject({ code: 'invalid_event', param: null });
    expect(error?.message).toMatch(why);
  });

  it('is at most 15 MiB', () => {
    const most = 15 * 1024 * 1024;
    expect(readBinaryAppend(append(Buffer.alloc(most))).ok?.audio).toHaveLength(most);
    expect(readBinaryAppend(append(Buffer.alloc(most + 1), 'big')).error).toMatchObject({
      code: 'invalid_value',
      param: 'audio',
      event_id: 'big',
    });
  });

  it('is audio or an error, whatever the bytes', () => {
    const nearly = fc
      .tuple(fc.nat(2), fc.nat(1), fc.nat(600), fc.uint8Array({ maxLength: 700 }))
      .map(([kind, zero, start, rest]) => Buffer.from([kind, zero, start & 0xff, start >> 8, ...rest]));
    const any = fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(fc.oneof(nearly, any), (frame) => {
        const { ok, error } = readBinaryAppend(frame);
        expect([ok, error].filter((one) => one !== undefined)).toHaveLength(1);
      }),
    );
  });
});

const margin = 3;

it('audio to a client says where it belongs, and begins where samples can be read in place', () => {
  const id = fc.string({ unit: fc.constantFrom('a', 'Z', '_', '0'), minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(
      id,
      id,
      fc.nat(65_535),
      fc.nat(255),
      fc.uint8Array(),
      (response, item, output, content, pcm) => {
        const ids = { response_id: response, item_id: item, output_index: output, content_index: content };
        const into = Buffer.alloc(margin + binaryAudioDeltaBytes(ids, pcm) + margin, '.');
        writeBinaryAudioDelta(into, margin, ids, pcm);
        const frame = into.subarray(margin, -margin);
        expect(into.toString('latin1', 0, margin) + into.toString('latin1', into.length - margin)).toBe(
          '......',
        );
        const start = frame.readUInt16LE(2);
        const itemAt = 8 + frame[6]!;
        expect(frame[0]).toBe(2);
        expect(start % 4).toBe(0);
        expect({
          response_id: frame.toString('latin1', 8, itemAt),
          item_id: frame.toString('latin1', itemAt, itemAt + frame[7]!),
          output_index: frame.readUInt16LE(4),
          content_index: frame[1],
        }).toEqual(ids);
        expect(Buffer.compare(frame.subarray(start), pcm)).toBe(0);
      },
    ),
  );
});
