import type { v1 } from '@parley/contracts';
import { z } from 'zod';
import type { Truncation } from '../context/truncation';
import { nothingRemembered, type Memory } from '../prompt/memory';
import type { Templates } from '../prompt/templates';
import { selectionSchema, type ModelSelection } from '../routing/selection';
import { maxDescriptionChars, maxSchemaChars } from '../tools/limits';
import { check, invalidRequest, parseJsonObject } from './check';
import { parseMessages } from './parse-messages';
import {
  reasoningEfforts,
  type ChatMessage,
  type ReasoningEffort,
  type Tool,
  type ToolChoice,
} from './types';
import type { Settings } from './settings';

/** A GenerateRequest whose every field was checked. */
export interface ParsedRequest {
  /** As asked: "provider/model", another name, or empty for the default. */
  readonly model: string;
  readonly instructions: string;
  readonly messages: readonly ChatMessage[];
  readonly tools: readonly Tool[];
  readonly toolChoice: ToolChoice;
  readonly temperature: number | undefined;
  readonly maxOutputTokens: number | undefined;
  readonly settings?: Settings | undefined;
  readonly reasoningEffort: ReasoningEffort | undefined;
  readonly parallelToolCalls: boolean | undefined;
  /** Undefined = nothing is cut here. */
  readonly truncation: Truncation | undefined;
  /** In place of Parley's own words. */
  readonly templates: Templates;
  /** Of what is no longer among the messages. */
  readonly memory: Memory;
  readonly spoken: boolean;
  readonly perception: v1.Perception.$Properties | undefined;
  /** ISO-639-1; empty = unknown. */
  readonly language: string;
  /** Empty = unknown. */
  readonly user: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Undefined = `model` alone. */
  readonly selection: ModelSelection | undefined;
}

const settings = z.object({
  temperature: z.number().min(0).max(2).nullish(),
  maxOutputTokens: z.number().int().min(0).max(1_000_000).nullish(),
  reasoningEffort: z.enum(['', ...reasoningEfforts]).nullish(),
  parallelToolCalls: z.boolean().nullish(),
  truncation: z
    .object({
      disabled: z.boolean().nullish(),
      retentionRatio: z.number().min(0).max(1).nullish(),
      postInstructions: z.number().int().min(0).nullish(),
    })
    .nullish(),
  language: z
    .string()
    .regex(/^([a-z]{2,3})?$/, 'must be an ISO-639 code')
    .nullish(),
  user: z.string().max(512).nullish(),
  metadataJson: z.string().max(65_536).nullish(),
  templates: z.record(z.string().max(64), z.string().max(16_384)).nullish(),
  memory: z.object({ summary: z.string().nullish(), facts: z.array(z.string()).nullish() }).nullish(),
});

/** A request that has none of them. */
const noSettings = settings.parse({});

const settingFields = settings.keyof().options;

const hasSettings = (request: v1.GenerateRequest.$Properties): boolean =>
  settingFields.some((name) => {
    const value = request[name];
    return value != null && value !== '';
  });

/** What a session says of an MCP server stands behind what each of its tools says. */
const maxServerChars = 2_048;

const toolSchema = z.object({
  name: z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/, 'must be 1–64 letters, digits, "_", "-" or "."'),
  description: z
    .string()
    .max(maxDescriptionChars + maxServerChars)
    .nullish(),
  parametersJson: z.string().max(maxSchemaChars).nullish(),
  strict: z.boolean().nullish(),
});

/**
 * Throws an EngineError of class caller_fault that says which field is wrong.
 * @param given settings that the bus has no fields for
 */
export function parseRequest(request: v1.GenerateRequest.$Properties, given?: Settings): ParsedRequest {
  const parsed = hasSettings(request) ? check('request', settings, request) : noSettings;
  const tools = (request.tools ?? []).map(parseTool);
  return {
    model: request.model ?? '',
    instructions: request.instructions ?? '',
    messages: parseMessages(request.messages ?? []),
    tools,
    toolChoice: parseToolChoice(request.toolChoice ?? '', tools),
    temperature: parsed.temperature ?? undefined,
    maxOutputTokens: parsed.maxOutputTokens || undefined,
    settings: given,
    reasoningEffort: parsed.reasoningEffort || undefined,
    parallelToolCalls: parsed.parallelToolCalls ?? undefined,
    truncation: parsed.truncation == null ? undefined : toTruncation(parsed.truncation),
    templates: parsed.templates ?? {},
    memory:
      parsed.memory == null
        ? nothingRemembered
        : { summary: parsed.memory.summary ?? '', facts: parsed.memory.facts ?? [] },
    spoken: request.spoken ?? false,
    perception: request.perception ?? undefined,
    language: parsed.language ?? '',
    user: parsed.user ?? '',
    metadata: request.metadataJson ? parseJsonObject('metadata', request.metadataJson) : {},
    selection: request.selection == null ? undefined : parseSelection(request.selection),
  };
}

function toTruncation({
  disabled,
  retentionRatio,
  postInstructions,
}: NonNullable<z.output<typeof settings>['truncation']>): Truncation {
  return {
    disabled: disabled ?? false,
    retentionRatio: retentionRatio ?? undefined,
    postInstructionTokens: postInstructions ?? undefined,
  };
}

function parseSelection(selection: v1.ModelSelection.$Properties): ModelSelection {
  const { models, sort, ignore, providerOrder, allowFallbacks } = selection;
  return check('selection', selectionSchema, {
    models: models ?? [],
    sort: (sort ?? []).map(({ metric, direction }) => ({
      metric,
      ...(direction ? { direction } : {}),
    })),
    ignore: ignore ?? [],
    provider: { order: providerOrder ?? [], allow_fallbacks: allowFallbacks ?? true },
  });
}

function parseTool(tool: v1.ToolDefinition.$Properties): Tool {
  const { name, description, parametersJson, strict } = check('tool', toolSchema, tool);
  return {
    name,
    description: description ?? '',
    parameters: parametersJson
      ? parseJsonObject(`parameters of tool ${name}`, parametersJson)
      : emptyParameters,
    ...(strict === true ? { strict } : {}),
  };
}

const emptyParameters = { type: 'object', properties: {} } as const;

function parseToolChoice(choice: string, tools: readonly Tool[]): ToolChoice {
  if (choice === '' || choice === 'auto') return { kind: 'auto' };
  if (choice === 'none' || choice === 'required') return { kind: choice };
  const name = /^function:(.+)$/.exec(choice)?.[1];
  if (name === undefined) throw invalidRequest('tool_choice must be auto, none, required or function:<name>');
  if (!tools.some((tool) => tool.name === name)) {
    throw invalidRequest(`tool_choice names the function ${name}, which is not among the tools`);
  }
  return { kind: 'function', name };
}
