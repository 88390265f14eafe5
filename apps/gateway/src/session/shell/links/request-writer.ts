import { encode, readVarint, v1, varintBytes, writeTag, writeVarint } from '@parley/contracts';
import type { ContextMessage } from '../../engine/conversation/context';
import type { ModelRequest } from '../../engine/coordinator/effects';
import { chatMessage, requestMessage } from './generation-messages';

/** Field number and wire type, as in generation.proto. */
const tag = { request: 0x0a, prepare: 0x12 } as const;

/** A conversation that is longer, as with images, is encoded anew each time. */
const mostKeptBytes = 256 * 1024;

interface Kept {
  readonly messages: readonly ContextMessage[];
  /** Of all of them, as the field of a request. */
  readonly bytes: Uint8Array;
  /** Where each ends. */
  readonly ends: readonly number[];
}

const nothing: Kept = { messages: [], bytes: new Uint8Array(), ends: [] };

/** Requests of one lane as they are sent. Messages that the last one began with are not encoded again. */
export class RequestWriter {
  #kept = nothing;

  /** A GenerateInput. */
  write(what: keyof typeof tag, request: ModelRequest): Uint8Array {
    const { messages } = request;
    const same = this.#sameAs(messages);
    const ends = this.#kept.ends.slice(0, same);
    const before = this.#kept.bytes.subarray(0, ends.at(-1) ?? 0);
    const added = encode(v1.GenerateRequest, { messages: messages.slice(same).map(chatMessage) });
    const settings = encode(v1.GenerateRequest, requestMessage({ ...request, messages: [] }));
    const size = settings.length + before.length + added.length;
    // Kept: not a part of a larger one that would be kept with it.
    const payload = Buffer.allocUnsafeSlow(1 + varintBytes(size) + size);
    const begin = writeVarint(payload, size, writeTag(payload, tag[what], 0));
    payload.set(settings, begin);
    const from = begin + settings.length;
    payload.set(before, from);
    payload.set(added, from + before.length);
    addEnds(ends, added);
    this.#kept = size > mostKeptBytes ? nothing : { messages, bytes: payload.subarray(from), ends };
    return payload;
  }

  #sameAs(messages: readonly ContextMessage[]): number {
    const { messages: kept } = this.#kept;
    const most = Math.min(kept.length, messages.length);
    let same = 0;
    while (same < most && kept[same] === messages[same]) same += 1;
    return same;
  }
}

/** Where the messages of a field end, behind what there is. */
function addEnds(ends: number[], field: Uint8Array): void {
  const from = ends.at(-1) ?? 0;
  const cursor = { at: 0 };
  while (cursor.at < field.length) {
    cursor.at += 1;
    const length = readVarint(field, cursor);
    cursor.at += length;
    ends.push(from + cursor.at);
  }
}
