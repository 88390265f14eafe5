import { systemText, type ChatMessage, type ChatRequest, type ToolChoice } from '../../../chat/types';
import type { AnswerFormat } from '../../../chat/settings';
import type { WireContext } from '../format';

/** A request of OpenAI's chat completions (platform.openai.com/docs/api-reference/chat). */
export function chatBody(request: ChatRequest, { entry, quirks, effort }: WireContext): object {
  const { model, messages, tools, toolChoice, temperature, maxOutputTokens } = request;
  const { reasoningEffort, parallelToolCalls, settings = {} } = request;
  const { topP, stop, seed, frequencyPenalty, presencePenalty, format } = settings;
  const system = systemText(request);
  return {
    model,
    messages: [...(system === '' ? [] : [{ role: 'system', content: system }]), ...messages.map(toMessage)],
    stream: true,
    stream_options: { include_usage: true },
    ...(quirks.promptCacheKey === 'body' && request.promptCacheKey !== ''
      ? { prompt_cache_key: request.promptCacheKey }
      : {}),
    ...(quirks.cacheControl?.test(model) === true ? { cache_control: { type: 'ephemeral' } } : {}),
    ...(tools.length === 0
      ? {}
      : {
          tools: tools.map(({ name, description, parameters, strict }) => ({
            type: 'function',
            function: {
              ...{ name, description, parameters },
              ...(strict === true && quirks.strictTools === true ? { strict } : {}),
            },
          })),
          tool_choice: toChoice(toolChoice),
          ...(parallelToolCalls === undefined || quirks.parallelToolCalls !== true
            ? {}
            : { parallel_tool_calls: parallelToolCalls }),
        }),
    ...(reasoningEffort === undefined || effort === undefined
      ? {}
      : { reasoning_effort: effort[reasoningEffort] }),
    ...(temperature === undefined || entry?.sampling === false ? {} : { temperature }),
    ...(maxOutputTokens === undefined ? {} : { [quirks.maxTokens ?? 'max_tokens']: maxOutputTokens }),
    // What is undefined is not written.
    top_p: topP,
    stop,
    seed,
    frequency_penalty: frequencyPenalty,
    presence_penalty: presencePenalty,
    response_format: format === undefined ? undefined : toFormat(format),
  };
}

function toMessage(message: ChatMessage): object {
  switch (message.role) {
    case 'system':
      return { role: 'system', content: message.text };
    case 'user':
      return { role: 'user', content: message.images.length === 0 ? message.text : toParts(message) };
    case 'assistant':
      return {
        role: 'assistant',
        content: message.text === '' && message.toolCalls.length > 0 ? null : message.text,
        ...(message.toolCalls.length === 0
          ? {}
          : {
              tool_calls: message.toolCalls.map(({ callId, name, argumentsJson }) => ({
                id: callId,
                type: 'function',
                function: { name, arguments: argumentsJson },
              })),
            }),
      };
    default:
      return { role: 'tool', tool_call_id: message.callId, content: message.text };
  }
}

const toParts = ({ text, images }: Extract<ChatMessage, { role: 'user' }>): object[] => [
  ...(text === '' ? [] : [{ type: 'text', text }]),
  ...images.map(({ mediaType, base64, detail }) => ({
    type: 'image_url',
    image_url: {
      url: `data:${mediaType};base64,${base64}`,
      ...(detail === undefined ? {} : { detail }),
    },
  })),
];

function toFormat(format: AnswerFormat): object {
  if (format.type === 'json') return { type: 'json_object' };
  const { name, description, schema, strict } = format;
  return { type: 'json_schema', json_schema: { name, description, schema, strict } };
}

const toChoice = (choice: ToolChoice): unknown =>
  choice.kind === 'function' ? { type: 'function', function: { name: choice.name } } : choice.kind;
