import { isCallId } from '../tools/pairing';
import type { ModelEvent, Routing } from '../response/events';
import { awaitsModel } from '../response/state';
import { contextTaken } from './memory';
import { draftEvent, draftOf, markDraft, putDraft } from './drafts';
import { markLive, respond } from './outputs';
import { hasPlace } from './room';
import type { Live } from './state';
import type { Step } from './step';

/** The model's answer to a request. What belongs to no running request any more is dropped. */
export function onModel(step: Step, generation: number, event: ModelEvent): void {
  const live = step.state.live.find(
    ({ response }) => response.generation === generation && awaitsModel(response),
  );
  if (live === undefined) return draftWrites(step, generation, event);
  const { id } = live.response;
  if (event.type === 'text' || event.type === 'call_begun' || event.type === 'call') {
    markLive(step, id, 'firstToken');
  }
  if (event.type === 'finished' && live.response.plan.conversational) contextTaken(step, event.contextFill);
  const current = step.live(id) ?? live;
  const isText = event.type === 'text';
  const writtenChars = current.writtenChars + (isText ? event.delta.length : 0);
  const writtenDeltas = current.writtenDeltas + (isText ? 1 : 0);
  const written = named(step, current, event);
  const counted = { ...current, writtenChars, writtenDeltas };
  if (hasPlace(step.state, current, written)) return respond(step, counted, written);
  // As if it had reached its token limit.
  step.do({ type: 'abandon_model', lane: current.response.lane, generation });
  respond(step, counted, { type: 'finished', reason: 'length', usage: null });
}

/** The same of an answer that nobody is shown yet. */
function draftWrites(step: Step, generation: number, event: ModelEvent): void {
  const found = draftOf(step);
  if (found?.live.response.generation !== generation || !awaitsModel(found.live.response)) return;
  if (event.type === 'text' || event.type === 'call_begun' || event.type === 'call')
    markDraft(step, 'firstToken');
  const draft = draftOf(step) ?? found;
  const { live } = draft;
  const writtenChars = live.writtenChars + (event.type === 'text' ? event.delta.length : 0);
  putDraft(step, { ...draft, live: { ...live, writtenChars } });
  draftEvent(step, named(step, live, event));
}

/** A call with an id of its own, and with the server's tool that it is for, if it is. */
function named(step: Step, live: Live, event: ModelEvent): ModelEvent {
  if (event.type !== 'call') return event;
  const tool = live.tools.offered.find(({ definition }) => definition.name === event.name)?.server;
  return { ...event, callId: callIdFor(step, live, event.callId), ...(tool ? { tool } : {}) };
}

/** Told to clients that asked for extensions; the response itself goes on without it. */
export function onRouted(step: Step, generation: number, routing: Routing): void {
  const live = step.state.live.find(({ response }) => response.generation === generation);
  if (live === undefined) {
    const draft = draftOf(step);
    if (draft?.live.response.generation === generation) putDraft(step, { ...draft, routing });
    return;
  }
  if (live.aside !== null) return;
  step.do({ type: 'extension', event: { type: 'parley.routing', responseId: live.response.id, ...routing } });
}

/** The model's own id, unless it gave none or one that the conversation or another call of the answer has. */
function callIdFor(step: Step, { response }: Live, callId: string): string {
  const taken =
    isCallId(step.state.conversation.entries, callId) ||
    response.doubtful?.callId === callId ||
    response.outputs.some((output) => 'callId' in output && output.callId === callId);
  return callId === '' || taken ? step.ctx.ids.call() : callId;
}
