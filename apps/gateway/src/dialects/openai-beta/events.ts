import type { ServerEventType } from '@parley/protocol';

const same = (...types: readonly ServerEventType[]): Readonly<Record<string, string>> =>
  Object.fromEntries(types.map((type) => [type, type]));

/**
 * What the beta calls the events whose fields are the same in both dialects. Not there: events whose fields differ,
 * and those that the beta does not have, such as the second event of an item, MCP and idle timeouts.
 */
export const eventNames: Readonly<Record<string, string>> = {
  ...same(
    'conversation.created',
    'conversation.item.deleted',
    'conversation.item.truncated',
    'conversation.item.input_audio_transcription.delta',
    'conversation.item.input_audio_transcription.completed',
    'conversation.item.input_audio_transcription.failed',
    'input_audio_buffer.speech_started',
    'input_audio_buffer.speech_stopped',
    'input_audio_buffer.committed',
    'input_audio_buffer.cleared',
    'output_audio_buffer.started',
    'output_audio_buffer.stopped',
    'output_audio_buffer.cleared',
    'response.content_part.added',
    'response.content_part.done',
    'response.function_call_arguments.delta',
    'rate_limits.updated',
  ),
  'response.output_text.delta': 'response.text.delta',
  'response.output_text.done': 'response.text.done',
  'response.output_audio.delta': 'response.audio.delta',
  'response.output_audio.done': 'response.audio.done',
  'response.output_audio_transcript.delta': 'response.audio_transcript.delta',
  'response.output_audio_transcript.done': 'response.audio_transcript.done',
};
