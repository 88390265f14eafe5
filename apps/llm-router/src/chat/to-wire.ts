import { v1 } from '@parley/contracts';
import type { Truncation } from '../context/truncation';
import {
  systemText,
  type ToldEvent,
  type ChatMessage,
  type ChatRequest,
  type FinishReason,
  type ToolChoice,
} from './types';

const Role = v1.ChatMessage.Role;
const Reason = v1.GenerationFinished.Reason;

const reasons = {
  stop: Reason.STOP,
  length: Reason.LENGTH,
  tool_calls: Reason.TOOL_CALLS,
  content_filter: Reason.CONTENT_FILTER,
} as const satisfies Record<FinishReason, number>;

const finishReasons = ['stop', 'length', 'tool_calls', 'content_filter'] as const satisfies FinishReason[];

export const toWireReason = (reason: FinishReason): v1.GenerationFinished.Reason => reasons[reason];

export const fromWireReason = (reason: v1.GenerationFinished.Reason | null | undefined): FinishReason =>
  finishReasons.find((key) => reasons[key] === reason) ?? 'stop';

/** For the engine host: an engine takes the same GenerateRequest as the service, made complete. */
export function toWireRequest(request: ChatRequest): v1.GenerateRequest.$Properties {
  return {
    model: request.model,
    instructions: systemText(request),
    messages: request.messages.map(toWireMessage),
    tools: request.tools.map(({ name, description, parameters, strict }) => ({
      name,
      description,
      parametersJson: JSON.stringify(parameters),
      strict: strict ?? false,
    })),
    toolChoice: toWireToolChoice(request.toolChoice),
    ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
    maxOutputTokens: request.maxOutputTokens ?? 0,
    spoken: request.spoken,
    truncation: request.truncation === undefined ? null : toWireTruncation(request.truncation),
  };
}

const toWireTruncation = ({
  disabled,
  retentionRatio,
  postInstructionTokens,
}: Truncation): v1.Truncation.$Properties => ({
  disabled,
  retentionRatio: retentionRatio ?? null,
  postInstructions: postInstructionTokens ?? null,
});

const toWireToolChoice = (choice: ToolChoice): string =>
  choice.kind === 'function' ? `function:${choice.name}` : choice.kind;

function toWireMessage(message: ChatMessage): v1.ChatMessage.$Properties {
  switch (message.role) {
    case 'system':
      return { role: Role.SYSTEM, text: message.text };
    case 'user':
      return {
        role: Role.USER,
        text: message.text,
        images: message.images.map(({ mediaType, base64, detail }) => ({
          url: `data:${mediaType};base64,${base64}`,
          detail: detail ?? '',
        })),
      };
    case 'assistant':
      return { role: Role.ASSISTANT, text: message.text, toolCalls: [...message.toolCalls] };
    default:
      return { role: Role.TOOL, text: message.text, toolCallId: message.callId };
  }
}

/** Everything but the end of an answer, which the service makes with its own times. */
export function toWireEvent(event: ToldEvent): v1.GenerateEvent.$Properties {
  switch (event.type) {
    case 'text':
    // Whoever listens to a voice is told it as any other words.
    case 'refusal':
      return { text: { text: event.text } };
    case 'tool_call_delta': {
      const { callId, name, argumentsDelta } = event;
      return { toolCallDelta: { callId, name, argumentsDelta } };
    }
    default: {
      const { callId, name, argumentsJson } = event;
      return { toolCall: { callId, name, argumentsJson } };
    }
  }
}
