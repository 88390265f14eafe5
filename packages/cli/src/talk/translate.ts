import { bytesToInt16 } from '@parley/audio';
import type { KnownServerEvent } from './server-event';
import type { TalkEvent } from './talk-event';

type Untimed<E = TalkEvent> = E extends unknown ? Omit<E, 'atMs'> : never;

/** A server event as a caller sees it; undefined when it says nothing to a caller. */
export function translate(event: KnownServerEvent): Untimed | undefined {
  switch (event.type) {
    case 'input_audio_buffer.speech_started':
      return { kind: 'speech-started' };
    case 'input_audio_buffer.speech_stopped':
      return { kind: 'speech-stopped' };
    case 'conversation.item.input_audio_transcription.delta':
      return { kind: 'partial', text: event.delta };
    case 'conversation.item.input_audio_transcription.completed':
      return { kind: 'heard', text: event.transcript };
    case 'conversation.item.input_audio_transcription.failed':
      return { kind: 'not-understood', message: event.error.message };
    case 'response.created':
      return { kind: 'reply-started', responseId: event.response.id };
    case 'response.output_audio_transcript.delta':
    case 'response.output_text.delta':
      return { kind: 'reply-text', delta: event.delta };
    case 'response.output_audio.delta':
      return {
        kind: 'reply-audio',
        itemId: event.item_id,
        pcm: bytesToInt16(Buffer.from(event.delta, 'base64')),
      };
    case 'response.done': {
      const { id, status, status_details: details } = event.response;
      const detail = details?.error?.message ?? details?.reason ?? '';
      return { kind: 'reply-done', responseId: id, status, detail };
    }
    case 'parley.perception':
      return { kind: 'persona', scope: event.scope ?? 'utterance', perception: event.perception };
    case 'parley.turn_timing':
      return { kind: 'timing', stages: numbersIn(event.stages), engines: stringsIn(event.engines ?? {}) };
    case 'error':
      return { kind: 'error', code: event.error.code ?? '', message: event.error.message };
    default:
      return undefined;
  }
}

function numbersIn(record: Readonly<Record<string, unknown>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

function stringsIn(record: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
