import type { ChatMessage, ToolCall } from '../../../chat/types';

/**
 * A conversation without calls, for models that can make one and cannot read what came of it: outputs are told with
 * what the user asked before them. A message that made calls goes with them.
 */
export function asWords(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  const told: ChatMessage[] = [];
  const calls = new Map<string, ToolCall>();
  for (const message of messages) {
    if (message.role === 'assistant' && message.toolCalls.length > 0) {
      for (const call of message.toolCalls) calls.set(call.callId, call);
    } else if (message.role === 'tool') {
      const output = `${message.name} ${calls.get(message.callId)?.argumentsJson ?? '{}'}: ${message.text}`;
      const last = told.at(-1);
      if (last?.role === 'user')
        told[told.length - 1] = {
          ...last,
          text: [last.text, output].filter((text) => text !== '').join('\n\n'),
        };
      else told.push({ role: 'user', text: output, images: [] });
    } else told.push(message);
  }
  return told;
}
