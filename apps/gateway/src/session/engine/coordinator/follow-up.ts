import type { McpApprovalResponseItem, ResponseParams, ResponseStatus } from '@parley/protocol';
import { find } from '../conversation/items';
import { entryOf, type Entry } from '../conversation/state';
import { awaitsModel } from '../response/state';
import type { Chain } from '../tools/offered';
import { noChain } from '../tools/state';
import { entriesFor } from './context';
import type { Live } from './state';
import type { Step } from './step';

/** Something is to be spoken of that came of a tool: as soon as nobody speaks. */
export function followUpDue(step: Step): void {
  if (step.state.tools.followUp === null)
    step.setTools({ followUp: { plan: null, chain: noChain, asked: null } });
}

/**
 * A response that ran tools of the server has ended: one follows that speaks of all their results. Where the client
 * has calls of its own to answer, it asks for that one itself.
 */
export function planFollowUp(step: Step, live: Live, status: ResponseStatus): void {
  const { closed, plan } = live.response;
  if (status !== 'completed' && status !== 'incomplete') return;
  if (!closed.some(({ type }) => type === 'mcp_call')) return;
  if (closed.some(({ type }) => type === 'function_call')) return;
  const input = plan.conversational && plan.input === null ? null : inputAfter(step, live);
  const followUp = { plan: { ...plan, input }, chain: chainAfter(live), asked: live.tools.asked };
  if (plan.conversational) step.setTools({ followUp });
  else step.setTools({ outOfBand: [...step.state.tools.outOfBand, followUp] });
}

const chainAfter = ({ response, tools }: Live): Chain => ({
  followUps: tools.chain.followUps + 1,
  searches: tools.chain.searches + (response.outputs.some(isSearch) ? 1 : 0),
});

const isSearch = (output: Live['response']['outputs'][number]): boolean =>
  output.kind === 'server_call' && output.tool.kind === 'web_search';

/** What the response knew, and what it made. */
function inputAfter(step: Step, { response }: Live): readonly Entry[] {
  const made = response.closed.map((item) => {
    const output = response.outputs.find((other) => other.itemId === item.id);
    const call =
      output?.kind === 'server_call' ? { name: output.calledAs, tool: output.tool, running: false } : null;
    return find(step.state.conversation, item.id) ?? entryOf(item, { call });
  });
  return [...entriesFor(step.state, response.plan), ...made];
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
  if (tools.followUp === 'unclaimed' && isPlain(params) && knowsAll(step, active)) {
    step.putLive({ ...active, tools: { ...tools, followUp: 'claimed' } });
    return true;
  }
  const runs = response.outputs.some(({ kind }) => kind === 'server_call');
  if (!runs || awaitsModel(response) || tools.asked !== null) return false;
  step.putLive({ ...active, tools: { ...tools, asked: { params, eventId: eventId ?? null } } });
  return true;
}

const isPlain = (params: ResponseParams): boolean =>
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
