import { v1 } from '@parley/contracts';
import type { ContextMessage } from '../../engine/conversation/context';
import type { ModelRequest } from '../../engine/coordinator/effects';
import type { ModelEvent, Routing } from '../../engine/response/events';
import type { Failure, FinishReason, LlmUsage } from '../../engine/response/state';
import { perceptionMessage } from './perception-messages';

const roles = {
  system: v1.ChatMessage.Role.SYSTEM,
  user: v1.ChatMessage.Role.USER,
  assistant: v1.ChatMessage.Role.ASSISTANT,
  tool: v1.ChatMessage.Role.TOOL,
} as const;

export function chatMessage(message: ContextMessage): v1.ChatMessage.$Properties {
  const { role, text } = message;
  if (message.role === 'tool') return { role: roles[role], text, toolCallId: message.callId };
  if (message.role === 'user') return { role: roles[role], text, images: [...(message.images ?? [])] };
  if (message.role !== 'assistant') return { role: roles[role], text };
  const toolCalls = message.calls.map(({ callId, name, argumentsJson }) => ({ callId, name, argumentsJson }));
  return { role: roles[role], text, toolCalls };
}

export function requestMessage(request: ModelRequest): v1.GenerateRequest.$Properties {
  const { toolChoice, maxOutputTokens, perception } = request;
  return {
    model: request.model,
    instructions: request.instructions,
    messages: request.messages.map(chatMessage),
    tools: request.tools.map(({ name, description, parameters, strict }) => ({
      name,
      description: description ?? '',
      parametersJson: JSON.stringify(parameters ?? { type: 'object', properties: {} }),
      strict: strict ?? false,
    })),
    toolChoice: typeof toolChoice === 'string' ? toolChoice : `function:${toolChoice.name}`,
    maxOutputTokens: maxOutputTokens === 'inf' ? 0 : maxOutputTokens,
    temperature: request.temperature,
    reasoningEffort: request.reasoning?.effort ?? '',
    parallelToolCalls: request.parallelToolCalls,
    truncation: truncationMessage(request.truncation),
    templates: request.templates,
    memory: request.memory === null ? null : { ...request.memory, facts: [...request.memory.facts] },
    spoken: request.spoken,
    perception: perception === null ? null : perceptionMessage(perception),
    language: request.language,
    user: request.user,
    metadataJson: request.metadata === null ? '' : JSON.stringify(request.metadata),
  };
}

function truncationMessage(truncation: ModelRequest['truncation']): v1.Truncation.$Properties {
  if (typeof truncation === 'string') return { disabled: truncation === 'disabled' };
  const { retention_ratio: retentionRatio, token_limits: limits } = truncation;
  return { disabled: false, retentionRatio, postInstructions: limits?.post_instructions ?? null };
}

const reasons: Readonly<Partial<Record<v1.GenerationFinished.Reason, FinishReason>>> = {
  [v1.GenerationFinished.Reason.STOP]: 'stop',
  [v1.GenerationFinished.Reason.LENGTH]: 'length',
  [v1.GenerationFinished.Reason.TOOL_CALLS]: 'tool_calls',
  [v1.GenerationFinished.Reason.CONTENT_FILTER]: 'content_filter',
};

/** undefined: nothing the session needs to know. */
export function toModelEvent(message: v1.GenerateEvent): ModelEvent | undefined {
  switch (message.event) {
    case 'text':
      return { type: 'text', delta: message.text!.text ?? '' };
    case 'alive':
      return { type: 'alive' };
    case 'toolCallDelta':
      return { type: 'call_begun' };
    case 'toolCall': {
      const { callId, name, argumentsJson } = message.toolCall!;
      return { type: 'call', callId: callId ?? '', name: name ?? '', argumentsJson: argumentsJson ?? '' };
    }
    case 'finished':
      return finished(message.finished!);
    case 'failed': {
      const { class: kind, code, message: text } = message.failed!;
      return { type: 'model_failed', failure: failureOf(kind ?? '', code ?? '', text ?? '') };
    }
    default:
      return undefined;
  }
}

/** Undefined: the message says nothing of how its model was chosen. */
export function toRouting({ started, failed }: v1.GenerateEvent): Routing | undefined {
  const attempts = started?.attempts ?? failed?.attempts;
  if (attempts == null || attempts.length === 0) return undefined;
  const { router, route, variant } = started?.routing ?? {};
  return {
    model: started?.model ?? null,
    router: router ? { name: router, route: route ?? '', variant: variant ?? '' } : null,
    attempts: attempts.map(({ provider, model, status, latencyMs }) => ({
      provider: provider ?? '',
      model: model ?? '',
      status: status ?? '',
      latencyMs: latencyMs ?? 0,
    })),
  };
}

function finished({ reason, usage, contextFill, attempts }: v1.GenerationFinished.$Properties): ModelEvent {
  const known = reasons[reason ?? v1.GenerationFinished.Reason.STOP];
  if (known === undefined) {
    const message = 'The language model was stopped.';
    return { type: 'model_failed', failure: { type: 'server_error', code: 'llm_stopped', message } };
  }
  const imageTokens = attempts?.find(({ status }) => status === 'ok')?.usage?.imageTokens ?? 0;
  const counts = usage == null ? null : { ...usageOf(usage), imageTokens };
  return { type: 'finished', reason: known, usage: counts, contextFill: contextFill ?? 0 };
}

export const usageOf = (usage: v1.TokenUsage.$Properties): LlmUsage => ({
  inputTokens: usage.inputTokens ?? 0,
  cachedInputTokens: usage.cachedInputTokens ?? 0,
  imageTokens: usage.imageTokens ?? 0,
  outputTokens: usage.outputTokens ?? 0,
});

/** What the client is told of an engine's failure, by its class; engines' own messages may hold anything. */
export function failureOf(kind: string, code: string, message: string): Failure {
  switch (kind) {
    case 'rate_limit':
      return {
        type: 'rate_limit_exceeded',
        code: 'rate_limit_exceeded',
        message: 'The provider is over its rate limit.',
      };
    case 'quota':
      return {
        type: 'server_error',
        code: 'insufficient_quota',
        message: "The provider's quota is used up.",
      };
    case 'model_gone':
      return { type: 'invalid_request_error', code: 'model_not_found', message: 'The model does not exist.' };
    case 'caller_fault':
      return {
        type: 'invalid_request_error',
        code: code || 'invalid_value',
        message: message || 'The request was refused.',
      };
    default:
      return {
        type: 'server_error',
        code: 'server_error',
        message: 'The server had an error while processing the response.',
      };
  }
}
