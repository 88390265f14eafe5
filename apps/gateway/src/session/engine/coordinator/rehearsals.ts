import type { Settled } from '../aside/aside';
import { phrasesFor, saidOf } from '../filler/phrases';
import { fillerPolicyOf, opensAnswers, type FillerPolicy } from '../filler/settings';
import type { Rehearsal } from '../filler/state';
import type { ResponsePlan } from '../response/plan';
import { asidePlan, beginAside } from './aside-work';
import { replyLanguage, voiceRequest } from './context';
import { respond } from './outputs';
import { activeOf } from './state';
import type { Step } from './step';

/** Phrases of a list that are kept ready: the client may name any number of them. */
const mostPhrases = 8;
/** UTF-16 units. What takes longer to say opens no answer, and is not kept. */
const longestPhrase = 60;
const rememberedPhrases = 32;

/**
 * Words that open an answer are to be heard at once, and a voice takes its time: it says them before they are wanted, one
 * after the other and only while there is nothing else to say. Who carries it out keeps what it said.
 */
export function rehearse(step: Step): void {
  const { state } = step;
  const settings = state.session.parley?.responsiveness;
  if (settings === undefined) return;
  if (isBusy(step)) return giveUp(step);
  const policy = fillerPolicyOf(settings);
  const wanted = policy.enabled && policy.small_model === '' && opensAnswers(policy) && isSoon(step, policy);
  if (!wanted || isOver(step) || rehearsals(step).length > 0) return;
  const plan = asidePlan(step, { modality: 'audio' });
  if (plan === undefined) return;
  const next = unready(step, policy, plan);
  if (next === undefined) return rest(step);
  respond(step, beginAside(step, plan, { kind: 'rehearsal', name: next.name }), {
    type: 'say',
    text: next.text,
  });
}

/** A rehearsal is over. After an opening it is looked again: others may have taken the place of what was kept. */
export function settleRehearsal(step: Step, { aside, status }: Settled): void {
  if (aside.kind === 'filler' && aside.into !== null) return change(step, { ready: [], over: null });
  if (aside.kind !== 'rehearsal') return;
  const { ready } = step.state.filler.rehearsal;
  if (status === 'completed') change(step, { ready: [...ready, aside.name].slice(-rememberedPhrases) });
  if (status === 'failed') rest(step);
}

function rest(step: Step): void {
  const { session, extras, language } = step.state;
  change(step, { over: { session, extras, language } });
}

function change(step: Step, by: Partial<Rehearsal>): void {
  const { filler } = step.state;
  step.set({ filler: { ...filler, rehearsal: { ...filler.rehearsal, ...by } } });
}

/** Something is being said, or is about to be. */
const isBusy = ({ state }: Step): boolean =>
  activeOf(state) !== undefined || state.speculation.prospect?.draft != null;

const rehearsals = ({ state }: Step) => state.live.filter(({ aside }) => aside?.kind === 'rehearsal');

/** The voice is wanted elsewhere. */
function giveUp(step: Step): void {
  for (const live of rehearsals(step)) respond(step, live, { type: 'cancel', reason: 'turn_detected' });
}

/** The next answer may have such words, in a language that is known by now, as far as anything ever says which it is. */
const isSoon = ({ state }: Step, policy: FillerPolicy): boolean =>
  state.session.output_modalities[0] === 'audio' &&
  (state.spoken ||
    policy.enable_filler_on_first_assistant_reply ||
    replyLanguage(state, state.language) !== '');

function isOver({ state: { session, extras, language, filler } }: Step): boolean {
  const { over } = filler.rehearsal;
  return over?.session === session && over.extras === extras && over.language === language;
}

function unready({ state, ctx }: Step, policy: FillerPolicy, plan: ResponsePlan) {
  const { perception: _, ...voice } = voiceRequest(state, plan, ctx.nowMs);
  return phrasesFor(policy, 'answer', replyLanguage(state, state.language))
    .slice(0, mostPhrases)
    .filter((phrase) => phrase.trim() !== '')
    .map((phrase) => saidOf(policy, phrase))
    .filter((text) => text.length <= longestPhrase)
    .map((text) => ({ text, name: JSON.stringify([voice, text]) }))
    .find(({ name }) => !state.filler.rehearsal.ready.includes(name));
}
