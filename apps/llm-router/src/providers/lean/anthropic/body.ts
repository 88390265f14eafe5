import type { ChatMessage, ChatRequest, JsonSchema, Tool, ToolChoice } from '../../../chat/types';
import { cacheBreaks } from '../../prompt-cache';
import type { WireContext } from '../format';

type Block = Readonly<Record<string, unknown>>;

interface Turn {
  readonly role: 'user' | 'assistant';
  readonly content: Block[];
}

/** Anthropic wants a bound on every answer; a spoken one is far shorter. */
const defaultMaxTokens = 4_096;

/** What stands before these marks is cached at Anthropic and read at a tenth of the price in the next turn. */
const cached = { cache_control: { type: 'ephemeral' } } as const;

/** A request of Anthropic's messages (docs.anthropic.com/en/api/messages). */
export function anthropicBody(request: ChatRequest, { entry, effort }: WireContext): object {
  const { model, messages, tools, toolChoice, temperature, maxOutputTokens } = request;
  const { reasoningEffort, parallelToolCalls, settings = {} } = request;
  const system = [request.system, request.memory].filter((part) => part !== '');
  return {
    model,
    max_tokens: Math.min(maxOutputTokens ?? defaultMaxTokens, entry?.maxOutputTokens || Infinity),
    stream: true,
    ...(system.length === 0
      ? {}
      : { system: system.map((part) => ({ type: 'text', text: part, ...cached })) }),
    messages: marked(toTurns(messages)),
    ...(tools.length === 0
      ? {}
      : {
          tools: tools.map((tool, index) => ({
            name: tool.name,
            description: tool.description,
            input_schema: tool.parameters,
            ...(isHeldBy(model, tool) ? { strict: true } : {}),
            // They stand before the instructions, which have a mark of their own.
            ...(system.length === 0 && index === tools.length - 1 ? cached : {}),
          })),
          tool_choice: {
            ...toChoice(toolChoice),
            ...(parallelToolCalls === undefined || toolChoice.kind === 'none'
              ? {}
              : { disable_parallel_tool_use: !parallelToolCalls }),
          },
        }),
    ...(reasoningEffort === undefined || effort === undefined
      ? {}
      : { output_config: { effort: effort[reasoningEffort] } }),
    // Its scale ends at 1.
    ...(temperature === undefined || entry?.sampling === false
      ? {}
      : { temperature: Math.min(temperature, 1) }),
    ...(settings.topP === undefined ? {} : { top_p: settings.topP }),
    ...(settings.stop === undefined ? {} : { stop_sequences: settings.stop }),
  };
}

/** Models before Opus 4.1 and Sonnet 4.5 do not hold calls to a schema, and refuse the word. */
const beforeStrict = /^claude-(?:2|3|instant|(?:sonnet|opus)-4-(?:0|2\d{3}))/;
const knowsStrict = (model: string): boolean => !beforeStrict.test(model);

/** Whether the model holds calls of a tool to its schema. */
const isHeldBy = (model: string, { strict, parameters }: Tool): boolean =>
  strict === true && knowsStrict(model) && isHeld(parameters);

/** Whether a call of one of its tools is held to a schema by the model. */
export const asksForStrict = ({ model, tools }: ChatRequest): boolean =>
  tools.some((tool) => isHeldBy(model, tool));

/** What Anthropic can hold a call to; with anything else in a strict tool's schema it refuses the request. */
const heldKeywords = new Set(
  'type properties required additionalProperties items enum const description title default anyOf'.split(' '),
);

/** Whether calls can be held to all of a schema: its objects take nothing more than they name. */
function isHeld(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  const { type, properties, items, anyOf, additionalProperties }: JsonSchema = { ...schema };
  if (!Object.keys(schema).every((key) => heldKeywords.has(key))) return false;
  if ((type === 'object' || properties !== undefined) && additionalProperties !== false) return false;
  const inner = [
    ...Object.values(properties ?? {}),
    ...(items === undefined ? [] : [items]),
    ...(Array.isArray(anyOf) ? (anyOf as unknown[]) : []),
  ];
  return inner.every(isHeld);
}

/** Turns alternate: outputs of calls are the user's, and what one side said in a row is one turn. */
function toTurns(messages: readonly ChatMessage[]): Turn[] {
  const turns: Turn[] = [];
  for (const message of messages) {
    const role = message.role === 'assistant' ? 'assistant' : 'user';
    const content = toBlocks(message);
    const last = turns.at(-1);
    if (content.length === 0) continue;
    if (last?.role === role) for (const block of content) last.content.push(block);
    else turns.push({ role, content });
  }
  return turns;
}

const text = (value: string): Block[] => (value.trim() === '' ? [] : [{ type: 'text', text: value }]);

function toBlocks(message: ChatMessage): Block[] {
  switch (message.role) {
    case 'system':
      return text(`[System: ${message.text}]`);
    case 'user':
      return [
        ...message.images.map(({ mediaType, base64 }) => ({
          type: 'image',
          source: { type: 'base64', media_type: mediaType, data: base64 },
        })),
        ...text(message.text),
      ];
    case 'assistant':
      return [
        ...text(message.text),
        ...message.toolCalls.map(({ callId, name, argumentsJson }) => ({
          type: 'tool_use',
          id: callId,
          name,
          input: JSON.parse(argumentsJson) as unknown,
        })),
      ];
    default:
      return [{ type: 'tool_result', tool_use_id: message.callId, content: message.text }];
  }
}

/** Four marks may be: one each for instructions and memory, and these. */
function marked(turns: readonly Turn[]): Turn[] {
  const breaks = cacheBreaks(turns);
  return turns.map((turn, index) =>
    breaks.includes(index)
      ? { ...turn, content: turn.content.with(-1, { ...turn.content.at(-1), ...cached }) }
      : turn,
  );
}

function toChoice(choice: ToolChoice): object {
  if (choice.kind === 'function') return { type: 'tool', name: choice.name };
  return { type: choice.kind === 'required' ? 'any' : choice.kind };
}
