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

/**
 * `response.output_audio.delta`, or what the dialect calls it, by template, as neither ids of ours nor base64 need
 * escaping. All of it is ASCII. What is the same for all pieces of a part is put together once.
 */
export class AudioDeltas {
  readonly #type: string;
  #ids: AudioDeltaIds | undefined;
  #place = '';

  constructor(type = 'response.output_audio.delta') {
    this.#type = `{"type":"${type}","event_id":"`;
  }

  /** What comes before the audio. */
  head(eventId: string, ids: AudioDeltaIds): string {
    if (ids !== this.#ids) {
      this.#ids = ids;
      this.#place =
        `","response_id":"${ids.response_id}","item_id":"${ids.item_id}",` +
        `"output_index":${ids.output_index},"content_index":${ids.content_index},"delta":"`;
    }
    return this.#type + eventId + this.#place;
  }
}

/** Of the event whose `head` that is. */
export const audioDeltaBytes = (head: string, pcm: Uint8Array): number =>
  head.length + 4 * Math.ceil(pcm.byteLength / 3) + end.length;

/** Writes the event from `at` on, where there are `audioDeltaBytes` for it. */
export function writeAudioDelta(into: Buffer, at: number, head: string, pcm: Uint8Array): void {
  const bytes = Buffer.isBuffer(pcm) ? pcm : Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  const deltaAt = at + into.write(head, at, 'latin1');
  const endAt = deltaAt + into.write(bytes.toString('base64'), deltaAt, 'latin1');
  into.write(end, endAt, 'latin1');
}
