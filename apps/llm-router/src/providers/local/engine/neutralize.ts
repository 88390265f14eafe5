import { z } from 'zod';
import type { ChatMessage } from '../../../chat/types';
import type { Prompt } from './template';

/** Makes text harmless that would otherwise be read as control tokens ("<|im_end|>" said by a caller). */
export type Neutralize = (text: string) => string;

/** For a model with these control tokens: each is broken by a blank after its first character. */
export function neutralizer(controlTokens: readonly string[]): Neutralize {
  const tokens = controlTokens.filter((token) => token.length > 1).toSorted((a, b) => b.length - a.length);
  if (tokens.length === 0) return (text) => text;
  const pattern = new RegExp(
    tokens.map((token) => token.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'),
    'g',
  );
  return (text) => text.replaceAll(pattern, (token) => `${token[0] ?? ''} ${token.slice(1)}`);
}

const jsonObject = z.record(z.string(), z.unknown());

/** Every text of the prompt that came from outside, made harmless. */
export const neutralizePrompt = (prompt: Prompt, neutralize: Neutralize): Prompt => ({
  system: neutralize(prompt.system),
  messages: prompt.messages.map((message) => neutralizeMessage(message, neutralize)),
  tools: prompt.tools.map(({ name, description, parameters }) => ({
    name,
    description: neutralize(description),
    parameters: jsonObject.parse(JSON.parse(neutralize(JSON.stringify(parameters)))),
  })),
});

function neutralizeMessage(message: ChatMessage, neutralize: Neutralize): ChatMessage {
  const text = neutralize(message.text);
  if (message.role !== 'assistant') return { ...message, text };
  const toolCalls = message.toolCalls.map((call) => ({
    ...call,
    argumentsJson: neutralize(call.argumentsJson),
  }));
  return { ...message, text, toolCalls };
}
