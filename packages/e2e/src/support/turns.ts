import { field, recordedUtterance } from '@parley/testing';
import type { ReceivedEvent, RealtimeClient } from '@parley/testing';

/** Session fields of a spoken conversation whose words the client is told. */
export const vadWithTranscripts = (vad: Readonly<Record<string, unknown>> = {}) => ({
  audio: {
    input: {
      transcription: { model: 'whisper-1' },
      turn_detection: { type: 'server_vad', silence_duration_ms: 300, ...vad },
    },
  },
});

/** Speaks the recorded utterance and waits for its answer. */
export async function spokenTurn(client: RealtimeClient): Promise<ReceivedEvent> {
  const from = client.mark();
  await client.speak(Buffer.concat([recordedUtterance(), Buffer.alloc(48 * 1_000)]));
  return client.waitFor('response.done', { from, timeoutMs: 20_000 });
}

let barriers = 0;

/** Events are handled in order: once this error is back, everything sent before has been handled. */
export async function barrier(client: RealtimeClient): Promise<void> {
  const event_id = `barrier_${++barriers}`;
  client.send({ type: 'conversation.item.retrieve', item_id: 'item_none', event_id });
  await client.waitFor((e) => field(e, 'error.event_id') === event_id);
}
