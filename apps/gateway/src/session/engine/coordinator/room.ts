import { invalidValue } from '@parley/protocol';
import { placesOf, room } from '../conversation/room';
import { limits } from '../deadlines';
import type { ModelEvent } from '../response/events';
import { awaitsModel, type Failure, type Output, type ResponseState } from '../response/state';
import type { Live, SessionState } from './state';

export const fullMessage = `The conversation holds ${limits.maxItems} items, which is the most it can.`;

export const fullError = invalidValue('response', `${fullMessage} Delete items for there to be an answer.`);

export const fullFailure: Failure = {
  type: 'invalid_request_error',
  code: 'invalid_value',
  message: fullError.message,
};

/** How many more items the conversation takes, with what is being written for it. */
export const roomIn = ({ conversation, live }: SessionState): number => room(conversation, keptForAll(live));

export const keptForAll = (live: readonly Live[]): number =>
  live.reduce((sum, { response }) => sum + (response.plan.conversational ? keptFor(response) : 0), 0);

/** What a response has written and is not in the conversation yet; one that has written nothing will. */
export function keptFor(response: ResponseState): number {
  const { outputs, head, doubtful, llm } = response;
  const first = outputs[head];
  const isShown = first !== undefined && 'open' in first && first.open;
  const waiting = outputs
    .slice(isShown ? head + 1 : head)
    .reduce((sum, output) => sum + placesFor(output), 0);
  const begins = outputs.length === 0 && (llm.status === 'waiting' || awaitsModel(response));
  return waiting + (doubtful === null ? 0 : placesOf.call) || (begins ? placesOf.item : 0);
}

/** Whether what the model writes next has a place in the conversation. */
export function hasPlace(state: SessionState, { response }: Live, event: ModelEvent): boolean {
  if (!response.plan.conversational) return true;
  const places = placesOfEvent(response, event);
  if (places === 0) return true;
  const own = response.outputs.length === 0 && response.doubtful === null ? placesOf.item : 0;
  return roomIn(state) + own >= places;
}

function placesOfEvent({ outputs }: ResponseState, event: ModelEvent): number {
  const last = outputs.at(-1);
  if (event.type === 'text') return last?.kind === 'message' && !last.textDone ? 0 : placesOf.item;
  if (event.type !== 'call') return 0;
  if (event.tool === undefined) return placesOf.call;
  return event.tool.kind === 'mcp' && event.tool.approval ? placesOf.approval : placesOf.item;
}

export function placesFor(output: Output): number {
  if (output.kind === 'call') return placesOf.call;
  return output.kind === 'approval' ? placesOf.approval : placesOf.item;
}
