import { maxLeadMsOf, maxResponseMsOf } from '../behaviour';
import { leadMs, sent } from '../playout/clock';
import { emptyGate, hold, takeFirst, type Held } from '../playout/gate';
import { pcmBytesPerMs, type ResponsePlan } from '../response/plan';
import { headMessage, mainLane, type ResponseState } from '../response/state';
import { fillerPolicyOf, opensAnswers } from '../filler/settings';
import { advanceFloor, floorClock, soundingFiller } from './floor';
import { draftOf, dropDraft, markDraft, putDraft } from './drafts';
import type { SynthesisEvent } from './events';
import { markLive, respond } from './outputs';
import { activeOf, type Live, type SessionState } from './state';
import type { Step } from './step';

/** What is left to play below which audio is sent whatever its length: the player must not run dry. */
const leastLeadMs = 60;

/** An opening is sent no further ahead than this: the answer follows what was sent. */
const openingLeadMs = 100;
/** Its audio is sent in pieces of so much, however large the voice makes them. */
const openingPieceMs = openingLeadMs - leastLeadMs;
const fadeMs = 20;

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
  const { id, plan } = live.response;
  const mostBytes = isOpening(step.state, live) ? wholeBytes(plan, openingPieceMs) : Infinity;
  for (const piece of inPieces(event, mostBytes)) onPiece(step, id, generation, piece);
}

function onPiece(step: Step, id: string, generation: number, event: SynthesisEvent): void {
  markArrival(event, (name) => markLive(step, id, name));
  const current = step.live(id);
  if (current === undefined) return;
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
      const clock = isOpening(step.state, live) ? floorClock(step.state) : live.clock;
      const early = leadMs(clock, step.ctx.nowMs) + first.audioMs - mostLeadMs(step.state, live);
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

/** Of whole samples. */
const wholeBytes = (plan: ResponsePlan, ms: number): number => 2 * Math.floor((ms * pcmBytesPerMs(plan)) / 2);

function inPieces(event: SynthesisEvent, mostBytes: number): readonly SynthesisEvent[] {
  if (event.type !== 'audio' || event.pcm.byteLength <= mostBytes) return [event];
  const { pcm } = event;
  return Array.from({ length: Math.ceil(pcm.byteLength / mostBytes) }, (_, at) => ({
    ...event,
    pcm: pcm.subarray(at * mostBytes, (at + 1) * mostBytes),
  }));
}

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
  if (aside !== null) {
    // Others are so short, and so seldom cut off, that they are sent at once.
    if (!isOpening(state, live) || audioMs === 0) return true;
    return hasRoom(leadMs(floorClock(state), nowMs), audioMs, openingLeadMs);
  }
  if (isPaused(state, response)) return false;
  if (audioMs === 0) return true;
  if (waitsForFiller(state, live)) return false;
  return hasRoom(leadMs(clock, nowMs), audioMs, mostLeadMs(state, live));
}

/**
 * How far a response that is no aside is sent ahead of what is played, as long as the state stays what it is; undefined:
 * none of it is sent. With `hasRoom`, what `isOpen` says of audio.
 */
export const openLeadMs = (state: SessionState, live: Live): number | undefined =>
  isPaused(state, live.response) || waitsForFiller(state, live) ? undefined : mostLeadMs(state, live);

export const hasRoom = (aheadMs: number, audioMs: number, mostMs: number): boolean =>
  aheadMs <= leastLeadMs || aheadMs + audioMs <= mostMs;

const mostLeadMs = (state: SessionState, live: Live): number =>
  isOpening(state, live) ? openingLeadMs : maxLeadMsOf(state.session, state.defaults);

/** A word that an answer may come upon while it is said. */
const isOpening = ({ session }: SessionState, { aside }: Live): boolean =>
  aside?.kind === 'filler' &&
  aside.into !== null &&
  opensAnswers(fillerPolicyOf(session.parley?.responsiveness));

/** An opening gives way to the answer as soon as that is there: it dies away within what it would say next. */
export function giveWay(step: Step): void {
  const opening = soundingFiller(step.state);
  if (opening === undefined || !isOpening(step.state, opening)) return;
  if (activeOf(step.state)?.gate.held.some(({ audioMs }) => audioMs > 0) !== true) return;
  const { response, gate } = opening;
  const next = gate.held.find(({ event }) => event.type === 'audio');
  if (next?.event.type === 'audio') {
    const bytesPerMs = pcmBytesPerMs(response.plan);
    const pcm = dyingAway(next.event.pcm.subarray(0, wholeBytes(response.plan, fadeMs)));
    letThrough(step, opening, {
      ...next,
      event: { type: 'audio', pcm },
      audioMs: pcm.byteLength / bytesPerMs,
    });
  }
  respond(step, step.live(response.id) ?? opening, { type: 'cancel', reason: 'turn_detected' });
}

function dyingAway(pcm: Uint8Array): Uint8Array {
  const copy = pcm.slice();
  const samples = new Int16Array(copy.buffer, 0, copy.byteLength >> 1);
  for (const [at, sample] of samples.entries()) samples[at] = Math.round(sample * (1 - at / samples.length));
  return copy;
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
