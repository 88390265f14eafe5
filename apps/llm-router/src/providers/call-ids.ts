import { createHash, randomUUID } from 'node:crypto';
import type { ChatMessage } from '../chat/types';

/** For a call whose provider gives none. */
export const newCallId = (): string => `call_${randomUUID().replaceAll('-', '')}`;

/** OpenAI takes no longer ones, and Anthropic no other characters. */
const plain = /^[a-zA-Z0-9_-]{1,40}$/;

/** Mistral wants just so many letters and digits; nobody refuses these. */
const idLength = 9;

/**
 * The same conversation with ids of calls that a provider takes: other providers, clients and their tools named them. An
 * id always becomes the same one, so that a cached prompt stays good.
 */
export function withCallIds(messages: readonly ChatMessage[], taken: RegExp = plain): readonly ChatMessage[] {
  const isTaken = (message: ChatMessage): boolean => {
    if (message.role === 'tool') return taken.test(message.callId);
    return message.role !== 'assistant' || message.toolCalls.every(({ callId }) => taken.test(callId));
  };
  if (messages.every(isTaken)) return messages;
  const idOf = (callId: string): string => (taken.test(callId) ? callId : shortId(callId));
  return messages.map((message) => {
    if (message.role === 'tool') return { ...message, callId: idOf(message.callId) };
    if (message.role !== 'assistant') return message;
    const toolCalls = message.toolCalls.map((call) => ({ ...call, callId: idOf(call.callId) }));
    return { ...message, toolCalls };
  });
}

const shortId = (callId: string): string =>
  createHash('sha256')
    .update(callId)
    .digest('base64')
    .replaceAll(/[^a-zA-Z0-9]/g, '')
    .slice(0, idLength);
