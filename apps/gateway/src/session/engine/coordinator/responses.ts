import { requestError, serverError, type ResponseParams } from '@parley/protocol';
import { deadlines, limits } from '../deadlines';
import { heardMs } from '../playout/ledger';
import { idleClock } from '../playout/clock';
import { planResponse, type ResponsePlan } from '../response/plan';
import { headMessage, type Failure } from '../response/state';
import { isBlocked } from './context';
import { dropDraft, fits, takeDraft } from './drafts';
import { applyOutput, respond } from './outputs';
import { activeOf, newLive, type Live } from './state';
import type { Step } from './step';
import { release } from './voice';
import { wireResponse } from './wire';

export interface Origin {
  /** A turn ended; else the client asked for it. */
  readonly auto: boolean;
  readonly eventId?: string | null | undefined;
}

/** Creates a response, and asks the model as soon as every turn before it has its words. */
export function startResponse(step: Step, params: ResponseParams, origin: Origin): void {
  if (step.state.session.type === 'transcription') {
    const message = 'A transcription session creates no responses.';
    return step.error(requestError('invalid_session_type', message, { param: 'type' }), origin.eventId);
  }
  const planned = planResponse(step.state.session, params, step.state.conversation, step.ctx.ids);
  if (planned.error !== undefined) return step.error(planned.error, origin.eventId);
  const { plan, unheard } = planned;
  const active = activeOf(step.state);
  if (plan.conversational && active !== undefined) {
    const message = `Conversation already has an active response in progress: ${active.response.id}. Wait until the response is finished before creating a new one.`;
    return step.error(requestError('conversation_already_has_active_response', message), origin.eventId);
  }
  const outOfBand = step.state.live.length - (active === undefined ? 0 : 1);
  if (!plan.conversational && outOfBand >= limits.maxOutOfBand) {
    const message = `At most ${limits.maxOutOfBand} out-of-band responses can run at a time.`;
    return step.error(serverError('server_overloaded', message), origin.eventId);
  }
  if (plan.conversational) {
    step.set({ owed: false });
    if (fits(step, params)) return adopt(step, origin.auto);
    dropDraft(step, 'changed');
  }
  const live = create(step, plan, origin.auto);
  for (const part of unheard) step.do({ type: 'transcribe_item', ...part });
  if (!isBlocked(step.state, plan)) respond(step, live, { type: 'ready' });
}

/** A response that can only fail, for what the client would otherwise wait for in vain. */
export function failAtOnce(step: Step, failure: Failure): void {
  const planned = planResponse(step.state.session, {}, step.state.conversation, step.ctx.ids);
  if (planned.plan !== undefined) respond(step, create(step, planned.plan, true), { type: 'fail', failure });
}

function create(step: Step, plan: ResponsePlan, auto: boolean): Live {
  const live = newLive(step.ctx.ids.response(), plan, auto, step.ctx.nowMs);
  return enter(step, { ...live, clock: plan.conversational ? step.state.clock : idleClock });
}

/** What was begun on the chance that the turn was over is the answer: the client is shown it as far as it is. */
function adopt(step: Step, auto: boolean): void {
  const draft = takeDraft(step);
  if (draft === undefined) return;
  const { id } = enter(step, { ...draft.live, auto, clock: step.state.clock }).response;
  if (draft.routing !== null)
    step.do({ type: 'extension', event: { type: 'parley.routing', responseId: id, ...draft.routing } });
  for (const output of draft.held) applyOutput(step, id, output);
  release(step, id);
}

function enter(step: Step, live: Live): Live {
  const { response } = live;
  const { id, lane, plan } = response;
  step.set({ live: [...step.state.live, live] });
  if (plan.conversational) step.do({ type: 'clear_timer', key: 'idle' });
  step.emit({
    type: 'response.created',
    response: wireResponse(response, step.state.conversationId, {
      status: 'in_progress',
      details: null,
      output: [],
      usage: null,
    }),
  });
  if (!plan.conversational) step.do({ type: 'open_lane', lane, spoken: plan.modality === 'audio' });
  step.do({ type: 'set_timer', key: `watch:${id}`, afterMs: deadlines.watchEveryMs });
  return live;
}

/** Asks the model for every response whose turns have their words by now. */
export function becomeReady(step: Step): void {
  for (const { response } of step.state.live) {
    const live = step.live(response.id);
    if (live?.response.llm.status !== 'waiting' || isBlocked(step.state, live.response.plan)) continue;
    respond(step, live, { type: 'ready' });
  }
}

export function cancelResponse(
  step: Step,
  responseId: string | null | undefined,
  eventId: string | null | undefined,
): void {
  const live = responseId == null ? activeOf(step.state) : step.live(responseId);
  if (live === undefined) {
    const message = 'Cancellation failed: no active response found';
    return step.error(requestError('response_cancel_not_active', message), eventId);
  }
  respond(step, live, { type: 'cancel', reason: 'client_cancelled' });
}

/** The user speaks over the assistant. What nobody heard yet of an answer is owed again. */
export function bargeIn(step: Step): void {
  const active = activeOf(step.state);
  if (active === undefined) return;
  const unheard = active.auto && !wasHeard(active, step.ctx.nowMs);
  respond(step, active, { type: 'cancel', reason: 'turn_detected' });
  step.do({ type: 'observe', what: 'barge_in', label: unheard ? 'before_audio' : 'mid_reply' });
  if (unheard) step.set({ owed: true });
}

function wasHeard({ response }: Live, nowMs: number): boolean {
  if (response.closed.length > 0) return true;
  const message = headMessage(response);
  if (message === undefined) return false;
  return message.speech === null ? message.shown > 0 : heardMs(message.speech.ledger, nowMs) > 0;
}
