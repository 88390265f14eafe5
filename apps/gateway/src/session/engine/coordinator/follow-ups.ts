import { lastId } from '../conversation/items';
import { planResponse, type ResponsePlan } from '../response/plan';
import { respond } from './outputs';
import { create, startPlanned, startResponse } from './responses';
import { activeOf } from './state';
import type { Step } from './step';
import { waitsForUser } from './user-floor';

/** Calls that the client has approved are a response of their own, once no other runs. */
export function runApproved(step: Step): void {
  const { approved: calls } = step.state.tools;
  if (calls.length === 0 || activeOf(step.state) !== undefined || step.state.spent !== null) return;
  step.setTools({ approved: [] });
  const plan = sessionPlan(step);
  if (plan === undefined) return;
  const live = create(step, plan, false);
  respond(step, { ...live, knew: lastId(step.state.conversation) }, { type: 'run', calls });
}

/** The one response that speaks of what the tools gave: at once, or when the user has spoken. */
export function followUpIfDue(step: Step): void {
  const { outOfBand } = step.state.tools;
  if (outOfBand.length > 0) {
    step.setTools({ outOfBand: [] });
    for (const { plan, chain } of outOfBand)
      if (plan !== null) startPlanned(step, afterwards(plan), true, { chain });
  }
  const { followUp } = step.state.tools;
  if (followUp === null || activeOf(step.state) !== undefined) return;
  if (step.ctx.nowMs < followUp.waitUntilMs || waitsForUser(step)) return;
  step.setTools({ followUp: null });
  const { asked, chain } = followUp;
  if (asked !== null) {
    startResponse(step, asked.params, { auto: false, eventId: asked.eventId });
    return;
  }
  const plan = followUp.plan ?? sessionPlan(step);
  if (plan !== undefined) startPlanned(step, afterwards(plan), true, { chain, followUp: 'unclaimed' });
}

const sessionPlan = (step: Step): ResponsePlan | undefined =>
  planResponse(step.state.session, {}, step.state.conversation, step.ctx.ids).plan;

/** What was forced has been done. */
const afterwards = (plan: ResponsePlan): ResponsePlan => ({
  ...plan,
  toolChoice: plan.toolChoice === 'none' ? 'none' : 'auto',
  awaits: [],
});
