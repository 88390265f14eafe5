import type { Aside } from '../aside/aside';
import { referenceTo } from '../response/input';
import { planResponse, type ResponsePlan } from '../response/plan';
import { respond } from './outputs';
import { enter } from './responses';
import { newLive, type Live } from './state';
import type { Step } from './step';

/** Beside the conversation, and with no tools. Undefined: it cannot be, or nothing more may be spent. */
export function asidePlan(step: Step, change: Partial<ResponsePlan>): ResponsePlan | undefined {
  if (step.state.spent !== null) return undefined;
  const { plan } = planResponse(step.state.session, {}, step.state.conversation, step.ctx.ids);
  if (plan === undefined) return undefined;
  return {
    ...plan,
    conversational: false,
    tools: [],
    toolChoice: 'none',
    awaits: [],
    reasoning: null,
    ...change,
  };
}

export const beginAside = (step: Step, plan: ResponsePlan, aside: Aside): Live =>
  enter(step, { ...newLive(step.ctx.ids.response(), plan, true, step.ctx.nowMs), aside });

interface SmallModel {
  readonly small_model: string;
  readonly history_tail_items: number;
  readonly temperature: number;
  readonly max_tokens: number;
}

/** A small model is asked for a few words. False: it cannot be. */
export function askForWords(
  step: Step,
  of: Extract<Aside, { kind: 'words' }>['of'],
  { small_model: model, history_tail_items: tail, temperature, max_tokens: maxTokens }: SmallModel,
  instructions: string,
): boolean {
  const { entries } = step.state.conversation;
  const seen = tail === 0 ? [] : entries.slice(-tail);
  const plan = asidePlan(step, {
    modality: 'text',
    model,
    instructions,
    temperature,
    maxOutputTokens: Math.max(1, maxTokens),
    input: seen
      .filter(({ item, awaitingTranscript }) => item.status !== 'in_progress' && !awaitingTranscript)
      .map(referenceTo),
  });
  if (plan === undefined) return false;
  respond(step, beginAside(step, plan, { kind: 'words', of }), { type: 'ready' });
  return true;
}

/** In one line. */
export const written = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
