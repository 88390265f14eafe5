import type { ResponseParams, Scheduling } from '@parley/protocol';
import type { ResponsePlan } from '../response/plan';
import type { Listing } from './listing';
import type { Chain } from './offered';
import type { EntryCall, ServerTool, Source } from './server-tool';

/** A call that runs now. */
export interface RunningCall {
  readonly itemId: string;
  readonly tool: ServerTool;
  /** Among the outputs of its response, once that is over. */
  readonly outputIndex?: number;
}

/** A call that the client has approved and that waits for its response. */
export interface ApprovedCall {
  readonly requestId: string;
  readonly call: EntryCall;
  readonly argumentsJson: string;
}

/** The server's tools gave results that nobody has spoken of yet. */
export interface FollowUp {
  /** null: as any response of the session. */
  readonly plan: ResponsePlan | null;
  readonly chain: Chain;
  /** Until then the client may ask for it itself, monotonic milliseconds. */
  readonly waitUntilMs: number;
  /** The client asked for it itself, with these words. */
  readonly asked: { readonly params: ResponseParams; readonly eventId: string | null } | null;
}

/** Outputs of a response that are to be spoken of once it has made its last call, and all of them have theirs. */
export interface EarlyOutputs {
  /** Undefined: no response made the call. */
  readonly responseId: string | undefined;
  /** The newest. */
  readonly callId: string;
  /** The strongest. */
  readonly scheduling: Exclude<Scheduling, 'silent'>;
}

export interface ToolsState {
  readonly listings: readonly Listing[];
  readonly running: readonly RunningCall[];
  readonly approved: readonly ApprovedCall[];
  readonly followUp: FollowUp | null;
  /** It is looked again whether the user still speaks. */
  readonly watchesUser: boolean;
  /** One for each response, of which no other has spoken since. */
  readonly early: readonly EarlyOutputs[];
  /** Whether the client asks for the response about a result by itself, as far as it has shown. */
  readonly asks: 'unknown' | 'yes' | 'no';
  /** The same, of responses out of band. */
  readonly outOfBand: readonly FollowUp[];
  /** Of results that no response has spoken of yet. */
  readonly sources: readonly Source[];
}

export const noTools: ToolsState = {
  listings: [],
  running: [],
  approved: [],
  followUp: null,
  watchesUser: false,
  early: [],
  asks: 'unknown',
  outOfBand: [],
  sources: [],
};

export const noChain: Chain = { followUps: 0, searches: 0 };
