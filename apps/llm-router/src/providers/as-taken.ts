import type { ChatRequest } from '../chat/types';
import { withCallIds } from './call-ids';
import type { Capabilities } from './provider';
import { inTurns } from './turns';

/** A request as a hosted provider takes it. What is changed for it is told to nobody else. */
export function asTaken(request: ChatRequest, capabilities: Capabilities): ChatRequest {
  const messages = withCallIds(inTurns(request, capabilities), capabilities.callIds);
  const taken = withOneSampling(messages === request.messages ? request : { ...request, messages });
  return capabilities.ignoresNone === true ? withToolsToCall(taken) : taken;
}

/**
 * Where no call is wanted and none was made, tools are not told of. With calls among the messages they are: templates
 * fail without.
 */
function withToolsToCall(request: ChatRequest): ChatRequest {
  const { tools, toolChoice, messages } = request;
  if (toolChoice.kind !== 'none' || tools.length === 0) return request;
  const called = messages.some((message) => message.role === 'assistant' && message.toolCalls.length > 0);
  return called ? request : { ...request, tools: [] };
}

/** Claude, from 4.1 on and wherever it is had, takes a temperature or a share of the likeliest words, not both. */
function withOneSampling(request: ChatRequest): ChatRequest {
  const { settings, temperature, model } = request;
  if (settings?.topP === undefined || temperature === undefined || !model.includes('claude')) return request;
  const { topP: _, ...rest } = settings;
  return { ...request, settings: rest };
}
