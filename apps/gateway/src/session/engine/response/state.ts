import type { OutputItem } from '@parley/protocol';
import type { Ledger, RunBase } from '../playout/ledger';
import type { CallResult, ServerTool } from '../tools/server-tool';
import type { ResponsePlan } from './plan';

/** The lane of the default conversation; an out-of-band response's lane is its own id. */
export const mainLane = 'main';

export type FinishReason = 'stop' | 'length' | 'tool_calls' | 'content_filter';

export interface Failure {
  readonly type: 'server_error' | 'rate_limit_exceeded' | 'invalid_request_error';
  readonly code: string;
  readonly message: string;
}

export interface LlmUsage {
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  /** A part of `inputTokens`. */
  readonly imageTokens: number;
  readonly outputTokens: number;
}

export type Llm =
  /** Waiting for the words of a turn. */
  | { readonly status: 'waiting' }
  | { readonly status: 'asked' }
  | { readonly status: 'streaming' }
  | { readonly status: 'finished'; readonly reason: FinishReason }
  | { readonly status: 'failed'; readonly failure: Failure };

/** A message in synthesis. */
export interface Speech {
  readonly generation: number;
  readonly base: RunBase;
  /** UTF-16 units of the message's text given to synthesis. */
  readonly fed: number;
  readonly finishSent: boolean;
  readonly done: boolean;
  readonly ledger: Ledger;
  readonly attempts: number;
}

export interface MessageOutput {
  readonly kind: 'message';
  readonly itemId: string;
  readonly open: boolean;
  /** What the model wrote so far. */
  readonly text: string;
  readonly textDone: boolean;
  /** UTF-16 units of `text` the client was shown. */
  readonly shown: number;
  /** null: text only, or not begun. */
  readonly speech: Speech | null;
}

/** A call is shown to the client once it is whole, so that no half call can ever be executed. */
export interface CallOutput {
  readonly kind: 'call';
  readonly itemId: string;
  readonly callId: string;
  readonly name: string;
  readonly argumentsJson: string;
}

/** A call that the server runs itself, from when the model has made it. */
export interface ServerCallOutput {
  readonly kind: 'server_call';
  readonly itemId: string;
  /** The name the model called it by. */
  readonly calledAs: string;
  readonly tool: ServerTool;
  readonly argumentsJson: string;
  /** null: none was needed. */
  readonly approvalRequestId: string | null;
  readonly open: boolean;
  /** null: it runs. */
  readonly result: CallResult | null;
}

/** A call that is not made before the client allows it. */
export interface ApprovalOutput {
  readonly kind: 'approval';
  readonly itemId: string;
  readonly calledAs: string;
  readonly tool: ServerTool;
  readonly argumentsJson: string;
}

/** The answer ended in the middle of this call: it is shown as incomplete, and is never made. */
export interface CutCallOutput extends Omit<CallOutput, 'kind'> {
  readonly kind: 'cut_call';
  /** null: the client's. */
  readonly tool: ServerTool | null;
}

export type Output = MessageOutput | CallOutput | ServerCallOutput | ApprovalOutput | CutCallOutput;

/** A call as the model made it. */
export interface ModelCall {
  readonly callId: string;
  readonly name: string;
  readonly argumentsJson: string;
  /** Absent: the client runs it. */
  readonly tool?: ServerTool;
}

/** After a lost model stream: what had been written, and what the next one wrote so far. */
export interface Resuming {
  readonly written: string;
  readonly held: string;
}

export interface ResponseState {
  readonly id: string;
  readonly lane: string;
  readonly plan: ResponsePlan;
  /** Of the request to the model; 0 until it is made. */
  readonly generation: number;
  readonly llm: Llm;
  readonly attempts: number;
  readonly resuming: Resuming | null;
  readonly outputs: readonly Output[];
  /** The last call, whose arguments are no JSON object: what comes next tells whether it was cut off. */
  readonly doubtful: ModelCall | null;
  /** Index of the output whose events are being sent; those before it are closed. */
  readonly head: number;
  readonly closed: readonly OutputItem[];
  readonly usage: LlmUsage | null;
  readonly createdAtMs: number;
  readonly llmAtMs: number;
  readonly speechAtMs: number;
}

export function newResponse(id: string, lane: string, plan: ResponsePlan, nowMs: number): ResponseState {
  return {
    id,
    lane,
    plan,
    generation: 0,
    llm: { status: 'waiting' },
    attempts: 0,
    resuming: null,
    outputs: [],
    doubtful: null,
    head: 0,
    closed: [],
    usage: null,
    createdAtMs: nowMs,
    llmAtMs: nowMs,
    speechAtMs: nowMs,
  };
}

export type ResponsePhase = 'thinking' | 'speaking';

export const phaseOf = (response: ResponseState): ResponsePhase =>
  response.outputs.length === 0 ? 'thinking' : 'speaking';

/** The message whose events are being sent. */
export function headMessage(response: ResponseState): MessageOutput | undefined {
  const head = response.outputs[response.head];
  return head?.kind === 'message' && head.open ? head : undefined;
}

export const awaitsModel = ({ llm }: ResponseState): boolean =>
  llm.status === 'asked' || llm.status === 'streaming';
