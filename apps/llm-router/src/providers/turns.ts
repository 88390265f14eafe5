import type { ChatMessage, ChatRequest } from '../chat/types';
import type { Capabilities } from './provider';

/** How a provider wants the turns of a conversation. The user's comes first: many a model's template fails without. */
export interface TurnRules {
  /** The user's, or an output, comes last too; for these models alone. Others go on with the assistant's words. */
  readonly userLast?: RegExp;
  /** What one side said in a row must be one message. */
  readonly alternate?: boolean;
  /** After the outputs of calls nobody but the assistant may speak. */
  readonly answersOutputs?: boolean;
}

/** What a model reads where nobody has spoken to it yet. They are no part of the conversation: nobody keeps them. */
const beginning: ChatMessage = { role: 'user', text: '(The conversation begins.)', images: [] };

/** What it reads where it is to speak once more. */
const waiting: ChatMessage = { role: 'user', text: '(The user waits for you to go on.)', images: [] };

/** What stands for its answer to outputs over which the user spoke. */
const noted: ChatMessage = { role: 'assistant', text: 'Okay.', toolCalls: [] };

/** The same conversation in turns that a provider takes; without rules it takes them as they come. */
export function inTurns(
  { messages, model }: Pick<ChatRequest, 'messages' | 'model'>,
  { turns: rules, systemAnywhere }: Pick<Capabilities, 'turns' | 'systemAnywhere'>,
): readonly ChatMessage[] {
  if (rules === undefined) return messages;
  const isTurn = systemAnywhere ? isSpoken : isSaid;
  const around = withUserAround(messages, isTurn, rules.userLast?.test(model) === true);
  const answered = rules.answersOutputs === true ? withAnswers(around) : around;
  return rules.alternate === true ? merged(answered) : answered;
}

/** Formats leave messages without words out. */
function isSaid(message: ChatMessage): boolean {
  if (message.text.trim() !== '') return true;
  if (message.role === 'user') return message.images.length > 0;
  return message.role === 'tool' || (message.role === 'assistant' && message.toolCalls.length > 0);
}

/** A system message is nobody's turn, where it is not told as the user's. */
const isSpoken = (message: ChatMessage): boolean => message.role !== 'system' && isSaid(message);

function withUserAround(
  messages: readonly ChatMessage[],
  isTurn: (message: ChatMessage) => boolean,
  last: boolean,
): readonly ChatMessage[] {
  const first = messages.findIndex(isTurn);
  if (first < 0) return [...messages.filter(isSaid), beginning];
  const begun = messages[first]?.role !== 'assistant';
  const behind = last && messages.findLast(isTurn)?.role === 'assistant' ? [waiting] : [];
  if (begun) return behind.length === 0 ? messages : [...messages, ...behind];
  return [...messages.slice(0, first), beginning, ...messages.slice(first), ...behind];
}

function withAnswers(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  const isOver = ({ role }: ChatMessage, index: number): boolean =>
    messages[index - 1]?.role === 'tool' && (role === 'user' || role === 'system');
  if (!messages.some(isOver)) return messages;
  return messages.flatMap((message, index) => (isOver(message, index) ? [noted, message] : [message]));
}

/** System messages behind the first are the user's where turns must alternate. */
function merged(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  const runs: ChatMessage[][] = [];
  for (const message of messages) {
    const next: ChatMessage =
      message.role === 'system' ? { role: 'user', text: `[System: ${message.text}]`, images: [] } : message;
    if (!isSaid(next)) continue;
    const run = runs.at(-1);
    if (run?.[0]?.role === next.role && next.role !== 'tool') run.push(next);
    else runs.push([next]);
  }
  return runs.flatMap(together);
}

/** What one side said in a row, as one message. */
function together(run: readonly ChatMessage[]): readonly ChatMessage[] {
  const [first] = run;
  if (first === undefined || run.length === 1) return run;
  const text = run
    .map((one) => one.text)
    .filter((part) => part !== '')
    .join('\n\n');
  if (first.role === 'user')
    return [{ ...first, text, images: run.flatMap((one) => (one.role === 'user' ? one.images : [])) }];
  const toolCalls = run.flatMap((one) => (one.role === 'assistant' ? one.toolCalls : []));
  return [{ role: 'assistant', text, toolCalls }];
}
