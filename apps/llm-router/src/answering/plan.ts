import type { ChatRequest } from '../chat/types';
import type { ResolvedModel } from '../providers/registry';
import type { Deadlines } from './state';

/** One model that may answer, and what it would be asked. */
export interface Candidate {
  readonly model: ResolvedModel;
  /** Made when the model is asked; throws an EngineError. */
  readonly request: () => ChatRequest;
}

/** Who may answer, in the order to ask them. */
export interface Plan {
  readonly candidates: readonly Candidate[];
  /** In place of the service's own. */
  readonly deadlines?: Partial<Deadlines>;
  /** Absent = no router was asked. */
  readonly routing?: RoutingChoice;
}

/** How a router chose. */
export interface RoutingChoice {
  readonly router: string;
  readonly route: string;
  readonly variant: string;
}
