import type { AssistantMessageItem, ItemStatus } from '@parley/protocol';
import type { Ctx } from '../ctx';
import { emptyLedger, spokenOf } from '../playout/ledger';
import type { ResponseOutput } from './events';
import type { MessageOutput, ResponseState, Speech } from './state';

export interface Advance<T> {
  readonly output: T;
  readonly out: readonly ResponseOutput[];
  readonly finished: boolean;
}

export const messageItem = (
  message: MessageOutput,
  status: ItemStatus,
  modality: 'audio' | 'text',
): AssistantMessageItem => {
  const text = message.text.slice(0, message.shown);
  const part =
    modality === 'audio'
      ? ({ type: 'output_audio', transcript: text } as const)
      : ({ type: 'output_text', text } as const);
  const content = status === 'in_progress' ? [] : [part];
  return { id: message.itemId, type: 'message', status, role: 'assistant', content };
};

/** Sends everything of the head message that can be sent now; `finished`: it is ready to be closed. */
export function advanceMessage(
  response: ResponseState,
  message: MessageOutput,
  outputIndex: number,
  ctx: Ctx,
): Advance<MessageOutput> {
  const { modality } = response.plan;
  const out: ResponseOutput[] = [];
  const at = { outputIndex, itemId: message.itemId };
  let output = message;
  if (!output.open) {
    out.push({ type: 'item_opened', outputIndex, item: messageItem(output, 'in_progress', modality) });
    out.push({ type: 'part_opened', modality, ...at });
    output = { ...output, open: true };
  }
  if (modality === 'text') {
    if (output.shown < output.text.length) {
      out.push({ type: 'text_delta', delta: output.text.slice(output.shown), ...at });
      output = { ...output, shown: output.text.length };
    }
    return { output, out, finished: output.textDone };
  }
  // Shown ahead of its words, of which there may be none.
  if (output.text === '') return { output, out, finished: output.textDone };
  const speech = feed(output, out, ctx);
  output = { ...output, speech };
  if (speech.done && output.shown < output.text.length) {
    out.push({ type: 'transcript_delta', delta: output.text.slice(output.shown), ...at });
    output = { ...output, shown: output.text.length };
  }
  return { output, out, finished: speech.done };
}

function feed(message: MessageOutput, out: ResponseOutput[], ctx: Ctx): Speech {
  let speech = message.speech;
  if (speech === null) {
    speech = {
      generation: ctx.ids.generation(),
      base: { text: 0, audioMs: 0 },
      fed: 0,
      finishSent: false,
      done: false,
      ledger: emptyLedger,
      attempts: 1,
    };
    out.push({ type: 'speak_begin', generation: speech.generation });
  }
  const { generation } = speech;
  if (speech.fed < message.text.length) {
    out.push({ type: 'speak_text', generation, delta: message.text.slice(speech.fed) });
    speech = { ...speech, fed: message.text.length };
  }
  if (message.textDone && !speech.finishSent) {
    out.push({ type: 'speak_finish', generation });
    speech = { ...speech, finishSent: true };
  }
  return speech;
}

/** The closing events of an open message. */
export function closeMessage(
  response: ResponseState,
  message: MessageOutput,
  outputIndex: number,
  status: ItemStatus,
  interrupted: boolean,
): { readonly item: AssistantMessageItem; readonly out: readonly ResponseOutput[] } {
  const { modality } = response.plan;
  const { speech, itemId } = message;
  const item = messageItem(message, status, modality);
  const text = message.text.slice(0, message.shown);
  const spoken =
    modality === 'text' ? null : spokenOf(speech?.ledger ?? emptyLedger, message.text, speech?.done === true);
  return {
    item,
    out: [
      { type: 'part_closed', modality, text, outputIndex, itemId },
      {
        type: 'item_closed',
        outputIndex,
        item,
        spoken,
        playEndAtMs: speech?.ledger.playEndAtMs ?? 0,
        interrupted,
      },
    ],
  };
}
