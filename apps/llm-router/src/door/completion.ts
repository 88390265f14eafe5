import type { EngineError } from '@parley/engines-kit';
import type { AttemptFacts } from '../answering/facts';
import type { ToolCall, Usage } from '../chat/types';
import { SettingNotSupported } from '../routing/planner';

/** Objects of OpenAI's chat completions. */
export interface Head {
  readonly id: string;
  /** Seconds. */
  readonly created: number;
  readonly model: string;
}

export const wireUsage = ({ inputTokens, cachedInputTokens, outputTokens }: Usage) => ({
  prompt_tokens: inputTokens,
  completion_tokens: outputTokens,
  total_tokens: inputTokens + outputTokens,
  prompt_tokens_details: { cached_tokens: cachedInputTokens },
});

/** As Inworld's API tells how a request was routed. */
export const wireMetadata = (attempts: readonly AttemptFacts[]) => ({
  attempts: attempts.map(({ provider, model, status, latencyMs }) => ({
    provider,
    model,
    status: status === 'ok' ? 'success' : status,
    latencyMs,
  })),
});

export const wireCall = ({ callId, name, argumentsJson }: ToolCall) => ({
  id: callId,
  type: 'function',
  function: { name, arguments: argumentsJson },
});

interface Whole {
  readonly text: string;
  /** Empty = none. */
  readonly refusal: string;
  readonly calls: readonly ToolCall[];
  readonly finishReason: string;
  readonly usage: Usage;
  /** Undefined = not told. */
  readonly attempts: readonly AttemptFacts[] | undefined;
}

export const completion = (
  { id, created, model }: Head,
  { text, refusal, calls, finishReason, usage, attempts }: Whole,
) => ({
  id,
  object: 'chat.completion',
  created,
  model,
  choices: [
    {
      index: 0,
      message: {
        role: 'assistant',
        content: text === '' && (calls.length > 0 || refusal !== '') ? null : text,
        refusal: refusal || null,
        ...(calls.length === 0 ? {} : { tool_calls: calls.map(wireCall) }),
      },
      logprobs: null,
      finish_reason: finishReason,
    },
  ],
  usage: wireUsage(usage),
  ...(attempts === undefined ? {} : { metadata: wireMetadata(attempts) }),
});

interface WireError {
  readonly status: number;
  readonly type: string;
}

const errors: Readonly<Record<EngineError['errorClass'], WireError>> = {
  caller_fault: { status: 400, type: 'invalid_request_error' },
  model_gone: { status: 404, type: 'invalid_request_error' },
  rate_limit: { status: 429, type: 'rate_limit_exceeded' },
  quota: { status: 429, type: 'insufficient_quota' },
  credential: { status: 502, type: 'server_error' },
  transient: { status: 503, type: 'server_error' },
  unknown: { status: 502, type: 'server_error' },
};

/**
 * The model has answered, and its answer is no use. OpenAI's SDKs ask again after 408, 409, 429 and any 5xx, and each
 * answer is paid for.
 */
const ofNoUse: ReadonlySet<string> = new Set([
  'invalid_arguments',
  'arguments_unchecked',
  'answer_too_large',
  'unreadable_call',
]);

export const statusOf = ({ errorClass, code }: Pick<EngineError, 'errorClass' | 'code'>): number =>
  ofNoUse.has(code) ? 422 : errors[errorClass].status;

export const errorBody = (message: string, type: string, code: string | null, param: string | null) => ({
  error: { message, type, param, code },
});

const paramOf = (failure: EngineError): string | null =>
  failure instanceof SettingNotSupported ? failure.param : null;

/** The last failure as the client is told it; keys and addresses of providers are not in these messages. */
export const failureBody = (failure: EngineError, attempts: readonly AttemptFacts[] = []) => ({
  ...errorBody(failure.message, errors[failure.errorClass].type, failure.code, paramOf(failure)),
  ...(attempts.length === 0 ? {} : { metadata: wireMetadata(attempts) }),
});
