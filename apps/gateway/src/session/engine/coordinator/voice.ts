import { maxLeadMsOf, maxResponseMsOf } from '../behaviour';
import { leadMs, sent } from '../playout/clock';
import { emptyGate, hold, takeFirst, type Held } from '../playout/gate';
import { pcmBytesPerMs } from '../response/plan';
import { headMessage, mainLane, type ResponseState } from '../response/state';
import { advanceFloor, soundingFiller } from './floor';
import { draftOf, dropDraft, markDraft, putDraft } from './drafts';
import type { SynthesisEvent } from './events';
import { markLive, respond } from './outputs';
import type { Live, SessionState } from './state';
import type { Step } from './step';

/** What is left to play below which audio is sent whatever its length: the player must not run dry. */
const leastLeadMs = 60;
const shortestWaitMs = 10;

/** Speech of a message. What belongs to no running synthesis any more is dropped. */
export function onSpeech(step: Step, generation: number, event: SynthesisEvent): void {
  const draft = draftOf(step);
  if (draft !== undefined && says(draft.live.response, generation)) {
    markArrival(event, (name) => markDraft(step, name));
    if (event.type === 'speech_failed') return dropDraft(step, 'failed');
    const marked = draftOf(step) ?? draft;
    const gate = hold(marked.live.gate, arrived(marked.live, generation, event));
    return putDraft(step, { ...marked, live: { ...marked.live, gate } });
  }
  const live = step.state.live.find(({ response }) => says(response, generation));
  if (live === undefined) return;
  const { id } = live.response;
  markArrival(event, (name) => markLive(step, id, name));
  const current = step.live(id) ?? live;
  const waits = current.gate.held.length > 0;
  const next = arrived(current, generation, event);
  if (!waits && isOpen(step.state, current, next.audioMs, step.ctx.nowMs))
    return letThrough(step, current, next);
  step.putLive({ ...current, gate: hold(current.gate, next) });
  if (!waits) release(step, id);
}

/** Lets through what may be sent by now, and comes back for the rest. */
export function release(step: Step, responseId: string): void {
  for (;;) {
    const live = step.live(responseId);
    const first = live?.gate.held[0];
    if (live === undefined || first === undefined) return;
    if (isPaused(step.state, live.response) || waitsForFiller(step.state, live)) return;
    if (!isOpen(step.state, live, first.audioMs, step.ctx.nowMs)) {
      const { session, defaults } = step.state;
      const early = leadMs(live.clock, step.ctx.nowMs) + first.audioMs - maxLeadMsOf(session, defaults);
      const afterMs = Math.max(shortestWaitMs, Number.isFinite(early) ? early : 0);
      return step.do({ type: 'set_timer', key: `pace:${responseId}`, afterMs });
    }
    const open: Live = { ...live, gate: takeFirst(live.gate) };
    step.putLive(open);
    if (says(open.response, first.generation)) letThrough(step, open, first);
  }
}

/** What was held of a voice that is lost is said again by the next. */
export function forgetHeld(step: Step, responseId: string): void {
  const live = step.live(responseId);
  if (live !== undefined) step.putLive({ ...live, gate: emptyGate });
}

/** Whether this is what the response is saying now. */
export const says = (response: ResponseState, generation: number): boolean => {
  const speech = headMessage(response)?.speech;
  return speech?.generation === generation && !speech.done;
};

function markArrival(event: SynthesisEvent, marked: (name: 'firstSegment' | 'firstByte') => void): void {
  if (event.type === 'segment_started') marked('firstSegment');
  if (event.type === 'audio') marked('firstByte');
}

const arrived = (live: Live, generation: number, event: SynthesisEvent): Held => ({
  generation,
  event,
  audioMs: event.type === 'audio' ? event.pcm.byteLength / pcmBytesPerMs(live.response.plan) : 0,
});

/** Whoever ends the pause lets it go on. */
const isPaused = ({ interruption }: SessionState, { lane }: ResponseState): boolean =>
  lane === mainLane && interruption.pausedAtMs !== null;

/** An answer is heard after the words that bridge the wait for it. */
const waitsForFiller = (state: SessionState, { response }: Live): boolean =>
  response.lane === mainLane && soundingFiller(state) !== undefined;

/** Whether so much more of its audio may be sent by now. */
export function isOpen(
  state: SessionState,
  live: Live,
  audioMs: number,
  nowMs: number,
  clock = live.clock,
): boolean {
  const { response, aside } = live;
  // So short that it is sent at once.
  if (aside !== null) return true;
  if (isPaused(state, response)) return false;
  if (audioMs === 0) return true;
  if (waitsForFiller(state, live)) return false;
  const ahead = leadMs(clock, nowMs);
  return ahead <= leastLeadMs || ahead + audioMs <= maxLeadMsOf(state.session, state.defaults);
}

function letThrough(step: Step, live: Live, { event, audioMs }: Held): void {
  if (event.type !== 'audio') return respond(step, live, event);
  if (live.sentMs + audioMs > maxResponseMsOf(step.state.session, step.state.defaults))
    return respond(step, live, { type: 'limit' });
  const clock =
    live.aside?.kind === 'filler' ? advanceFloor(step, audioMs) : sent(live.clock, audioMs, step.ctx.nowMs);
  const sentMs = live.sentMs + audioMs;
  respond(step, { ...live, clock, sentMs }, { ...event, audioMs, playEndAtMs: clock.endAtMs });
}
