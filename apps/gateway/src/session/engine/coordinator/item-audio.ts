import type { UserMessageItem } from '@parley/protocol';
import { find, update } from '../conversation/items';
import type { Entry } from '../conversation/state';
import { ownInput, type InputEntry } from '../response/input';
import type { EngineEvent } from './events';
import { respond } from './outputs';
import type { Live } from './state';
import type { Step } from './step';

type Transcribed = Extract<EngineEvent, { type: 'item_transcribed' }>;

/** The words of audio that came with an item the client created; null: they could not be had. */
export function itemTranscribed(step: Step, event: Transcribed): void {
  const { itemId, contentIndex, text, audioMs } = event;
  const known = find(step.state.conversation, itemId);
  if (known === undefined) return inputTranscribed(step, event);
  const heard = withWords(known, event);
  if (heard === undefined) return;
  const { item } = heard;
  step.set({ conversation: update(step.state.conversation, itemId, () => heard) });
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

/** The same for audio in the input of one response, which nobody but its model is told of. */
function inputTranscribed(step: Step, event: Transcribed): void {
  for (const live of step.state.live) {
    const { plan } = live.response;
    const isOf = ({ entry, isReference }: InputEntry) => !isReference && entry.item.id === event.itemId;
    const at = plan.input?.findIndex(isOf) ?? -1;
    const known = plan.input?.[at];
    const heard = known && withWords(known.entry, event);
    if (heard === undefined || plan.input === null) continue;
    step.do({ type: 'drop_audio', itemId: event.itemId });
    const input = plan.input.with(at, ownInput(heard));
    const knowing: Live = { ...live, response: { ...live.response, plan: { ...plan, input } } };
    if (event.text === null) return respond(step, knowing, { type: 'fail', failure: unheardInput });
    step.putLive(knowing);
  }
}

const unheardInput = {
  type: 'server_error',
  code: 'stt_unavailable',
  message: 'The audio of the input could not be transcribed.',
} as const;

/** Undefined: it does not wait for these words. */
function withWords(entry: Entry, { contentIndex, text }: Transcribed): HeardEntry | undefined {
  const { item } = entry;
  if (item.type !== 'message' || item.role !== 'user' || !entry.awaitingTranscript) return undefined;
  if (item.content[contentIndex]?.type !== 'input_audio') return undefined;
  const content = item.content.with(contentIndex, { type: 'input_audio', transcript: text ?? '' });
  const awaitingTranscript = content.some((part) => part.type === 'input_audio' && part.transcript === null);
  return { ...entry, item: { ...item, content }, awaitingTranscript };
}

type HeardEntry = Entry & { readonly item: UserMessageItem };
