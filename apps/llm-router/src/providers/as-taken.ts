import type { ChatRequest } from '../chat/types';
import { withCallIds } from './call-ids';
import type { Capabilities } from './provider';
import { inTurns } from './turns';

/** A request as a hosted provider takes it. What is changed for it is told to nobody else. */
export function asTaken(request: ChatRequest, capabilities: Capabilities): ChatRequest {
  const messages = withCallIds(inTurns(request, capabilities), capabilities.callIds);
  return withOneSampling(messages === request.messages ? request : { ...request, messages });
}

/** Claude, from 4.1 on and wherever it is had, takes a temperature or a share of the likeliest words, not both. */
function withOneSampling(request: ChatRequest): ChatRequest {
  const { settings, temperature, model } = request;
  if (settings?.topP === undefined || temperature === undefined || !model.includes('claude')) return request;
  const { topP: _, ...rest } = settings;
  return { ...request, settings: rest };
}
