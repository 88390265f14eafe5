import { EngineError } from '@parley/engines-kit';
import { z } from 'zod';
import type { AnswerFormat } from '../../../chat/settings';
import type { ChatMessage, Tool, ToolChoice } from '../../../chat/types';
import { literal, SchemaGrammar } from './schema-grammar';

/** How a call is written by the models whose templates know `<tool_call>`. */
export const callOpen = '<tool_call>\n';
export const callClose = '\n</tool_call>';

export interface WrittenCall {
  readonly name: string;
  readonly argumentsJson: string;
}

const written = z.object({ name: z.string(), arguments: z.record(z.string(), z.unknown()) });

/** The tools that this choice leaves. */
export const toolsFor = (tools: readonly Tool[], choice: ToolChoice): readonly Tool[] => {
  if (choice.kind === 'none') return [];
  return choice.kind === 'function' ? tools.filter((tool) => tool.name === choice.name) : tools;
};

/** A grammar for exactly one call of one of the tools, with arguments of its schema. */
export function callGrammar(tools: readonly Tool[]): string {
  const grammar = new SchemaGrammar();
  return grammar.text(callRoot(grammar, tools));
}

/** How a call of this tool begins, and a grammar for the rest of it. */
export function startedCall({ name, parameters }: Tool): {
  readonly start: string;
  readonly grammar: string;
} {
  const grammar = new SchemaGrammar();
  const rule = grammar.add('arguments', { type: 'object', ...parameters });
  const start = `{"name": ${JSON.stringify(name)}, "arguments":`;
  return { start, grammar: grammar.text(`" " ${rule} "}"`) };
}

/** A grammar for an answer in this format, or in its place one call of one of the tools. */
export function formatGrammar(format: AnswerFormat, tools: readonly Tool[]): string {
  const grammar = new SchemaGrammar();
  const answer = grammar.add('answer', format.type === 'json' ? { type: 'object' } : format.schema);
  return grammar.text(tools.length === 0 ? answer : `${answer} | ${callRoot(grammar, tools)}`);
}

function callRoot(grammar: SchemaGrammar, tools: readonly Tool[]): string {
  const calls = tools.map(({ name, parameters }, index) => {
    const rule = grammar.add(`tool${index}`, { type: 'object', ...parameters });
    return `${literal(`${JSON.stringify(name)}, "arguments": `)} ${rule}`;
  });
  return `${literal('{"name": ')} (${calls.join(' | ')}) "}"`;
}

/** Reads what was written by that grammar; it is incomplete when the token limit cut it. */
export function parseCall(text: string): WrittenCall {
  try {
    const call = written.parse(JSON.parse(text));
    return { name: call.name, argumentsJson: JSON.stringify(call.arguments) };
  } catch (cause) {
    throw new EngineError('caller_fault', 'tool_call_cut', 'the token limit cut a tool call', { cause });
  }
}

/** The call of one of the tools that this text is; undefined = it is none. */
export function callIn(text: string, tools: readonly Tool[]): WrittenCall | undefined {
  try {
    const call = parseCall(text);
    return tools.some(({ name }) => name === call.name) ? call : undefined;
  } catch {
    return undefined;
  }
}

/** Whether this very call was made since the user last spoke. */
export function isAnswered(messages: readonly ChatMessage[], { name, argumentsJson }: WrittenCall): boolean {
  const since = messages.slice(messages.findLastIndex(({ role }) => role === 'user') + 1);
  return since.some(
    (message) =>
      message.role === 'assistant' &&
      message.toolCalls.some((call) => call.name === name && canonical(call.argumentsJson) === argumentsJson),
  );
}

const canonical = (json: string): string => JSON.stringify(JSON.parse(json));
