import type { ChatRequest } from '../chat/types';
import { withCallIds } from './call-ids';
import type { Capabilities } from './provider';
import { inTurns } from './turns';

/** A request as a hosted provider takes it. What is changed for it is told to nobody else. */
export function asTaken(request: ChatRequest, { turns, callIds }: Capabilities): ChatRequest {
  const messages = withCallIds(inTurns(request.messages, turns), callIds);
  return messages === request.messages ? request : { ...request, messages };
}
