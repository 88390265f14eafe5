import { EventIds } from './ids';

/** An event as the client's dialect has it. */
export function serialize(eventId: string, event: { readonly type: string }): string {
  const { type, ...fields } = event;
  return JSON.stringify({ type, event_id: eventId, ...fields });
}

/** Where a piece of response audio belongs. */
export interface AudioDeltaIds {
  readonly response_id: string;
  readonly item_id: string;
  readonly output_index: number;
  readonly content_index: number;
}

const end = '"}';
const [quote, brace] = Buffer.from(end);

/**
 * `response.output_audio.delta`, or what the dialect calls it, by template, as neither ids of ours nor base64 need
 * escaping. All of it is ASCII. What is the same for all pieces of a part is put together once.
 */
export class AudioDeltas {
  readonly #before: string;
  #ids: AudioDeltaIds | undefined;
  /** What comes before the audio, with any counter in the event's id. */
  #head: Uint8Array = new Uint8Array();

  constructor(
    private readonly eventIds: EventIds,
    type = 'response.output_audio.delta',
  ) {
    this.#before = `{"type":"${type}","event_id":"`;
  }

  /** Of the event. */
  bytes(ids: AudioDeltaIds, pcm: Uint8Array): number {
    return this.#headOf(ids).length + 4 * Math.ceil(pcm.byteLength / 3) + end.length;
  }

  /** Writes the event from `at` on, where there are so many `bytes` for it. */
  write(into: Buffer, at: number, ids: AudioDeltaIds, pcm: Uint8Array): void {
    const head = this.#headOf(ids);
    into.set(head, at);
    this.eventIds.writeCount(into, at + this.#before.length + EventIds.countAt);
    const bytes = Buffer.isBuffer(pcm) ? pcm : Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength);
    const deltaAt = at + head.length;
    const endAt = deltaAt + into.write(bytes.toString('base64'), deltaAt, 'latin1');
    into[endAt] = quote!;
    into[endAt + 1] = brace!;
  }

  #headOf(ids: AudioDeltaIds): Uint8Array {
    if (ids === this.#ids) return this.#head;
    this.#ids = ids;
    const head =
      `${this.#before}${this.eventIds.base}${'0'.repeat(EventIds.length - EventIds.countAt)}` +
      `","response_id":"${ids.response_id}","item_id":"${ids.item_id}",` +
      `"output_index":${ids.output_index},"content_index":${ids.content_index},"delta":"`;
    // Its own memory: a piece of Node's pool would keep all of that.
    this.#head = new TextEncoder().encode(head);
    return this.#head;
  }
}
