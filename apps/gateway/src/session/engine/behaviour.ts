import type { Session } from '@parley/protocol';

/** What a session does where the client has not said otherwise: by its transport and the operator's settings. */
export interface BehaviourDefaults {
  readonly speculation: boolean;
  /** Infinity: as far ahead as synthesis is let. */
  readonly maxLeadMs: number;
}

export type Behaviour = BehaviourDefaults;

/** A client that knows nothing beyond the reference's protocol. */
export const stockBehaviour: BehaviourDefaults = { speculation: true, maxLeadMs: Infinity };

export const behaviourOf = ({ parley }: Session, defaults: BehaviourDefaults): Behaviour => ({
  speculation: parley?.speculation ?? defaults.speculation,
  maxLeadMs: parley?.max_lead_ms ?? defaults.maxLeadMs,
});
