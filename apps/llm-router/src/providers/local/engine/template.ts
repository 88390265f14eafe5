import { Template } from '@huggingface/jinja';
import { EngineError } from '@parley/engines-kit';
import type { ChatMessage, ChatRequest } from '../../../chat/types';

export type Prompt = Pick<ChatRequest, 'system' | 'messages' | 'tools'>;

/** A model's own chat template: a conversation as the text the model was trained on. */
export class ChatTemplate {
  readonly #template: Template;
  /** Whether the template knows the `<tool_call>` form (Hermes, Qwen), the one whose answers are understood. */
  readonly tools: boolean;

  constructor(
    source: string,
    private readonly specialTokens: Readonly<Record<string, string>>,
  ) {
    this.#template = new Template(source);
    this.tools = /\btools\b/.test(source) && source.includes('<tool_call>');
  }

  /** Text that is not the template's must have been made harmless before (see `neutralizer`). */
  render({ system, messages, tools }: Prompt, options: { readonly answer: boolean }): string {
    try {
      return this.#template.render({
        ...this.specialTokens,
        messages: [
          ...(system === '' ? [] : [{ role: 'system', content: system }]),
          ...messages.map(toTemplate),
        ],
        ...(tools.length === 0 ? {} : { tools: tools.map((tool) => ({ type: 'function', function: tool })) }),
        add_generation_prompt: options.answer,
      });
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new EngineError('caller_fault', 'template', `the model's template refuses this: ${why}`, {
        cause,
      });
    }
  }
}

function toTemplate(message: ChatMessage): Record<string, unknown> {
  switch (message.role) {
    case 'system':
    case 'user':
      return { role: message.role, content: message.text };
    case 'tool':
      return { role: 'tool', name: message.name, content: message.text };
    default:
      return {
        role: 'assistant',
        content: message.text,
        ...(message.toolCalls.length === 0
          ? {}
          : {
              tool_calls: message.toolCalls.map(({ name, argumentsJson }) => ({
                type: 'function',
                function: { name, arguments: JSON.parse(argumentsJson) as unknown },
              })),
            }),
      };
  }
}
