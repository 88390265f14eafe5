import type { ProtocolError } from '@parley/protocol';

/** Codes of gRPC, in which Inworld's API tells errors. */
export const grpc = {
  ok: 0,
  invalidArgument: 3,
  notFound: 5,
  permissionDenied: 7,
  resourceExhausted: 8,
  failedPrecondition: 9,
  unimplemented: 12,
  internal: 13,
  unavailable: 14,
  unauthenticated: 16,
} as const;

const codes: Readonly<Record<number, number>> = {
  400: grpc.invalidArgument,
  401: grpc.unauthenticated,
  403: grpc.permissionDenied,
  404: grpc.notFound,
  413: grpc.invalidArgument,
  429: grpc.resourceExhausted,
  501: grpc.unimplemented,
  503: grpc.unavailable,
};

export interface Status {
  readonly code: number;
  readonly message: string;
  readonly details: readonly object[];
}

export const okStatus: Status = { code: grpc.ok, message: '', details: [] };

/** An error of ours as Inworld's clients know it; the parameter is a detail. */
export function statusOf(
  httpStatus: number,
  { message, param }: Pick<ProtocolError, 'message' | 'param'>,
): Status {
  const details = param === null || param === '' ? [] : [{ param }];
  return { code: codes[httpStatus] ?? grpc.internal, message, details };
}
