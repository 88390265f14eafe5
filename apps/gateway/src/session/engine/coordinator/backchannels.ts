import type { Aside, Settled } from '../aside/aside';
import {
  nextBackchannel,
  type BackchannelContext,
  type BackchannelEvent,
  type BackchannelOutput,
} from '../backchannel/next';
import { phrasesFor, promptFor } from '../backchannel/phrases';
import { backchannelPolicyOf, type BackchannelPolicy } from '../backchannel/settings';
import { leadMs } from '../playout/clock';
import type { HearingEvent } from '../turn/events';
import { askForWords, asidePlan, beginAside, written } from './aside-work';
import { floorClock } from './floor';
import { respond } from './outputs';
import { activeOf } from './state';
import type { Step } from './step';

const policyOf = ({ state }: Step): BackchannelPolicy =>
  backchannelPolicyOf(state.session.parley?.backchannel);

/** What is heard of a turn, if it is one. */
export function listen(step: Step, event: HearingEvent): void {
  if (step.state.session.parley?.backchannel === undefined) return;
  backchannelEvent(step, { type: 'heard', event });
}

/** More of it may be sent by now, and the turn may be over, whoever ended it. */
export function reviewBackchannel(step: Step): void {
  const { stage } = step.state.backchannel;
  const live = step.state.live.find(({ aside }) => aside?.kind === 'backchannel');
  if (stage.kind === 'saying' && live !== undefined && live.sentMs > stage.sentMs)
    backchannelEvent(step, { type: 'audio', sentMs: live.sentMs });
  const { backchannel, turn } = step.state;
  if (backchannel.turn !== null && turn.open?.utterance !== backchannel.turn.utterance)
    backchannelEvent(step, { type: 'over' });
}

export function backchannelEvent(step: Step, event: BackchannelEvent): void {
  const { state, out } = nextBackchannel(step.state.backchannel, event, contextOf(step));
  step.set({ backchannel: state });
  for (const output of out) apply(step, output);
}

function contextOf(step: Step): BackchannelContext {
  const { state, ctx } = step;
  const policy = policyOf(step);
  const spoken = state.session.output_modalities[0] === 'audio';
  return {
    policy,
    phrases: phrasesFor(policy, state.extras.speechLanguage || state.language),
    nowMs: ctx.nowMs,
    free:
      spoken &&
      state.defaults.backchannels &&
      activeOf(state) === undefined &&
      leadMs(floorClock(state), ctx.nowMs) === 0 &&
      state.interruption.veils.length === 0,
    newId: () => ctx.ids.backchannel(),
    roll: (considered) => fraction(`${state.session.id} ${considered}`),
  };
}

/** Of 1, the same for the same text (FNV-1a): chance that a run can be repeated with. */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0) / 2 ** 32;
}

function apply(step: Step, output: BackchannelOutput): void {
  switch (output.type) {
    case 'wake':
      return step.do({ type: 'set_timer', key: 'backchannel', afterMs: output.afterMs });
    case 'sleep':
      return step.do({ type: 'clear_timer', key: 'backchannel' });
    case 'ask_words': {
      const policy = policyOf(step);
      if (!askForWords(step, 'backchannel', policy, promptFor(policy)))
        backchannelEvent(step, { type: 'words', text: null });
      return;
    }
    case 'say':
      return say(step, output.id, output.phrase);
    case 'skip':
      step.do({ type: 'observe', what: 'backchannel', label: output.reason });
      return step.do({
        type: 'extension',
        event: { type: 'parley.backchannel.skipped', backchannelId: output.id, reason: output.reason },
      });
    case 'cancel':
      for (const live of step.state.live)
        if (isBackchannels(live.aside)) respond(step, live, { type: 'cancel', reason: 'turn_detected' });
  }
}

const isBackchannels = (aside: Aside | null): boolean =>
  aside?.kind === 'backchannel' || (aside?.kind === 'words' && aside.of === 'backchannel');

function say(step: Step, id: string, phrase: string): void {
  const plan = asidePlan(step, { modality: 'audio' });
  if (plan === undefined) return backchannelEvent(step, { type: 'said' });
  const { policy, phrases } = contextOf(step);
  const written = !phrases.includes(phrase);
  const live = beginAside(step, plan, { kind: 'backchannel', id, gain: policy.volume_gain, written });
  respond(step, live, { type: 'say', text: phrase });
}

/** Words and backchannels that have ended. */
export function settleBackchannel(step: Step, { aside, text, status, heardMs }: Settled): void {
  if (aside.kind === 'words' && aside.of === 'backchannel') {
    const words = status === 'completed' ? written(text) : '';
    return backchannelEvent(step, { type: 'words', text: words === '' ? null : words });
  }
  if (aside.kind !== 'backchannel') return;
  const { phrase } = step.state.backchannel;
  if (heardMs > 0) {
    step.do({ type: 'observe', what: 'backchannel', label: 'said' });
    const event = { type: 'parley.backchannel.audio.done', backchannelId: aside.id, phrase } as const;
    step.do({ type: 'extension', event });
  }
  backchannelEvent(step, { type: 'said' });
}
