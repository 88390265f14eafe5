import { planResponse } from '../response/plan';
import { modelRequest } from './context';
import { activeOf } from './state';
import type { Step } from './step';

/** Lets the model read ahead what the next request begins with, while there is time. */
export function prepare(step: Step): void {
  if (activeOf(step.state) !== undefined) return;
  const { plan } = planResponse(step.state.session, {}, step.state.conversation, step.ctx.ids);
  if (plan === undefined) return;
  step.do({ type: 'prepare', request: modelRequest(step.state, plan, '', step.ctx.nowMs) });
}
