import { planResponse } from '../response/plan';
import { respond } from './outputs';
import { create, startPlanned } from './responses';
import { roomIn } from './room';
import type { Step } from './step';

/** The session speaks first, once: as soon as it is told to, unless somebody has spoken already. */
export function greet(step: Step): void {
  const { session, greeted, live, conversation, turn } = step.state;
  const greeting = session.parley?.greeting;
  if (greeted || greeting == null || session.type === 'transcription') return;
  step.set({ greeted: true });
  // What is rehearsed is said to nobody.
  const isBusy = live.some(({ aside }) => aside?.kind !== 'rehearsal');
  if (roomIn(step.state) <= 0) return;
  if (isBusy || turn.open !== null || conversation.entries.some(({ origin }) => origin !== null)) return;
  const { plan } = planResponse(session, {}, conversation, step.ctx.ids);
  if (plan === undefined) return;
  const { text, instructions, interruptible = true } = greeting;
  if (text === undefined) {
    const told = {
      ...plan,
      toolChoice: 'none',
      instructions: `${plan.instructions}\n\n${instructions ?? ''}`,
    } as const;
    return startPlanned(step, told, false, {}, interruptible);
  }
  respond(step, { ...create(step, plan, false), interruptible }, { type: 'say', text });
}
