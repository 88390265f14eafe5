import {
  requestError,
  type McpApprovalResponseItem,
  type ProtocolError,
  type ResponseParams,
  type ResponseStatus,
  type ResponseStatusDetails,
} from '@parley/protocol';
import { find } from '../conversation/items';
import { entryOf } from '../conversation/state';
import { deadlines } from '../deadlines';
import { ownInput, referenceTo, type InputEntry } from '../response/input';
import { awaitsModel } from '../response/state';
import type { Chain } from '../tools/offered';
import { isWholeCall } from '../tools/pairing';
import { noChain, type FollowUp } from '../tools/state';
import type { Live } from './state';
import type { Step } from './step';
import { userSpeaks } from './user-floor';

/** One that nobody asked for and nothing follows on, begun as soon as nobody speaks. */
const plainFollowUp: FollowUp = { plan: null, chain: noChain, waitUntilMs: 0, asked: null };

/** Something is to be spoken of that came of a tool: as soon as nobody speaks. */
export function followUpDue(step: Step): void {
  if (step.state.tools.followUp === null) step.setTools({ followUp: plainFollowUp });
}

/** The client had its time to ask for it. */
export function waited(step: Step): void {
  const { followUp, asks } = step.state.tools;
  if (followUp === null) return;
  step.setTools({ followUp: { ...followUp, waitUntilMs: 0 }, asks: asks === 'unknown' ? 'no' : asks });
}

/**
 * A response that ran tools of the server has ended: one follows that speaks of all their results. Where the client
 * has calls of its own to answer, it asks for that one itself.
 */
export function planFollowUp(
  step: Step,
  live: Live,
  status: ResponseStatus,
  details: ResponseStatusDetails | null,
): void {
  const { closed, plan } = live.response;
  const results = closed.filter(({ type, status: of }) => type === 'mcp_call' && of === 'completed');
  const speaksOf = results.length > 0 && !closed.some(isWholeCall);
  // Who spoke over it is answered first, and may say nothing after all.
  if (speaksOf && details?.type === 'cancelled' && details.reason === 'turn_detected') followUpDue(step);
  if (!speaksOf || (status !== 'completed' && status !== 'incomplete')) return keepAsked(step, live, details);
  const input = plan.conversational && plan.input === null ? null : inputAfter(step, live);
  const { asked } = live.tools;
  const afterMs = asked === null && plan.conversational ? deadlines.askMs[step.state.tools.asks] : 0;
  const waitUntilMs = afterMs === 0 ? 0 : step.ctx.nowMs + afterMs;
  const followUp = { plan: { ...plan, input }, chain: chainAfter(live), waitUntilMs, asked };
  if (!plan.conversational) {
    step.setTools({ outOfBand: [...step.state.tools.outOfBand, followUp] });
    return;
  }
  step.setTools({ followUp });
  if (afterMs > 0) step.do({ type: 'set_timer', key: 'follow_up', afterMs });
}

/** What the client asked for while tools ran is not forgotten, whatever became of them. */
function keepAsked(
  step: Step,
  { response, tools: { asked } }: Live,
  details: ResponseStatusDetails | null,
): void {
  if (asked === null) return;
  const { followUp } = step.state.tools;
  const cancelled = details?.type === 'cancelled' && details.reason === 'client_cancelled';
  if (cancelled || followUp?.asked != null) return step.error(hasActive(response.id), asked.eventId);
  step.setTools({ followUp: { ...plainFollowUp, ...followUp, waitUntilMs: 0, asked } });
}

export const hasActive = (responseId: string): ProtocolError =>
  requestError(
    'conversation_already_has_active_response',
    `Conversation already has an active response in progress: ${responseId}. Wait until the response is finished before creating a new one.`,
  );

const chainAfter = ({ response, tools }: Live): Chain => ({
  followUps: tools.chain.followUps + 1,
  searches: tools.chain.searches + (response.outputs.some(isSearch) ? 1 : 0),
});

const isSearch = (output: Live['response']['outputs'][number]): boolean =>
  output.kind === 'server_call' && output.tool.kind === 'web_search';

/** What the response knew, and what it made. */
function inputAfter(step: Step, { response }: Live): readonly InputEntry[] {
  const made = response.closed.map((item) => {
    const output = response.outputs.find((other) => other.itemId === item.id);
    const call =
      output?.kind === 'server_call' ? { name: output.calledAs, tool: output.tool, running: false } : null;
    const entry = find(step.state.conversation, item.id);
    return entry === undefined ? ownInput(entryOf(item, { call })) : referenceTo(entry);
  });
  const { input } = response.plan;
  return [...(input ?? step.state.conversation.entries.map(referenceTo)), ...made];
}

/**
 * A client may ask for the response that speaks of a tool's result although the server begins it by itself: it gets
 * that one, and no error.
 */
export function takenAsFollowUp(
  step: Step,
  active: Live,
  params: ResponseParams,
  eventId: string | null | undefined,
): boolean {
  const { tools, response } = active;
  // It follows this one anyway.
  if (step.state.tools.followUp !== null && isPlain(params)) return true;
  if (tools.followUp === 'unclaimed' && isPlain(params)) {
    if (knowsAll(step, active)) {
      step.setTools({ asks: 'yes' });
      step.putLive({ ...active, tools: { ...tools, followUp: 'claimed' } });
      return true;
    }
    // When it said that, and asked, it could not know of a response that the server began by itself.
    const asked = { params, eventId: eventId ?? null };
    step.setTools({ followUp: { ...plainFollowUp, asked } });
    return true;
  }
  const runs = response.outputs.some(({ kind }) => kind === 'server_call');
  if (!runs || awaitsModel(response) || tools.asked !== null) return false;
  step.setTools({ asks: 'yes' });
  step.putLive({ ...active, tools: { ...tools, asked: { params, eventId: eventId ?? null } } });
  return true;
}

/**
 * No response is active, and the client asks for one that can mean only what tools give: one that is due, or, while
 * the user speaks and a tool runs on, one that is better given when the user is heard. True: it is seen to.
 */
export function asksForFollowUp(step: Step, params: ResponseParams): boolean {
  const { tools } = step.state;
  if (!isPlain(params)) return false;
  if (tools.followUp !== null) {
    step.setTools({ followUp: { ...tools.followUp, waitUntilMs: 0 }, asks: 'yes' });
    step.do({ type: 'clear_timer', key: 'follow_up' });
    return true;
  }
  if (!userSpeaks(step.state, step.ctx.nowMs) || tools.running.length === 0) return false;
  followUpDue(step);
  return true;
}

export const isPlain = (params: ResponseParams): boolean =>
  Object.keys(params).every((key) => key === 'conversation');

/** Nothing was said to it since it began: a request for a response can mean this one. */
const knowsAll = ({ state }: Step, { response, knew }: Live): boolean =>
  state.conversation.entries.findLast(({ origin }) => origin?.responseId !== response.id)?.item.id ===
  (knew ?? undefined);

/** The client allowed a call, which runs as soon as no other response does; or it did not, which is spoken of. */
export function approvalAnswered(step: Step, item: McpApprovalResponseItem): void {
  const request = find(step.state.conversation, item.approval_request_id);
  if (request?.item.type !== 'mcp_approval_request' || request.call === null) return;
  if (!item.approve) return followUpDue(step);
  const approved = {
    requestId: request.item.id,
    call: request.call,
    argumentsJson: request.item.arguments,
  };
  step.setTools({ approved: [...step.state.tools.approved, approved] });
}
