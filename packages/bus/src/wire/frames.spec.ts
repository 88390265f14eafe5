import { decode, encode, v1 } from '@parley/contracts';
import * as fc from 'fast-check';
import { BusError } from '../errors';
import { decodeFrame, encodeFrame } from './frames';
import {
  encodeCreditFrame,
  encodeHeartbeatFrame,
  encodePayloadFrame,
  readPayloadFrame,
} from './payload-frame';

const uint32 = fc.oneof(fc.nat(300), fc.integer({ min: 0, max: 0xffff_ffff }));
const header = fc.record({
  seq: uint32,
  generation: uint32,
  deadlineUnixMs: fc.oneof(fc.constant(0), fc.double({ min: 1, max: 1e13, noNaN: true })),
  more: fc.boolean(),
});

describe('frames', () => {
  it('with a payload are encoded as the general encoder does it', () => {
    fc.assert(
      fc.property(header, fc.uint8Array({ maxLength: 400 }), (head, payload) => {
        const general = Buffer.from(encode(v1.Frame, { ...head, payload }));
        expect(Buffer.from(encodePayloadFrame(head, payload)).equals(general)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('of a heartbeat too', () => {
    fc.assert(
      fc.property(uint32, uint32, fc.boolean(), fc.boolean(), (seq, acknowledgedSeq, resend, ask) => {
        const heartbeat = { acknowledgedSeq, resend, ask };
        const general = Buffer.from(encode(v1.Frame, { seq, heartbeat }));
        expect(Buffer.from(encodeHeartbeatFrame(seq, heartbeat)).equals(general)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('and of a grant', () => {
    fc.assert(
      fc.property(uint32, uint32, uint32, (seq, frames, acknowledgedSeq) => {
        const general = Buffer.from(encode(v1.Frame, { seq, credit: { frames, acknowledgedSeq } }));
        expect(Buffer.from(encodeCreditFrame(seq, frames, acknowledgedSeq)).equals(general)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are read by hand as the general decoder does it, or not at all', () => {
    const plain = fc.record({ seq: uint32, generation: uint32, payload: fc.uint8Array({ maxLength: 400 }) });
    const encoded = plain.map((frame) => encode(v1.Frame, frame));
    const cut = fc.tuple(encoded, fc.nat(500)).map(([bytes, at]) => bytes.subarray(0, at));
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(encoded, cut, fc.uint8Array({ maxLength: 40 })), (bytes) => {
        const frame = readPayloadFrame(bytes);
        if (frame === undefined) return;
        read += 1;
        const { seq, generation, deadlineUnixMs, more, payload } = decode(v1.Frame, bytes);
        expect(frame).toEqual({ seq, generation, deadlineUnixMs, more, body: 'payload', payload });
      }),
      { numRuns: 2_000 },
    );
    expect(read).toBeGreaterThan(500);
  });

  it('come back as they went, payload as a view', () => {
    fc.assert(
      fc.property(header, fc.uint8Array({ maxLength: 400 }), (head, payload) => {
        const bytes = encodeFrame(head, { payload });
        const frame = decodeFrame(bytes);
        expect(frame).toMatchObject(head);
        expect(Buffer.from(frame.payload ?? []).equals(payload)).toBe(true);
        expect(payload.length === 0 || frame.payload?.buffer === bytes.buffer).toBe(true);
      }),
    );
  });

  it('keep an empty payload a payload', () => {
    expect(decodeFrame(encodeFrame({ seq: 1 }, { payload: new Uint8Array() })).body).toBe('payload');
  });

  it('that are no frames are refused, never anything worse', () => {
    const outcome = (bytes: Uint8Array): string => {
      try {
        return typeof decodeFrame(bytes).seq;
      } catch (error) {
        return BusError.isInstance(error) ? error.code : 'something worse';
      }
    };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) =>
        ['number', 'invalid_message'].includes(outcome(bytes)),
      ),
      { numRuns: 2_000 },
    );
  });
});
