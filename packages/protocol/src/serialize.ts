import type { ServerEventBody } from './server-events';

export function serialize(eventId: string, event: ServerEventBody): string {
  const { type, ...fields } = event;
  return JSON.stringify({ type, event_id: eventId, ...fields });
}

interface AudioDeltaIds {
  readonly response_id: string;
  readonly item_id: string;
  readonly output_index: number;
  readonly content_index: number;
}

/** `response.output_audio.delta`; by template, as neither ids of ours nor base64 need escaping. */
export function serializeAudioDelta(eventId: string, ids: AudioDeltaIds, pcm: Uint8Array): string {
  const delta = Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength).toString('base64');
  return (
    `{"type":"response.output_audio.delta","event_id":"${eventId}","response_id":"${ids.response_id}",` +
    `"item_id":"${ids.item_id}","output_index":${ids.output_index},"content_index":${ids.content_index},` +
    `"delta":"${delta}"}`
  );
}
