import { OutboundError, outboundErrorIn } from '@parley/outbound';
import type { SearchUse } from './search/engine';

export type ToolFailureKind = 'protocol_error' | 'tool_execution_error' | 'http_error';

/** Why a tool gave no output, in the protocol's three kinds. The message is shown to the client and read by the model. */
export class ToolFailure extends Error {
  override readonly name = 'ToolFailure';
  /** What it cost all the same. */
  readonly use: SearchUse | undefined;

  constructor(
    readonly kind: ToolFailureKind,
    /** HTTP status or JSON-RPC code; 0 = none. */
    readonly code: number,
    message: string,
    { use, ...options }: ErrorOptions & { readonly use?: SearchUse | undefined } = {},
  ) {
    super(message.slice(0, maxMessageChars), options);
    this.use = use;
  }
}

const maxMessageChars = 500;

/** JSON-RPC's code for what was not done in time, as the MCP SDK has it. */
export const timedOutCode = -32_001;
/** JSON-RPC: a fault of the server that no other code names. */
export const faultCode = -32_000;

/** An error of a library as a failure; what it says of itself is kept only where it is known to be harmless. */
export function toFailure(error: unknown, what: string): ToolFailure {
  if (error instanceof ToolFailure) return error;
  const refused = outboundErrorIn(error);
  if (refused !== undefined) return fromOutbound(refused);
  return new ToolFailure('protocol_error', faultCode, `${what} could not be reached.`, { cause: error });
}

const fromOutbound = (error: OutboundError): ToolFailure =>
  new ToolFailure('protocol_error', error.code === 'timeout' ? timedOutCode : faultCode, error.message, {
    cause: error,
  });
