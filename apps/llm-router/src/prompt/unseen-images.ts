import type { ParsedRequest } from '../chat/parse-request';
import type { ChatMessage } from '../chat/types';
import { fillTemplate, ownWords, type Templates } from './templates';

type Told = Pick<ParsedRequest, 'messages' | 'templates'>;

const shown = (message: ChatMessage | undefined): boolean =>
  message?.role === 'user' && message.images.length > 0;

/** Whether an answer is about images: they are in the last that the user said, and nothing was said to it. */
export function asksOfImages({ messages }: Pick<ParsedRequest, 'messages'>): boolean {
  const last = messages.findLast(({ role }) => role !== 'system');
  return shown(last);
}

export const hasImages = ({ messages }: Pick<ParsedRequest, 'messages'>): boolean => messages.some(shown);

/** The conversation for a model that does not see: where images were, it is told that they were shown. */
export function withoutImages<Request extends Told>(request: Request): Request {
  if (!hasImages(request)) return request;
  return { ...request, messages: request.messages.map((message) => untold(message, request.templates)) };
}

function untold(message: ChatMessage, templates: Templates): ChatMessage {
  if (message.role !== 'user' || message.images.length === 0) return message;
  const count = message.images.length;
  const images = count === 1 ? 'an image' : `${count} images`;
  const note = fillTemplate(templates['unseen'] ?? ownWords.unseen, { images });
  return { ...message, images: [], text: [message.text, note].filter((part) => part !== '').join('\n') };
}
