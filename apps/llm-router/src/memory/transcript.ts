import type { ChatMessage } from '../chat/types';
import type { Memory } from '../prompt/memory';

/** Of one message; what is longer loses its middle. */
const maxMessageChars = 2_000;

/** What is remembered already and what was said since, for a model to read. */
export function transcriptOf(memory: Memory, messages: readonly ChatMessage[]): string {
  const known = [
    ...(memory.summary === '' ? [] : [`Summary so far: ${memory.summary}`]),
    ...(memory.facts.length === 0
      ? []
      : [`Facts so far:\n${memory.facts.map((fact, index) => `${index + 1}. ${fact}`).join('\n')}`]),
  ];
  return [...known, `What was said since:\n${messages.flatMap(linesOf).join('\n')}`].join('\n\n');
}

function linesOf(message: ChatMessage): string[] {
  const text = clipped(message.text.trim().replaceAll(/\s*\n\s*/g, ' '));
  switch (message.role) {
    case 'user':
      return text === '' ? [] : [`Caller: ${text}`];
    case 'assistant':
      return [
        ...(text === '' ? [] : [`Assistant: ${text}`]),
        ...message.toolCalls.map(
          ({ name, argumentsJson }) => `(The assistant used ${name} with ${clipped(argumentsJson)})`,
        ),
      ];
    case 'tool':
      return [`(${message.name} gave: ${text})`];
    default:
      return [`(Note: ${text})`];
  }
}

function clipped(text: string): string {
  if (text.length <= maxMessageChars) return text;
  const half = (maxMessageChars >> 1) - 2;
  return `${text.slice(0, half)} … ${text.slice(-half)}`;
}
