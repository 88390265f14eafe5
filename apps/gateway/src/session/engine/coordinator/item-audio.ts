import type { UserMessageItem } from '@parley/protocol';
import { find, update } from '../conversation/items';
import type { Entry } from '../conversation/state';
import type { EngineEvent } from './events';
import type { Step } from './step';

/** The words of audio that came with an item the client created; null: they could not be had. */
export function itemTranscribed(
  step: Step,
  { itemId, contentIndex, text, audioMs }: Extract<EngineEvent, { type: 'item_transcribed' }>,
): void {
  const entry = find(step.state.conversation, itemId);
  if (entry?.item.type !== 'message' || entry.item.role !== 'user' || !entry.awaitingTranscript) return;
  const part = entry.item.content[contentIndex];
  if (part?.type !== 'input_audio') return;
  const content = entry.item.content.with(contentIndex, { type: 'input_audio', transcript: text ?? '' });
  const item: UserMessageItem = { ...entry.item, content };
  const awaitingTranscript = content.some(
    (other) => other.type === 'input_audio' && other.transcript === null,
  );
  const heard = (old: Entry): Entry => ({ ...old, item, awaitingTranscript });
  step.set({ conversation: update(step.state.conversation, itemId, heard) });
  step.do({ type: 'persist', change: { kind: 'update', item } });
  if (step.state.session.audio.input.transcription === null) return;
  const ids = { item_id: itemId, content_index: contentIndex };
  if (text === null) {
    const error = {
      type: 'transcription_error',
      code: 'stt_unavailable',
      message: 'The audio could not be transcribed.',
      param: null,
    };
    return step.emit({ type: 'conversation.item.input_audio_transcription.failed', ...ids, error });
  }
  step.emit({
    type: 'conversation.item.input_audio_transcription.completed',
    ...ids,
    transcript: text,
    usage: { type: 'duration', seconds: audioMs / 1_000 },
  });
}
