import { decode, encode, v1 } from '@parley/contracts';
import { encodeFrame } from './framing';

export type ToEngine = Extract<v1.ToEngine.$Shape, { message?: string }>;
export type FromEngine = v1.FromEngine.$Shape;

/** Throws on anything that is not a message of this direction. */
export function parseFromEngine(frame: Uint8Array): FromEngine {
  const message = decode(v1.FromEngine, frame);
  if (message.message === undefined) throw new Error('An engine message of no known kind');
  return message;
}

export function parseToEngine(frame: Uint8Array): ToEngine {
  const message = decode(v1.ToEngine, frame);
  if (message.message === undefined) throw new Error('A host message of no known kind');
  return message;
}

export const toEngineFrame = (message: v1.ToEngine.$Properties): Buffer =>
  encodeFrame(encode(v1.ToEngine, message));

export const fromEngineFrame = (message: v1.FromEngine.$Properties): Buffer =>
  encodeFrame(encode(v1.FromEngine, message));
