import type {
  LanguageModelV3CallOptions,
  LanguageModelV3Message,
  LanguageModelV3ToolChoice,
  SharedV3ProviderOptions,
} from '@ai-sdk/provider';
import type { ModelEntry } from '../../catalogue/entry';
import type { AnswerFormat, Settings } from '../../chat/settings';
import type { ChatMessage, ChatRequest, ToolChoice } from '../../chat/types';
import { cacheBreaks } from '../prompt-cache';
import type { Capabilities } from '../provider';

type CallOptions = Pick<
  LanguageModelV3CallOptions,
  | 'prompt'
  | 'tools'
  | 'toolChoice'
  | 'temperature'
  | 'maxOutputTokens'
  | 'topP'
  | 'stopSequences'
  | 'seed'
  | 'frequencyPenalty'
  | 'presencePenalty'
  | 'responseFormat'
>;

export interface CallContext {
  readonly capabilities: Capabilities;
  /** What the catalogue says of the model: one that refuses a temperature is given none. */
  readonly known?: Pick<ModelEntry, 'sampling'> | undefined;
  /** Set on messages up to which the provider is to keep the prompt. */
  readonly cacheMark?: SharedV3ProviderOptions | undefined;
}

/** A request in the AI SDK's words. */
export function toCallOptions(
  request: ChatRequest,
  { capabilities, known, cacheMark }: CallContext,
): CallOptions {
  const mark = cacheMark === undefined ? {} : { providerOptions: cacheMark };
  const system = [request.system, request.memory].flatMap((content): LanguageModelV3Message[] =>
    content === '' ? [] : [{ role: 'system', content, ...mark }],
  );
  const breaks = cacheBreaks(request.messages);
  return {
    prompt: [
      ...system,
      ...request.messages.map((message, index) => ({
        ...toMessage(message, capabilities),
        ...(breaks.includes(index) ? mark : {}),
      })),
    ],
    ...(request.tools.length === 0
      ? {}
      : { tools: request.tools.map(toTool), toolChoice: toChoice(request.toolChoice) }),
    ...(request.temperature === undefined || known?.sampling === false
      ? {}
      : { temperature: request.temperature }),
    ...(request.maxOutputTokens === undefined ? {} : { maxOutputTokens: request.maxOutputTokens }),
    ...settingsOf(request.settings),
  };
}

function settingsOf({ stop, format, ...same }: Settings = {}): Omit<CallOptions, 'prompt'> {
  return {
    ...same,
    ...(stop === undefined ? {} : { stopSequences: [...stop] }),
    ...(format === undefined ? {} : { responseFormat: toFormat(format) }),
  };
}

function toFormat(format: AnswerFormat): NonNullable<LanguageModelV3CallOptions['responseFormat']> {
  if (format.type === 'json') return { type: 'json' };
  const { name, description, schema } = format;
  return { type: 'json', name, schema, ...(description === undefined ? {} : { description }) };
}

type FunctionTool = NonNullable<LanguageModelV3CallOptions['tools']>[number];

const toTool = ({ name, description, parameters, strict }: ChatRequest['tools'][number]): FunctionTool => ({
  type: 'function',
  name,
  description,
  inputSchema: parameters,
  ...(strict === true ? { strict } : {}),
});

const toChoice = (choice: ToolChoice): LanguageModelV3ToolChoice =>
  choice.kind === 'function' ? { type: 'tool', toolName: choice.name } : { type: choice.kind };

function toMessage(message: ChatMessage, { systemAnywhere }: Capabilities): LanguageModelV3Message {
  switch (message.role) {
    case 'system':
      // Some providers take system messages at the start alone.
      return systemAnywhere
        ? { role: 'system', content: message.text }
        : { role: 'user', content: [{ type: 'text', text: `[System: ${message.text}]` }] };
    case 'user':
      return {
        role: 'user',
        content: [
          ...(message.text === '' ? [] : [{ type: 'text' as const, text: message.text }]),
          ...message.images.map(({ mediaType, base64, detail }) => ({
            type: 'file' as const,
            mediaType,
            data: base64,
            // OpenAI's adapters alone know it.
            ...(detail === undefined ? {} : { providerOptions: { openai: { imageDetail: detail } } }),
          })),
        ],
      };
    case 'assistant':
      return {
        role: 'assistant',
        content: [
          ...(message.text === '' ? [] : [{ type: 'text' as const, text: message.text }]),
          ...message.toolCalls.map((call) => ({
            type: 'tool-call' as const,
            toolCallId: call.callId,
            toolName: call.name,
            input: JSON.parse(call.argumentsJson) as unknown,
          })),
        ],
      };
    default:
      return {
        role: 'tool',
        content: [
          {
            type: 'tool-result',
            toolCallId: message.callId,
            toolName: message.name,
            output: { type: 'text', value: message.text },
          },
        ],
      };
  }
}
