import { fillTemplate, ownWords, type Templates } from './templates';

/** What is remembered of a conversation, beside the messages that are still there. */
export interface Memory {
  readonly summary: string;
  readonly facts: readonly string[];
}

export const nothingRemembered: Memory = { summary: '', facts: [] };

/** What the model is told of it; empty where nothing is remembered. */
export function memoryText({ summary, facts }: Memory, templates: Templates): string {
  if (summary === '' && facts.length === 0) return '';
  const listed = facts.map((fact) => `- ${fact}`).join('\n');
  const memory = [summary, listed].filter((part) => part !== '').join('\n');
  return fillTemplate(templates['memory'] ?? ownWords.memory, { memory, summary, facts: listed });
}
