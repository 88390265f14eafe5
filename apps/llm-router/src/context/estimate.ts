import { systemText, type ChatMessage, type ChatRequest, type Tool } from '../chat/types';

/** Of a message beside its words: role and separators. */
const perMessage = 4;
/** An image of a usual size, and one that is looked at as a thumbnail. */
const perImage = { usual: 800, low: 85 };

/** What one character counts, by the first code of each range: words of Latin script are few tokens, others more. */
const weights: readonly (readonly [from: number, tokens: number])[] = [
  [0x3040, 1],
  [0x2000, 0.6],
  [0x0900, 0.6],
  [0x0080, 0.45],
];

/** About how many tokens a text is, for any model: 4 characters of English to a token, 1 of Chinese. */
export function estimateTokens(text: string): number {
  let tokens = 0;
  let ascii = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) ascii += 1;
    else tokens += weights.find(([from]) => code >= from)?.[1] ?? 0.25;
  }
  return Math.ceil(tokens + ascii / 4);
}

const known = new WeakMap<ChatMessage, number>();

export function messageTokens(message: ChatMessage): number {
  const tokens = known.get(message) ?? countMessage(message);
  known.set(message, tokens);
  return tokens;
}

function countMessage(message: ChatMessage): number {
  const words = perMessage + estimateTokens(message.text);
  switch (message.role) {
    case 'user':
      return words + imageTokens([message]);
    case 'assistant':
      return message.toolCalls.reduce(
        (sum, { name, argumentsJson }) =>
          sum + perMessage + estimateTokens(name) + estimateTokens(argumentsJson),
        words,
      );
    default:
      return words;
  }
}

export function imageTokens(messages: readonly ChatMessage[]): number {
  let tokens = 0;
  for (const message of messages) {
    if (message.role !== 'user') continue;
    for (const { detail } of message.images) tokens += detail === 'low' ? perImage.low : perImage.usual;
  }
  return tokens;
}

export const messagesTokens = (messages: readonly ChatMessage[]): number =>
  messages.reduce((sum, message) => sum + messageTokens(message), 0);

/** Instructions and tools, which are never cut. */
export const fixedTokens = (request: Pick<ChatRequest, 'system' | 'memory' | 'tools'>): number =>
  estimateTokens(systemText(request)) + request.tools.reduce((sum, tool) => sum + toolTokens(tool), 0);

export const requestTokens = (request: ChatRequest): number =>
  fixedTokens(request) + messagesTokens(request.messages);

const toolTokens = ({ name, description, parameters }: Tool): number =>
  perMessage + estimateTokens(`${name}${description}${JSON.stringify(parameters)}`);
