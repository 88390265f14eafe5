import { behaviourOf, type InterruptionPolicy } from '../behaviour';
import { judge, longestBackchannelMs, type Evidence, type Verdict } from '../interruption/judge';
import { interruptionLimits, speechMsOf, type Veil } from '../interruption/state';
import { leadMs } from '../playout/clock';
import { headMessage } from '../response/state';
import type { HearingEvent, TurnOutput } from '../turn/events';
import { waitForUser } from './idle';
import { pause, resume } from './pause';
import { awaitEnd, isProtected } from './protection';
import { activeOf } from './state';
import type { Step } from './step';
import { thaw } from './thaw';

const policyOf = ({ state }: Step): InterruptionPolicy =>
  behaviourOf(state.session, state.defaults).interruption;

const interrupts = ({ state }: Step): boolean =>
  state.session.audio.input.turn_detection?.interrupt_response === true;

/** Keeps what the client would be told of speech over the assistant until it is known what it is. True: kept. */
export function veil(step: Step, output: TurnOutput): boolean {
  const itemId = itemOf(output);
  if (itemId === undefined) return false;
  const known = step.state.interruption.veils.find((one) => one.itemId === itemId);
  if (known === undefined) return output.type === 'speech_started' && begin(step, output);
  if (output.type === 'abandoned' || output.type === 'dropped') {
    forget(step, known);
    return output.type === 'abandoned';
  }
  const final = output.type === 'transcribed' ? { text: output.text, language: output.language } : undefined;
  put(step, {
    ...known,
    ...final,
    final: known.final || final !== undefined || output.type === 'transcript_failed',
    outputs: [...known.outputs, output],
  });
  return true;
}

function itemOf(output: TurnOutput): string | undefined {
  switch (output.type) {
    case 'committed':
    case 'transcribed':
    case 'transcript_failed':
      return output.turn.itemId;
    case 'speech_started':
    case 'speech_stopped':
    case 'shown':
    case 'abandoned':
    case 'dropped':
      return output.itemId;
    default:
      return undefined;
  }
}

function begin(step: Step, output: Extract<TurnOutput, { type: 'speech_started' }>): boolean {
  const { session } = step.state;
  const judged = policyOf(step).mode === 'decide' && overWhat(step) !== 'none' && interrupts(step);
  const backchannel = inTheAir(step);
  if (!judged && !isProtected(step) && backchannel === '') return false;
  const { nowMs } = step.ctx;
  const { itemId, utterance } = output;
  const opened: Veil = {
    utterance,
    itemId,
    outputs: [output],
    sinceMs: nowMs,
    speechMs: interruptionLimits.onsetMs,
    voicedSinceMs: nowMs,
    text: '',
    final: false,
    language: session.audio.input.transcription?.language ?? step.state.language,
    backchannel,
    pauses: 1,
  };
  const { interruption } = step.state;
  step.set({ interruption: { ...interruption, veils: [...interruption.veils, opened] } });
  if (isProtected(step)) awaitEnd(step);
  else if (judged) pause(step);
  return true;
}

/** A word of attention whose echo what begins now may be. */
function inTheAir({ state, ctx }: Step): string {
  const { echoUntilMs, phrase } = state.backchannel;
  return ctx.nowMs < echoUntilMs ? phrase : '';
}

/** What hearing adds to what is known. */
export function learn(step: Step, event: HearingEvent): void {
  const known = step.state.interruption.veils.find(({ utterance }) => utterance === event.utterance);
  if (known === undefined) return;
  const { nowMs } = step.ctx;
  switch (event.type) {
    case 'partial':
      return put(step, { ...known, text: event.text });
    case 'turn_candidate':
      return put(step, {
        ...known,
        text: event.text || known.text,
        language: event.language || known.language,
      });
    case 'speech_paused':
      return put(step, { ...known, speechMs: event.speechMs, voicedSinceMs: null });
    case 'speech_stopped':
      return put(step, { ...known, speechMs: speechMsOf(known, nowMs), voicedSinceMs: null });
    case 'speech_resumed':
    case 'turn_reopened': {
      if (known.voicedSinceMs !== null) return;
      const again =
        known.pauses < interruptionLimits.pauses && overWhat(step) !== 'none' && !isProtected(step);
      if (again) pause(step);
      return put(step, { ...known, voicedSinceMs: nowMs, pauses: known.pauses + (again ? 1 : 0) });
    }
    default:
      return;
  }
}

/** Judges what is not decided, and returns what the client is to be told now. */
export function weigh(step: Step): readonly TurnOutput[] {
  if (isProtected(step)) return [];
  let mayGoOn = true;
  for (const known of step.state.interruption.veils) {
    const verdict = judge(evidenceOf(step, known), policyOf(step));
    if (verdict.kind === 'interrupt') return unveil(step, known, verdict.reason);
    if (verdict.kind === 'dismiss') {
      report(step, known, verdict);
      forget(step, known);
    }
    if (verdict.kind === 'wait') mayGoOn = false;
  }
  if (mayGoOn || pausedMs(step) >= interruptionLimits.pauseMs) resume(step);
  if (step.state.interruption.veils.length > 0) lookAgain(step);
  return [];
}

/** The client ends the turn itself: whatever it is, it is a turn. */
export function unveilAll(step: Step): readonly TurnOutput[] {
  const last = step.state.interruption.veils.at(-1);
  return last === undefined ? [] : unveil(step, last, 'committed');
}

/** Everything up to this one is told, in its order; the assistant hears it as an interruption. */
function unveil(step: Step, known: Veil, reason: string): readonly TurnOutput[] {
  const { veils } = step.state.interruption;
  const upTo = veils.indexOf(known) + 1;
  report(step, known, { kind: 'interrupt', reason });
  // Who is told of an interruption drops what it was playing; else it is told to go on.
  if (interrupts(step)) thaw(step);
  else resume(step);
  step.set({ interruption: { veils: veils.slice(upTo), pausedAtMs: null } });
  if (upTo === veils.length) step.do({ type: 'clear_timer', key: 'decide' });
  return veils.slice(0, upTo).flatMap(({ outputs }) => outputs);
}

/** Nobody is told of it. */
function forget(step: Step, known: Veil): void {
  const { interruption, turnMarks } = step.state;
  const veils = interruption.veils.filter(({ itemId }) => itemId !== known.itemId);
  step.set({ interruption: { ...interruption, veils } });
  if (turnMarks?.itemId === known.itemId) step.set({ turnMarks: null });
  if (veils.length > 0) return;
  step.do({ type: 'clear_timer', key: 'decide' });
  resume(step);
  if (activeOf(step.state) === undefined) waitForUser(step);
}

/** When time alone may tell what it is, of whichever of them first. */
function lookAgain(step: Step): void {
  const { interruption } = step.state;
  const ahead = [
    ...interruption.veils.flatMap((known) => voicedAheadMs(step, known)),
    ...(interruption.pausedAtMs === null
      ? playingAheadMs(step)
      : [interruptionLimits.pauseMs - pausedMs(step)]),
  ].filter((ms) => ms > 0);
  if (ahead.length > 0) step.do({ type: 'set_timer', key: 'decide', afterMs: Math.min(...ahead) });
}

/** It may become too long to be nothing; a voice that is silent becomes no longer. */
function voicedAheadMs(step: Step, known: Veil): readonly number[] {
  if (known.voicedSinceMs === null) return [];
  const speechMs = speechMsOf(known, step.ctx.nowMs);
  return [policyOf(step).minSpeechMs - speechMs, longestBackchannelMs + 1 - speechMs];
}

/** If nothing more comes the assistant is as good as done, and then done: words over it become words to it. */
function playingAheadMs({ state, ctx }: Step): readonly number[] {
  const active = activeOf(state);
  const leftMs = leadMs(active?.clock ?? state.clock, ctx.nowMs);
  return [leftMs + (active?.gate.heldMs ?? 0) - interruptionLimits.goesOnMs, leftMs];
}

function pausedMs({ state, ctx }: Step): number {
  return ctx.nowMs - (state.interruption.pausedAtMs ?? ctx.nowMs);
}

function overWhat(step: Step): Evidence['over'] {
  const { state, ctx } = step;
  const active = activeOf(state);
  const { pausedAtMs } = state.interruption;
  const clock = active?.clock ?? state.clock;
  if (leadMs(clock, pausedAtMs ?? ctx.nowMs) > 0) return 'speaking';
  if (active === undefined) return 'none';
  const begun = active.sentMs > 0 || (headMessage(active.response)?.shown ?? 0) > 0;
  return begun ? 'speaking' : 'thinking';
}

function evidenceOf(step: Step, known: Veil): Evidence {
  const { state, ctx } = step;
  const active = activeOf(state);
  const leftMs = leadMs(active?.clock ?? state.clock, state.interruption.pausedAtMs ?? ctx.nowMs);
  const more = active !== undefined && active.response.llm.status !== 'finished';
  return {
    over: overWhat(step),
    goesOn: more || leftMs + (active?.gate.heldMs ?? 0) > interruptionLimits.goesOnMs,
    speechMs: speechMsOf(known, ctx.nowMs),
    silent: known.voicedSinceMs === null,
    text: known.text,
    final: known.final,
    language: known.language,
    playing: playing(step),
    backchannel: known.backchannel,
  };
}

/** UTF-16 units of what was said that may still be in the air. */
const recentChars = 300;

function playing(step: Step): string {
  const { filler } = step.state;
  const ago = step.ctx.nowMs - (filler.lastAtMs ?? -Infinity);
  return ago < fillerEchoMs ? `${filler.phrase} ${answering(step)}` : answering(step);
}

/** So long after it began a filler may still be in the air. */
const fillerEchoMs = 6_000;

function answering({ state }: Step): string {
  const active = activeOf(state);
  const message = active === undefined ? undefined : headMessage(active.response);
  if (message !== undefined) return message.text.slice(0, message.shown).slice(-recentChars);
  const last = state.conversation.entries.findLast(({ spoken }) => spoken !== null);
  return (last?.spoken?.text ?? '').slice(-recentChars);
}

function put(step: Step, changed: Veil): void {
  const { interruption } = step.state;
  const veils = interruption.veils.map((one) => (one.itemId === changed.itemId ? changed : one));
  step.set({ interruption: { ...interruption, veils } });
}

function report(
  step: Step,
  known: Veil,
  verdict: { readonly kind: Verdict['kind']; readonly reason: string },
): void {
  const { itemId, sinceMs } = known;
  const outcome = verdict.kind === 'interrupt' ? 'interrupted' : 'dismissed';
  const decidedMs = Math.round(step.ctx.nowMs - sinceMs);
  const speechMs = Math.round(speechMsOf(known, step.ctx.nowMs));
  step.do(
    { type: 'observe', what: 'judged', label: `${outcome}_${verdict.reason}` },
    {
      type: 'extension',
      event: { type: 'parley.interruption', itemId, outcome, reason: verdict.reason, speechMs, decidedMs },
    },
  );
}
