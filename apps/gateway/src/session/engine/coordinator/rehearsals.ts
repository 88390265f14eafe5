import { phrasesFor, saidOf } from '../filler/phrases';
import { fillerPolicyOf, opensAnswers } from '../filler/settings';
import { asidePlan, beginAside } from './aside-work';
import { replyLanguage, voiceRequest } from './context';
import { respond } from './outputs';
import { activeOf } from './state';
import type { Step } from './step';

/** Phrases of a list that are kept ready: the client may name any number of them. */
const mostPhrases = 8;
const rememberedPhrases = 32;

/**
 * Words that open an answer are to be heard at once, and a voice takes its time: it says them before they are wanted, one
 * after the other and only while there is nothing else to say. Who carries it out keeps what it said.
 */
export function rehearse(step: Step): void {
  const { state } = step;
  const settings = state.session.parley?.responsiveness;
  if (settings === undefined || state.session.output_modalities[0] !== 'audio') return;
  const policy = fillerPolicyOf(settings);
  if (!policy.enabled || policy.small_model !== '' || !opensAnswers(policy) || !isIdle(step)) return;
  const plan = asidePlan(step, { modality: 'audio' });
  if (plan === undefined) return;
  const { perception: _, ...voice } = voiceRequest(state, plan, step.ctx.nowMs);
  const phrases = phrasesFor(policy, 'answer', replyLanguage(state, state.language)).slice(0, mostPhrases);
  const named = phrases
    .filter((phrase) => phrase.trim() !== '')
    .map((phrase) => saidOf(policy, phrase))
    .map((text) => ({ text, name: JSON.stringify([voice, text]) }));
  const next = named.find(({ name }) => !state.filler.rehearsed.includes(name));
  if (next === undefined) return;
  const rehearsed = [...state.filler.rehearsed, next.name].slice(-rememberedPhrases);
  step.set({ filler: { ...state.filler, rehearsed } });
  respond(step, beginAside(step, plan, { kind: 'rehearsal' }), { type: 'say', text: next.text });
}

/** Nothing is being said, or is about to be. */
const isIdle = ({ state }: Step): boolean =>
  activeOf(state) === undefined &&
  state.speculation.prospect?.draft == null &&
  !state.live.some(({ aside }) => aside?.kind === 'rehearsal');
