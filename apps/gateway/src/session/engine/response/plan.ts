import {
  formatRateHz,
  requiredOfNothing,
  toolChoiceError,
  toolsError,
  type AudioFormat,
  type McpTool,
  type Metadata,
  type Modality,
  type ProtocolError,
  type Reasoning,
  type ResponseParams,
  type Session,
  type Tool,
  type ToolChoice,
  type Truncation,
} from '@parley/protocol';
import type { Conversation } from '../conversation/state';
import type { IdSource } from '../ctx';
import { resolveInput, type InputEntry, type UnheardInput } from './input';

/** How one response is made: the session's settings, with the request's own on top. */
export interface ResponsePlan {
  /** Part of the default conversation; else out of band. */
  readonly conversational: boolean;
  readonly model: string;
  readonly modality: Modality;
  readonly instructions: string;
  readonly tools: readonly Tool[];
  /** MCP servers whose tools it cannot do without: it waits until they are listed. */
  readonly awaits: readonly McpTool[];
  readonly toolChoice: ToolChoice;
  readonly voice: string;
  readonly format: AudioFormat;
  readonly speed: number;
  readonly maxOutputTokens: number | 'inf';
  /** null: the model's own. */
  readonly temperature: number | null;
  /** null: the model's own. */
  readonly reasoning: Reasoning | null;
  /** null: the model's own; false: at most one call. */
  readonly parallelToolCalls: boolean | null;
  readonly truncation: Truncation;
  readonly metadata: Metadata | null;
  /** Context that stands in for the conversation. */
  readonly input: readonly InputEntry[] | null;
}

export type Planned =
  | { plan: ResponsePlan; unheard: readonly UnheardInput[]; error?: never }
  | { error: ProtocolError; plan?: never };

export function planResponse(
  session: Session,
  params: ResponseParams,
  conversation: Conversation,
  ids: IdSource,
): Planned {
  const tools = params.tools ?? session.tools;
  const toolChoice = params.tool_choice ?? (params.tools === undefined ? session.tool_choice : 'auto');
  const choiceError =
    toolsError(params.tools ?? [], 'response.tools') ??
    toolChoiceError(tools, toolChoice, 'response.tool_choice') ??
    requiredOfNothing(tools, params.tool_choice, 'response.tool_choice');
  if (choiceError !== undefined) return { error: choiceError };
  const input = resolveInput(params.input, conversation, ids);
  if (input.error !== undefined) return { error: input.error };
  const output = params.audio?.output;
  return {
    plan: {
      conversational: params.conversation !== 'none',
      model: params.model ?? session.model,
      modality: (params.output_modalities ?? session.output_modalities)[0],
      instructions: params.instructions ?? session.instructions,
      tools,
      toolChoice,
      awaits: awaited(tools, params.tools !== undefined, toolChoice),
      voice: output?.voice ?? session.audio.output.voice,
      format: output?.format ?? session.audio.output.format,
      speed: session.audio.output.speed,
      maxOutputTokens: params.max_output_tokens ?? session.max_output_tokens,
      temperature: params.temperature ?? session.temperature ?? null,
      reasoning: params.reasoning === undefined ? (session.reasoning ?? null) : params.reasoning,
      parallelToolCalls: params.parallel_tool_calls ?? session.parallel_tool_calls ?? null,
      truncation: session.truncation,
      metadata: params.metadata ?? null,
      input: input.entries,
    },
    unheard: input.unheard,
  };
}

/** Servers that came with the request, and one whose tools are forced; others may be listed later. */
const awaited = (tools: readonly Tool[], all: boolean, choice: ToolChoice): McpTool[] =>
  tools.filter(
    (tool): tool is McpTool =>
      tool.type === 'mcp' &&
      (all ||
        (typeof choice === 'object' && choice.type === 'mcp' && choice.server_label === tool.server_label)),
  );

/** PCM16 bytes in one millisecond of the response's audio. */
export const pcmBytesPerMs = (plan: ResponsePlan): number => (formatRateHz(plan.format) * 2) / 1000;
