import { requestError, serverError, type ResponseParams } from '@parley/protocol';
import { isHidden, isPhrase } from '../aside/aside';
import { deadlines, limits } from '../deadlines';
import { heardMs } from '../playout/ledger';
import { idleClock } from '../playout/clock';
import { planResponse, type ResponsePlan } from '../response/plan';
import { headMessage, mainLane, type Failure } from '../response/state';
import { missingChoice } from '../tools/offered';
import { metadataError } from '../../extras';
import { isBlocked, metadataOf, offerFor } from './context';
import { dropDraft, fits, takeDraft } from './drafts';
import { asksForFollowUp, hasActive, isPlain, takenAsFollowUp } from './follow-up';
import { listServers } from './listings';
import { applyOutput, respond } from './outputs';
import { fullError, fullFailure, roomIn } from './room';
import { activeOf, newLive, type Live, type LiveTools } from './state';
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
  const { spent } = step.state;
  if (spent !== null) {
    if (!origin.auto) step.error(requestError('insufficient_quota', spent), origin.eventId);
    return;
  }
  const planned = planResponse(step.state.session, params, step.state.conversation, step.ctx.ids);
  if (planned.error !== undefined) return step.error(planned.error, origin.eventId);
  const { plan, unheard } = planned;
  const tooMuch = plan.metadata && metadataError(metadataOf(step.state, plan), 'response.metadata');
  if (tooMuch) return step.error(tooMuch, origin.eventId);
  const active = activeOf(step.state);
  if (plan.conversational && active !== undefined) {
    if (!origin.auto && takenAsFollowUp(step, active, params, origin.eventId)) return;
    return step.error(hasActive(active.response.id), origin.eventId);
  }
  if (plan.conversational && !origin.auto && asksForFollowUp(step, params)) return;
  const outOfBand = step.state.live.filter(
    ({ response, aside }) => response.lane !== mainLane && aside === null,
  ).length;
  if (!plan.conversational && outOfBand >= limits.maxOutOfBand) {
    const message = `At most ${limits.maxOutOfBand} out-of-band responses can run at a time.`;
    return step.error(serverError('server_overloaded', message), origin.eventId);
  }
  const left = plan.conversational ? roomIn(step.state) : Infinity;
  if (left <= 0 && !origin.auto) return step.error(fullError, origin.eventId);
  listServers(step, plan.awaits);
  if (plan.conversational) step.set({ toolAnswered: false, openCalls: [] });
  if (plan.conversational && fits(step, params, left)) return adopt(step, origin.auto);
  startPlanned(step, plan, origin.auto);
  for (const part of unheard) step.do({ type: 'transcribe_item', ...part });
}

/** A response that may begin. `tools`: what it has to do with the server's tools. */
export function startPlanned(
  step: Step,
  plan: ResponsePlan,
  auto: boolean,
  tools: Partial<LiveTools> = {},
  interruptible = true,
): void {
  if (step.state.spent !== null) return;
  if (plan.conversational) dropDraft(step, 'changed');
  const follows = tools.chain !== undefined;
  const taken = plan.conversational ? { ...takeUp(step, plan, follows), ...tools } : tools;
  const made = create(step, plan, auto, taken);
  const live = { ...made, interruptible };
  step.putLive(live);
  if (!isBlocked(step.state, plan)) ready(step, live);
}

/** A response of the conversation answers what is owed, if it is shown it, and speaks of what tools have given. */
function takeUp(step: Step, { input }: ResponsePlan, follows = false): Partial<LiveTools> {
  const { sources, followUp } = step.state.tools;
  if (input === null) step.set({ owed: false });
  else if (!follows) return {};
  // What the client asked for in words of its own is another response.
  const other = followUp?.asked != null && !isPlain(followUp.asked.params) ? followUp : null;
  step.setTools({ followUp: other, sources: [], ...(input === null && { early: [] }) });
  return { sources };
}

function ready(step: Step, live: Live): void {
  const { plan } = live.response;
  // Its own first item has a place already.
  if (plan.conversational && roomIn(step.state) < 0)
    return respond(step, live, { type: 'fail', failure: fullFailure });
  const missing = missingChoice(offerFor(step.state, plan, live.tools.chain), plan.toolChoice);
  if (missing === undefined) return respond(step, live, { type: 'ready' });
  const what = missing.name === undefined ? 'tools' : `tool '${missing.name}'`;
  const message = `The MCP server '${missing.server_label}' has no ${what} that could be called.`;
  const failure = { type: 'invalid_request_error', code: 'invalid_value', message } as const;
  respond(step, live, { type: 'fail', failure });
}

/** A response that can only fail, for what the client would otherwise wait for in vain. */
export function failAtOnce(step: Step, failure: Failure): void {
  const planned = planResponse(step.state.session, {}, step.state.conversation, step.ctx.ids);
  if (planned.plan !== undefined) respond(step, create(step, planned.plan, true), { type: 'fail', failure });
}

export function create(step: Step, plan: ResponsePlan, auto: boolean, tools: Partial<LiveTools> = {}): Live {
  const empty = newLive(step.ctx.ids.response(), plan, auto, step.ctx.nowMs);
  const live = { ...empty, tools: { ...empty.tools, ...tools } };
  return enter(step, { ...live, clock: plan.conversational ? step.state.clock : idleClock });
}

/** What was begun on the chance that the turn was over is the answer: the client is shown it as far as it is. */
function adopt(step: Step, auto: boolean): void {
  const draft = takeDraft(step);
  if (draft === undefined) return;
  const tools = { ...draft.live.tools, ...takeUp(step, draft.live.response.plan) };
  const { id } = enter(step, { ...draft.live, auto, tools, clock: step.state.clock }).response;
  if (draft.routing !== null)
    step.do({ type: 'extension', event: { type: 'parley.routing', responseId: id, ...draft.routing } });
  for (const output of draft.held) applyOutput(step, id, output);
  release(step, id);
}

/** It begins, and the client is told of it where it is a response. */
export function enter(step: Step, live: Live): Live {
  const { response, aside } = live;
  const { id, lane, plan } = response;
  const filler = plan.conversational ? shownFiller(step) : undefined;
  // A client follows one response at a time.
  if (filler !== undefined) respond(step, filler, { type: 'cancel', reason: 'turn_detected' });
  step.set({ live: [...step.state.live, live] });
  if (plan.conversational) step.do({ type: 'clear_timer', key: 'idle' });
  if (!isHidden(aside)) {
    step.emit({
      type: 'response.created',
      response: wireResponse(response, step.state.conversationId, {
        status: 'in_progress',
        details: null,
        output: [],
        usage: null,
      }),
    });
  }
  if (!plan.conversational) {
    const thinks = aside === null || aside.kind === 'words';
    const phrase = aside !== null && isPhrase(aside);
    step.do({ type: 'open_lane', lane, spoken: plan.modality === 'audio', thinks, phrase });
  }
  step.do({ type: 'set_timer', key: `watch:${id}`, afterMs: deadlines.watchEveryMs });
  return live;
}

/** Asks the model for every response whose turns have their words by now. */
export function becomeReady(step: Step): void {
  for (const { response } of step.state.live) {
    const live = step.live(response.id);
    if (live?.response.llm.status !== 'waiting' || isBlocked(step.state, live.response.plan)) continue;
    ready(step, live);
  }
}

export function cancelResponse(
  step: Step,
  responseId: string | null | undefined,
  eventId: string | null | undefined,
): void {
  const live = responseId == null ? (activeOf(step.state) ?? shownFiller(step)) : step.live(responseId);
  if (live === undefined || isHidden(live.aside)) {
    const message = 'Cancellation failed: no active response found';
    return step.error(requestError('response_cancel_not_active', message), eventId);
  }
  respond(step, live, { type: 'cancel', reason: 'client_cancelled' });
}

/** A client that plays a filler takes it for a response like any other. */
const shownFiller = ({ state }: Step): Live | undefined =>
  state.live.find(({ aside }) => aside?.kind === 'filler' && !isHidden(aside));

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
