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

/**
 * `response.output_audio.delta`, or what the dialect calls it, as the text of a frame; by template, as neither ids of ours
 * nor base64 need escaping. All of it is ASCII, and is written once.
 */
export function audioDeltaText(
  eventId: string,
  ids: AudioDeltaIds,
  pcm: Uint8Array,
  type = 'response.output_audio.delta',
): Buffer {
  const head =
    `{"type":"${type}","event_id":"${eventId}","response_id":"${ids.response_id}",` +
    `"item_id":"${ids.item_id}","output_index":${ids.output_index},"content_index":${ids.content_index},"delta":"`;
  const delta = Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength).toString('base64');
  const text = Buffer.allocUnsafe(head.length + delta.length + 2);
  text.write(head, 0, 'latin1');
  text.write(delta, head.length, 'latin1');
  text.write('"}', head.length + delta.length, 'latin1');
  return text;
}
