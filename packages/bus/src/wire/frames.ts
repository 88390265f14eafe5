import { decode, encode, v1 } from '@parley/contracts';
import { BusError } from '../errors';
import {
  encodeCreditFrame,
  encodeHeartbeatFrame,
  encodePayloadFrame,
  readPayloadFrame,
} from './payload-frame';

export interface Heartbeat {
  readonly acknowledgedSeq: number;
  readonly resend: boolean;
  readonly ask: boolean;
}

/** The body of a frame to send. */
export type Body =
  | { readonly payload: Uint8Array }
  | { readonly credit: { readonly frames: number; readonly acknowledgedSeq: number } }
  | { readonly heartbeat: Heartbeat }
  | { readonly cancel: { readonly generation: number } }
  | { readonly end: Record<string, never> }
  | { readonly close: { readonly code: string; readonly message: string; readonly retryable: boolean } }
  | { readonly draining: Record<string, never> };

export interface Header {
  readonly seq: number;
  readonly generation?: number;
  /** Unix ms; 0 = none. */
  readonly deadlineUnixMs?: number;
  /** The payload goes on in the next frame. */
  readonly more?: boolean;
}

/** A frame as it came. */
export type ReceivedFrame = Pick<v1.Frame, 'seq' | 'generation' | 'deadlineUnixMs' | 'more' | 'body'> &
  Partial<Pick<v1.Frame, 'payload' | 'credit' | 'heartbeat' | 'cancel' | 'close'>>;

export function encodeFrame(header: Header, body: Body): Uint8Array {
  if ('payload' in body) return encodePayloadFrame(header, body.payload);
  if ('heartbeat' in body) return encodeHeartbeatFrame(header.seq, body.heartbeat);
  if ('credit' in body) {
    return encodeCreditFrame(header.seq, body.credit.frames, body.credit.acknowledgedSeq);
  }
  return encode(v1.Frame, { ...header, ...body });
}

/** Payloads are views of `bytes`. Throws BusError `invalid_message`. */
export const decodeFrame = (bytes: Uint8Array): ReceivedFrame =>
  readPayloadFrame(bytes) ?? parse(() => decode(v1.Frame, bytes), 'a frame could not be read');

export function parse<Message>(read: () => Message, problem: string): Message {
  try {
    return read();
  } catch (error) {
    throw new BusError('invalid_message', problem, false, { cause: error });
  }
}
