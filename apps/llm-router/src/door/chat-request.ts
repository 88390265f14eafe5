import { v1 } from '@parley/contracts';
import { z } from 'zod';
import { givenReader } from '../chat/given';
import { parseRequest, type ParsedRequest } from '../chat/parse-request';
import { settingsOf, settingsSchema } from './settings';
import { imageDetails, reasoningEfforts } from '../chat/types';
import { promptCacheKeyOf } from '../providers/prompt-cache';
import { isRouted } from '../routing/planner';

const { SYSTEM, USER, ASSISTANT, TOOL } = v1.ChatMessage.Role;

const textPart = z.object({ type: z.enum(['text', 'input_text', 'output_text']), text: z.string() });
const imagePart = z.object({
  type: z.literal('image_url'),
  image_url: z.union([
    z.string().transform((url) => ({ url, detail: '' })),
    z
      .object({ url: z.string(), detail: z.enum(imageDetails).nullish() })
      .transform(({ url, detail }) => ({ url, detail: detail ?? '' })),
  ]),
});
const parts = z.array(z.union([textPart, imagePart]));
type Parts = z.output<typeof parts>;

const content = z.union([z.string(), parts]).nullish();

const functionCall = z.object({
  id: z.string(),
  type: z.literal('function').default('function'),
  function: z.object({ name: z.string(), arguments: z.string().default('{}') }),
});

const message = z.discriminatedUnion('role', [
  z.object({ role: z.enum(['system', 'developer']), content }),
  z.object({ role: z.literal('user'), content }),
  z.object({ role: z.literal('assistant'), content, tool_calls: z.array(functionCall).nullish() }),
  z.object({ role: z.literal('tool'), content, tool_call_id: z.string() }),
]);

const tool = z.object({
  type: z.literal('function'),
  function: z.object({
    name: z.string(),
    description: z.string().nullish(),
    parameters: z.record(z.string(), z.unknown()).nullish(),
    strict: z.boolean().nullish(),
  }),
});

const choice = z.union([
  z.enum(['auto', 'none', 'required']),
  z.object({ type: z.literal('function'), function: z.object({ name: z.string() }) }),
]);

const sortKey = z.union([
  z.string().transform((metric) => ({ metric, direction: '' })),
  z.object({ metric: z.string(), direction: z.string().default('') }),
]);

/** Only the value that changes nothing: Parley does not have the setting. */
const neutral = (...values: readonly (number | boolean | string | null)[]) =>
  z
    .unknown()
    .refine((value) => values.some((one) => one === value), { message: 'It is not supported by this server' })
    .optional();

const maxModelChars = 256;

export const bodySchema = z.strictObject({
  model: z.string().max(maxModelChars).default(''),
  messages: z.array(message).min(1),
  stream: z.boolean().nullish(),
  stream_options: z
    .strictObject({ include_usage: z.boolean().nullish(), include_obfuscation: z.boolean().nullish() })
    .nullish(),
  tools: z.array(tool).nullish(),
  tool_choice: choice.nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  max_tokens: z.number().int().min(1).nullish(),
  max_completion_tokens: z.number().int().min(1).nullish(),
  user: z.string().nullish(),
  safety_identifier: z.string().nullish(),
  prompt_cache_key: z.string().max(256).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  /** Inworld's routing of one request. */
  models: z.array(z.string()).optional(),
  sort: z.array(sortKey).optional(),
  ignore: z.array(z.string()).optional(),
  provider: z
    .strictObject({ order: z.array(z.string()).optional(), allow_fallbacks: z.boolean().optional() })
    .optional(),
  n: neutral(1, null),
  ...settingsSchema,
  logit_bias: neutral(null),
  logprobs: neutral(false, null),
  top_logprobs: neutral(null),
  store: neutral(false, null),
  parallel_tool_calls: z.boolean().nullish(),
  reasoning_effort: z.enum(reasoningEfforts).nullish(),
  service_tier: neutral('auto', 'default', null),
});

type Body = z.output<typeof bodySchema>;

/** Nothing but texts, which most conversations are. */
const isPlainMessage = (one: unknown): boolean =>
  typeof one === 'object' &&
  one !== null &&
  'content' in one &&
  typeof one.content === 'string' &&
  'role' in one &&
  (one.role === 'user' || one.role === 'assistant' || one.role === 'system' || one.role === 'developer') &&
  Object.keys(one).length === 2;

/** What every request has is known by a look. */
function isPlain(name: string, value: unknown): boolean {
  switch (name) {
    case 'messages':
      return Array.isArray(value) && value.length > 0 && value.every(isPlainMessage);
    case 'model':
      return typeof value === 'string' && value.length <= maxModelChars;
    case 'stream':
      return typeof value === 'boolean';
    default:
      return false;
  }
}

export const readGiven = givenReader(bodySchema, isPlain);

/** @throws DoorRequestError */
function readBody(json: unknown): Body {
  const given = readGiven(json);
  if (given?.read) return given.read;
  if (given) throw refusal(given.issue);
  const { data, error } = bodySchema.safeParse(json);
  if (error) throw refusal(error.issues[0]);
  return data;
}

export interface DoorRequest {
  readonly request: ParsedRequest;
  readonly stream: boolean;
  /** A last chunk with the usage. */
  readonly includeUsage: boolean;
  /**
   * More than one model by its name was asked for, and the reply tells what became of that. Other replies have no
   * `metadata` but what OpenAI's has: its SDKs take it for texts, and complain of anything else.
   */
  readonly routed: boolean;
  /** Empty = none. */
  readonly promptCacheKey: string;
}

/** What is wrong with a request of the door. */
export class DoorRequestError extends Error {
  constructor(
    message: string,
    /** Dotted path from the body's root. */
    readonly param: string | null,
    readonly code: 'invalid_value' | 'unknown_parameter' | 'unsupported_value' = 'invalid_value',
  ) {
    super(message);
    this.name = 'DoorRequestError';
  }
}

/** @throws DoorRequestError, or EngineError of class caller_fault */
export function parseChatRequest(json: unknown): DoorRequest {
  const data = readBody(json);
  if ((data.tools ?? []).length === 0 && isForced(data.tool_choice)) {
    const message = "'tool_choice' is only allowed when 'tools' are specified.";
    throw new DoorRequestError(message, 'tool_choice');
  }
  const includeUsage = data.stream_options?.include_usage === true;
  const request = parseRequest(toWire(data), settingsOf(data));
  return {
    request,
    stream: data.stream === true,
    includeUsage,
    routed: request.selection !== undefined || isRouted(request.model),
    promptCacheKey: data.prompt_cache_key ? promptCacheKeyOf(data.prompt_cache_key) : '',
  };
}

const isForced = (given: Body['tool_choice']): boolean =>
  given != null && given !== 'auto' && given !== 'none';

function refusal(issue: z.core.$ZodIssue | undefined): DoorRequestError {
  if (issue?.code === 'unrecognized_keys') {
    const param = [...issue.path, issue.keys[0]].join('.');
    return new DoorRequestError(`Unknown parameter: '${param}'.`, param, 'unknown_parameter');
  }
  const param = pathOf(issue?.path ?? []);
  const message = issue?.message ?? 'invalid';
  const unsupported = message.includes('not supported');
  return new DoorRequestError(
    `Invalid '${param}'. ${message.replace(/\.$/, '')}.`,
    param,
    unsupported ? 'unsupported_value' : 'invalid_value',
  );
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');

/** The same request as the bus has it, so that one parser checks both. */
function toWire(body: Body): v1.GenerateRequest.$Properties {
  const first = body.messages.findIndex(({ role }) => role !== 'system' && role !== 'developer');
  const leading = first < 0 ? body.messages.length : first;
  const choice = body.tool_choice ?? 'auto';
  return {
    model: body.model,
    instructions: body.messages
      .slice(0, leading)
      .map((one) => textOf(one.content))
      .join('\n\n'),
    messages: body.messages.slice(leading).map(toWireMessage),
    tools: (body.tools ?? []).map(({ function: { name, description, parameters, strict } }) => ({
      name,
      description: description ?? '',
      parametersJson: parameters == null ? '' : JSON.stringify(parameters),
      strict: strict ?? false,
    })),
    toolChoice: typeof choice === 'string' ? choice : `function:${choice.function.name}`,
    temperature: body.temperature ?? null,
    maxOutputTokens: body.max_completion_tokens ?? body.max_tokens ?? null,
    reasoningEffort: body.reasoning_effort ?? '',
    parallelToolCalls: body.parallel_tool_calls ?? null,
    user: body.user ?? body.safety_identifier ?? '',
    metadataJson: body.metadata == null ? '' : JSON.stringify(body.metadata),
    selection: selectionOf(body),
  };
}

function selectionOf({ models, sort, ignore, provider }: Body): v1.ModelSelection.$Properties | null {
  if (models === undefined && sort === undefined && ignore === undefined && provider === undefined)
    return null;
  const { order = [], allow_fallbacks: allowFallbacks = true } = provider ?? {};
  return {
    models: models ?? [],
    sort: sort ?? [],
    ignore: ignore ?? [],
    providerOrder: order,
    allowFallbacks,
  };
}

function toWireMessage(one: z.output<typeof message>): v1.ChatMessage.$Properties {
  const text = textOf(one.content);
  switch (one.role) {
    case 'user':
      return { role: USER, text, images: imagesOf(one.content) };
    case 'assistant': {
      const toolCalls = (one.tool_calls ?? []).map(({ id, function: call }) => ({
        callId: id,
        name: call.name,
        argumentsJson: call.arguments,
      }));
      return { role: ASSISTANT, text, toolCalls };
    }
    case 'tool':
      return { role: TOOL, text, toolCallId: one.tool_call_id };
    default:
      return { role: SYSTEM, text };
  }
}

const textOf = (given: string | Parts | null | undefined): string =>
  typeof given === 'string'
    ? given
    : (given ?? []).map((part) => (part.type === 'image_url' ? '' : part.text)).join('');

const imagesOf = (given: string | Parts | null | undefined): v1.ChatImage.$Properties[] =>
  typeof given === 'string'
    ? []
    : (given ?? []).flatMap((part) => (part.type === 'image_url' ? [part.image_url] : []));
