import type { ResponseParams } from '@parley/protocol';
import { behaviourOf } from '../behaviour';
import { lastId } from '../conversation/items';
import { placesOf } from '../conversation/room';
import { hearingSamplesPerMs } from '../deadlines';
import { isWork, type ResponseEvent } from '../response/events';
import { nextResponse } from '../response/next';
import { planResponse } from '../response/plan';
import { awaitsModel, mainLane } from '../response/state';
import { sameWords } from '../speculation/same-words';
import { mayStart, speculationLimits, type Draft, type Prospect } from '../speculation/state';
import { mark, type Mark } from '../timing/timing';
import { entriesFor, isBlocked, modelRequest, offerFor, replyLanguage } from './context';
import { order, takeOver } from './outputs';
import { placesFor } from './room';
import { activeOf, newLive } from './state';
import type { Step } from './step';

/** Why an answer that was begun early came to nothing. */
export type Waste = 'resumed' | 'changed' | 'abandoned' | 'failed';

/** Used where the model did not get to report. */
const charsPerToken = 4;

/** Begins the answer to a turn that is likely over, or pauses on words that may be all of it, if it may and has not. */
export function speculate(step: Step): void {
  const { prospect } = step.state.speculation;
  if (prospect === null || isBegun(prospect)) return;
  const speaks = prospect.silentFromSample === null && !prospect.candidate;
  if (speaks) return dropDraft(step, 'changed');
  if (prospect.starts >= mostStarts(prospect) || !ready(step, prospect)) return;
  dropDraft(step, 'changed');
  if (mayStart(step.state.speculation.tally)) begin(step, { ...prospect, draft: null });
}

const isBegun = ({ draft, text }: Prospect): boolean => draft !== null && sameWords(draft.text, text);

/** How many answers may be begun for the turn as things stand. */
function mostStarts({ candidate, silentFromSample, heardToSample, endProbability }: Prospect): number {
  const { startsPerTurn, startsAtPauses, pauseFrom, pauseLagMs } = speculationLimits;
  if (candidate) return startsPerTurn;
  const lagMs = ((silentFromSample ?? Infinity) - heardToSample) / hearingSamplesPerMs;
  return endProbability >= pauseFrom && lagMs <= pauseLagMs ? startsAtPauses : 0;
}

function begin(step: Step, prospect: Prospect): void {
  const { state, ctx } = step;
  const { tally } = state.speculation;
  const { plan } = planResponse(state.session, {}, state.conversation, ctx.ids);
  if (plan === undefined || isBlocked(state, plan)) return;
  const { text, language } = prospect;
  const offered = offerFor(state, plan);
  const request = modelRequest(state, plan, '', ctx.nowMs, offered);
  const empty = newLive(ctx.ids.response(), plan, true, ctx.nowMs);
  const draft: Draft = {
    live: { ...empty, speculated: 'used', tools: { ...empty.tools, offered: offered.tools } },
    request: {
      ...request,
      language: replyLanguage(state, language || state.language),
      messages: [...request.messages, { role: 'user', text }],
    },
    text,
    session: state.session,
    entries: entriesFor(state, plan),
    held: [],
    routing: null,
  };
  step.set({
    speculation: {
      ...step.state.speculation,
      prospect: { ...prospect, starts: prospect.starts + 1, draft },
      tally: { ...step.state.speculation.tally, started: tally.started + 1 },
    },
  });
  step.do({ type: 'speculation', outcome: 'started', tokens: 0 });
  markDraft(step, 'request');
  draftEvent(step, { type: 'ready' });
}

function ready(step: Step, { text }: Prospect): boolean {
  const { session, turn, defaults } = step.state;
  return (
    step.state.spent === null &&
    text.trim() !== '' &&
    behaviourOf(session, defaults).speculation &&
    session.audio.input.turn_detection?.create_response === true &&
    activeOf(step.state) === undefined &&
    turn.pending.length === 0
  );
}

/** Lets the response that is not shown handle an event: its work is done, what it would show is kept. */
export function draftEvent(step: Step, event: ResponseEvent): void {
  const draft = draftOf(step);
  if (draft === undefined) return;
  const { response, out } = nextResponse(draft.live.response, event, step.ctx);
  putDraft(step, {
    ...draft,
    live: { ...draft.live, response },
    held: [...draft.held, ...out.filter((output) => !isWork(output))],
  });
  for (const output of out) {
    if (!isWork(output)) continue;
    if (output.type !== 'ask') order(step, response, output);
    else {
      const { generation } = output;
      step.do({ type: 'generate', lane: response.lane, generation, request: draft.request });
    }
  }
  if (out.some((output) => output.type === 'ended' && output.status === 'failed')) dropDraft(step, 'failed');
}

export const draftOf = ({ state }: Step): Draft | undefined => state.speculation.prospect?.draft ?? undefined;

export function putDraft(step: Step, draft: Draft | null): void {
  const { speculation } = step.state;
  if (speculation.prospect === null) return;
  step.set({ speculation: { ...speculation, prospect: { ...speculation.prospect, draft } } });
}

export function markDraft(step: Step, name: Mark): void {
  const draft = draftOf(step);
  if (draft === undefined) return;
  putDraft(step, {
    ...draft,
    live: { ...draft.live, marks: mark(draft.live.marks, name, step.ctx.nowMs) },
  });
}

/** Nothing of it was shown, and nothing of it will be. */
export function dropDraft(step: Step, why: Waste): void {
  const draft = draftOf(step);
  if (draft === undefined) return;
  putDraft(step, null);
  const { response } = draft.live;
  if (awaitsModel(response))
    step.do({ type: 'abandon_model', lane: mainLane, generation: response.generation });
  for (const output of response.outputs) {
    if (output.kind === 'message' && output.speech !== null && !output.speech.done)
      step.do({ type: 'abandon_speech', lane: mainLane, generation: output.speech.generation });
  }
  const { speculation } = step.state;
  const tally = { ...speculation.tally, wasted: speculation.tally.wasted + 1 };
  step.set({ speculation: { ...speculation, tally, wastedInTurn: true } });
  tell(step, draft, 'wasted', why);
}

/** Whether what was begun answers the conversation as it is now. */
export function fits(step: Step, params: ResponseParams, left: number): boolean {
  const draft = draftOf(step);
  if (draft === undefined || Object.keys(params).length > 0) return false;
  if (left < mostPlaces(draft)) return false;
  const { session, conversation } = step.state;
  const { entries } = conversation;
  const last = entries.at(-1);
  if (session !== draft.session || last?.item.type !== 'message' || last.item.role !== 'user') return false;
  const [part] = last.item.content;
  const said = part?.type === 'input_audio' && !last.awaitingTranscript ? (part.transcript ?? '') : '';
  return (
    sameWords(said, draft.text) &&
    entries.length === draft.entries.length + 1 &&
    draft.entries.every((entry, index) => entry === entries[index])
  );
}

/** That its items may take, shown or not. */
const mostPlaces = ({ live }: Draft): number =>
  live.response.outputs.reduce<number>((sum, output) => sum + placesFor(output), placesOf.call);

/** The draft, as the response that it becomes. */
export function takeDraft(step: Step): Draft | undefined {
  const draft = draftOf(step);
  if (draft === undefined) return undefined;
  const { speculation } = step.state;
  const tally = { ...speculation.tally, used: speculation.tally.used + 1 };
  step.set({ speculation: { ...speculation, prospect: null, tally } });
  tell(step, draft, 'used', null);
  const live = takeOver(step, { ...draft.live, knew: lastId(step.state.conversation) });
  return { ...draft, live };
}

function tell(step: Step, { live, request }: Draft, outcome: 'used' | 'wasted', why: Waste | null): void {
  const { usage } = live.response;
  const read = request.messages.reduce((sum, { text }) => sum + text.length, request.instructions.length);
  const tokens =
    usage === null
      ? Math.ceil((read + live.writtenChars) / charsPerToken)
      : usage.inputTokens + usage.outputTokens;
  step.do({ type: 'speculation', outcome, tokens });
  step.do({
    type: 'extension',
    event: { type: 'parley.speculation', responseId: live.response.id, outcome, reason: why, tokens },
  });
}
