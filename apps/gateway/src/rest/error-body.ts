import type { ProtocolError } from '@parley/protocol';

/** The shape of errors over HTTP. */
export function errorBody({ message, type, param, code }: ProtocolError): {
  error: Omit<ProtocolError, 'event_id'>;
} {
  return { error: { message, type, param, code } };
}
