import { Answer, type AnswerOptions, type Listener } from './answer';
import type { Plan } from './plan';

/** Begins answers with what all of this process share. */
export class Answers {
  constructor(private readonly shared: Omit<AnswerOptions, 'plan' | 'listener'>) {}

  begin(plan: Plan, listener: Listener): Answer {
    const { deadlines, breakers, metrics, measures } = this.shared;
    return new Answer({ plan, listener, deadlines, breakers, metrics, measures });
  }
}
