import type { Metadata } from '@parley/protocol';
import { contextOf, type ContextMessage } from '../conversation/context';
import { entriesById } from '../conversation/items';
import { isWhole, recall } from '../conversation/recall';
import type { Entry } from '../conversation/state';
import { templatesOf } from '../behaviour';
import { limits } from '../deadlines';
import { memorySettings } from '../memory/settings';
import { shownMemory } from '../memory/state';
import { currentPerception } from '../perception/perception';
import type { ResponsePlan } from '../response/plan';
import { listingOf } from '../tools/listing';
import { offer, type Chain, type Offer } from '../tools/offered';
import { noChain } from '../tools/state';
import type { ModelRequest, VoiceRequest } from './effects';
import type { SessionState } from './state';

/** The items a response is made from, as they are by now. */
export function entriesFor({ conversation }: SessionState, plan: ResponsePlan): readonly Entry[] {
  if (plan.input === null) return conversation.entries;
  const known = entriesById(conversation.entries);
  return plan.input.flatMap(({ entry, isReference }) =>
    isReference ? (known.get(entry.item.id) ?? []) : [entry],
  );
}

export const isBlocked = (state: SessionState, plan: ResponsePlan): boolean =>
  entriesFor(state, plan).some((entry) => entry.awaitingTranscript) ||
  plan.awaits.some((server) => listingOf(state.tools.listings, server)?.status === 'listing');

/** The tools of a response, as the servers have listed them by now. */
export const offerFor = (state: SessionState, plan: ResponsePlan, chain: Chain = noChain): Offer =>
  offer(plan.tools, plan.toolChoice, state.tools.listings, chain);

/** Told to another model that takes over in the middle of an answer. */
const goOn =
  'Your last message was cut off in the middle. Go on exactly where it stops, in the same words you would have used. Do not repeat any of it and do not comment on the interruption.';

/** `written`: what a lost stream had written of the answer. */
export function modelRequest(
  state: SessionState,
  plan: ResponsePlan,
  written: string,
  nowMs: number,
  { tools, choice }: Offer = offerFor(state, plan),
): ModelRequest {
  const remembers = memorySettings(state.session, state.defaults) !== null;
  const maxChars = plan.truncation === 'auto' ? limits.maxContextChars : Infinity;
  const messages: ContextMessage[] =
    plan.input === null
      ? recall(state.conversation.entries, maxChars, remembers)
      : contextOf(entriesFor(state, plan).filter(isWhole), maxChars);
  if (written !== '') messages.push({ role: 'assistant', text: written, calls: [] });
  return {
    model: plan.model,
    instructions: written === '' ? plan.instructions : `${plan.instructions}\n\n${goOn}`,
    messages,
    tools: tools.map(({ definition }) => definition),
    toolChoice: choice,
    maxOutputTokens: fewer(plan.maxOutputTokens, state.defaults.maxOutputTokens),
    temperature: plan.temperature,
    reasoning: plan.reasoning,
    parallelToolCalls: plan.parallelToolCalls,
    truncation: plan.truncation,
    user: state.extras.user,
    metadata: metadataOf(state, plan),
    spoken: plan.modality === 'audio',
    perception: currentPerception(state.perception, nowMs),
    templates: templatesOf(state.session, state.defaults),
    memory: plan.input === null && remembers ? shownMemory(state.memory) : null,
    language: replyLanguage(state, state.language),
  };
}

/** What the model is to answer in: what it is spoken in, or else what the caller speaks, or is expected to. */
export function replyLanguage({ extras, session }: SessionState, heard: string): string {
  const expected = session.audio.input.transcription?.language ?? '';
  return extras.speechLanguage || heard || (/^[a-z]{2,3}(?=-|$)/.exec(expected)?.[0] ?? '');
}

const fewer = (a: number | 'inf', b: number | 'inf'): number | 'inf' =>
  a === 'inf' ? b : b === 'inf' ? a : Math.min(a, b);

/** Of two values under one name the response's own counts. */
export function metadataOf({ extras }: SessionState, { metadata }: ResponsePlan): Metadata | null {
  return extras.metadata === null ? metadata : { ...extras.metadata, ...metadata };
}

export const voiceRequest = (state: SessionState, plan: ResponsePlan, nowMs: number): VoiceRequest => ({
  voice: plan.voice,
  format: plan.format,
  speed: plan.speed,
  language: replyLanguage(state, state.language),
  perception: state.extras.steadyVoice ? null : currentPerception(state.perception, nowMs),
  wholeSentences: state.extras.wholeSentences,
});
