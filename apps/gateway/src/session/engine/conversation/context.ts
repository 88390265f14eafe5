import type { ImageDetail } from '@parley/protocol';
import { limits } from '../deadlines';
import { heardText } from '../playout/heard';
import { approvalsIn } from '../tools/approvals';
import { matched } from '../tools/pairing';
import { remembered } from '../tools/remembered';
import { toldCall } from '../tools/told-call';
import { textOfPart } from './items';
import type { Entry } from './state';
import { inOrderOfThought } from './thought';

export interface ContextCall {
  readonly callId: string;
  readonly name: string;
  readonly argumentsJson: string;
}

export interface ContextImage {
  /** A data: URI. */
  readonly url: string;
  readonly detail: ImageDetail;
}

/** One message of what the model is given. */
export type ContextMessage =
  | { readonly role: 'system'; readonly text: string }
  | { readonly role: 'user'; readonly text: string; readonly images?: readonly ContextImage[] }
  | { readonly role: 'assistant'; readonly text: string; readonly calls: readonly ContextCall[] }
  | { readonly role: 'tool'; readonly callId: string; readonly text: string };

/**
 * The conversation as the model remembers it: only what was heard of what it said, no turn without words, and no
 * call without its output. A call is placed where its output stands, with the outputs beside it, so that whatever
 * was said while a tool ran keeps its order and earlier context never changes.
 */
export function contextOf(
  all: readonly Entry[],
  maxChars: number = limits.maxContextChars,
  told: (entry: Entry) => boolean = () => true,
): ContextMessage[] {
  const messages: ContextMessage[] = [];
  tell(messages, inOrderOfThought(all).filter(told));
  return fit(messages, maxChars);
}

/** What is not over at the end of some entries. */
export interface Told {
  /** A call has no output yet. */
  readonly awaits: boolean;
  /** Calls came last: those that follow belong to their message. */
  readonly calling: boolean;
}

/** Adds what entries in the order of thought tell. */
export function tell(messages: ContextMessage[], entries: readonly Entry[]): Told {
  const { found: paired, open } = matched(entries);
  const approvals = approvalsIn(entries);
  let run: { calls: ContextCall[]; outputs: ContextMessage[] } | undefined;
  const endRun = (): void => {
    if (run === undefined) return;
    pushCalls(messages, run.calls);
    messages.push(...run.outputs);
    run = undefined;
  };
  for (const entry of entries) {
    const { item } = entry;
    if (item.type === 'function_call') continue;
    const call = remembered(entry, approvals);
    if (call !== undefined) {
      const { output, ...made } = call;
      run ??= { calls: [], outputs: [] };
      run.calls.push(made);
      run.outputs.push({ role: 'tool', callId: call.callId, text: output });
      continue;
    }
    if (item.type === 'function_call_output') {
      const pair = paired.get(item.id);
      if (pair === undefined) continue;
      run ??= { calls: [], outputs: [] };
      const { call_id: callId, name, arguments: argumentsJson } = pair.call;
      run.calls.push({ callId, name, argumentsJson });
      run.outputs.push({ role: 'tool', callId, text: item.output });
      continue;
    }
    const text = textOf(entry);
    if (item.type !== 'message') continue;
    const images = imagesOf(entry);
    if (text === '' && images.length === 0) continue;
    endRun();
    const last = messages.at(-1);
    // One turn in two pieces, with nothing heard between them.
    if (entry.continues && last?.role === 'user')
      messages[messages.length - 1] = { ...last, text: `${last.text} ${text}` };
    else messages.push(messageOf(item.role, text, images));
  }
  const calling = run !== undefined;
  endRun();
  return { awaits: open.size > 0, calling };
}

/** One for all messages: conversations are long. */
const noCalls: readonly ContextCall[] = [];

function messageOf(
  role: 'system' | 'user' | 'assistant',
  text: string,
  images: readonly ContextImage[],
): ContextMessage {
  if (role === 'assistant') return { role, text, calls: noCalls };
  return role === 'system' || images.length === 0 ? { role, text } : { role: 'user', text, images };
}

/** Text said right before a call belongs to the same message. */
function pushCalls(messages: ContextMessage[], made: readonly ContextCall[]): void {
  const calls = made.map(toldCall);
  const last = messages.at(-1);
  if (last?.role === 'assistant' && last.calls.length === 0)
    messages[messages.length - 1] = { ...last, calls };
  else messages.push({ role: 'assistant', text: '', calls });
}

/** What the model reads where a silence is to be answered. */
export const silenceNote = '(The user says nothing.)';

/** The words of a message, as its role heard or said them. */
export function textOf({ item, spoken, heardMs, silent }: Entry): string {
  if (item.type !== 'message') return '';
  if (silent) return silenceNote;
  if (spoken !== null) return heardMs === null ? spoken.text : heardText(spoken, heardMs);
  return item.content
    .map((part) => textOfPart(part) ?? '')
    .filter((text) => text.trim() !== '')
    .join('\n');
}

const imagesOf = ({ item }: Entry): ContextImage[] =>
  item.type === 'message' && item.role === 'user'
    ? item.content.flatMap((part) =>
        part.type === 'input_image' && part.image_url !== undefined
          ? [{ url: part.image_url, detail: part.detail }]
          : [],
      )
    : [];

const sizeOf = (message: ContextMessage): number =>
  message.text.length +
  (message.role === 'assistant' ? message.calls.reduce((sum, c) => sum + c.argumentsJson.length, 0) : 0);

/**
 * Drops the oldest messages of a context that is too long: in steps of a quarter of the limit, so that the cut
 * (and with it a provider's prompt cache) stays the same for many turns. System messages stay, and a call never
 * loses its output.
 */
export function fit(messages: ContextMessage[], maxChars: number): ContextMessage[] {
  const total = messages.reduce((sum, message) => sum + sizeOf(message), 0);
  if (total <= maxChars) return messages;
  const step = maxChars / 4;
  const surplus = Math.ceil((total - maxChars) / step) * step;
  let dropped = 0;
  let cut = 0;
  while ((cut < messages.length - 1 && dropped < surplus) || messages[cut]?.role === 'tool') {
    const message = messages[cut++];
    if (message !== undefined && message.role !== 'system') dropped += sizeOf(message);
  }
  return [...messages.slice(0, cut).filter((message) => message.role === 'system'), ...messages.slice(cut)];
}
