import type { ReceivedEvent } from '@parley/testing';

const asynchronousTracks = [
  'conversation.item.input_audio_transcription.delta',
  'conversation.item.input_audio_transcription.completed',
  'conversation.item.input_audio_transcription.failed',
  'rate_limits.updated',
];
const deltas = [
  'response.output_audio.delta',
  'response.output_audio_transcript.delta',
  'response.output_text.delta',
];

/**
 * The life of a turn as a sequence of types: the transcription track (which may land anywhere) left out, and
 * each run of interleaved deltas as one entry "Δ".
 */
export function lifeOf(events: readonly ReceivedEvent[]): string[] {
  const life: string[] = [];
  for (const { type } of events) {
    if (asynchronousTracks.includes(type)) continue;
    const entry = deltas.includes(type) ? 'Δ' : type;
    if (entry !== 'Δ' || life.at(-1) !== 'Δ') life.push(entry);
  }
  return life;
}

export const userTurn = [
  'input_audio_buffer.speech_started',
  'input_audio_buffer.speech_stopped',
  'input_audio_buffer.committed',
  'conversation.item.added',
  'conversation.item.done',
];

/** The end of a spoken response, whether it was finished or interrupted. */
export const spokenEnd = [
  'response.output_audio.done',
  'response.output_audio_transcript.done',
  'response.content_part.done',
  'conversation.item.done',
  'response.output_item.done',
  'response.done',
];

export const spokenResponse = [
  'response.created',
  'response.output_item.added',
  'conversation.item.added',
  'response.content_part.added',
  'Δ',
  ...spokenEnd,
];

export const writtenResponse = [
  'response.created',
  'response.output_item.added',
  'conversation.item.added',
  'response.content_part.added',
  'Δ',
  'response.output_text.done',
  'response.content_part.done',
  'conversation.item.done',
  'response.output_item.done',
  'response.done',
];
