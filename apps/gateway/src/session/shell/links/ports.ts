import type { Bus } from '@parley/bus';
import type { Logger } from '@parley/telemetry';
import type { MeterEvent } from '../../../metering/generation-meter';
import type { EngineEvent } from '../../engine/coordinator/events';
import type { SessionState } from '../../engine/coordinator/state';

/** What every link of a session has. */
export interface LinkContext {
  readonly bus: Bus;
  readonly sessionId: string;
  /** Of the session's trace, for the workers; empty = not traced. */
  readonly traceparent: string;
  readonly log: Logger;
  readonly state: () => SessionState;
  /** Speech of a lane that was made and is not played yet. */
  readonly aheadMs: (lane: string) => number;
  readonly dispatch: (event: EngineEvent) => void;
  /** Sees what is used, before the engine acts on it. */
  readonly metered: (event: MeterEvent) => void;
}
