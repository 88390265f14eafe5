import type { ChatMessage } from '../chat/types';
import type { ParsedRequest } from '../chat/parse-request';
import type { RoutingFacts } from './facts';
import type { MessageTemplate } from './router';

/** The request with a variant's own messages: system ones after the instructions, others before the conversation. */
export function withTemplates(
  request: ParsedRequest,
  templates: readonly MessageTemplate[],
  facts: RoutingFacts,
): ParsedRequest {
  if (templates.length === 0) return request;
  const filled = templates.map(({ role, content }) => ({ role, text: fill(content, facts) }));
  const system = filled.flatMap(({ role, text }) => (role === 'system' ? [text] : []));
  const messages = filled.flatMap(({ role, text }): ChatMessage[] => {
    if (role === 'user') return [{ role, text, images: [] }];
    return role === 'assistant' ? [{ role, text, toolCalls: [] }] : [];
  });
  return {
    ...request,
    instructions: [request.instructions, ...system].filter((part) => part.trim() !== '').join('\n\n'),
    messages: [...messages, ...request.messages],
  };
}

/** `{{metadata.plan}}`; what is not known leaves nothing. Only what the client itself gave can be put in. */
function fill(content: string, facts: RoutingFacts): string {
  return content.replaceAll(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, path: string) => {
    let value: unknown = facts;
    for (const key of path.split('.'))
      value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
