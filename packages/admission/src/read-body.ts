import type { IncomingMessage } from 'node:http';
import { hasTooManyValues, tooManyValues } from '@parley/protocol';
import type { BodyLease } from './body-room';

/** A body that could not be read, with the status that says so. */
export class BodyError extends Error {
  constructor(
    readonly status: 400 | 413 | 503,
    message: string,
    /** What is wrong where it is read as JSON. */
    readonly code: 'invalid_json' | 'invalid_value' = 'invalid_json',
  ) {
    super(message);
    this.name = 'BodyError';
  }
}

/** Of chat completions: images come inline. */
export const maxChatBodyBytes = 20 * 1024 * 1024;

export const tooLarge = (): BodyError => new BodyError(413, 'The body is too large.');

/**
 * Before a body is parsed: to say what is wrong with each of many values takes seconds, and memory that ends the process.
 * @throws BodyError
 */
export function checkValues(body: Uint8Array): void {
  if (hasTooManyValues(body)) throw new BodyError(400, tooManyValues('The body').message, 'invalid_value');
}

/**
 * The whole body of a request over HTTP. Rejects with BodyError when it is longer than `limitBytes` or its client goes;
 * the server's own deadline bounds how long it may take.
 * @param lease takes what comes; whoever made it ends it
 */
export function readBody(request: IncomingMessage, limitBytes: number, lease?: BodyLease): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    let whole = false;
    let refused = false;
    // Every request is closed in the end, and an error is dear to make.
    const broken = (): void => {
      if (!whole) reject(new BodyError(400, 'The body could not be read.'));
    };
    // One that has gone before anybody listened says nothing any more.
    if (request.destroyed) return broken();
    request.on('data', (piece: Buffer) => {
      if (refused) return;
      try {
        bytes += piece.length;
        if (bytes > limitBytes) throw tooLarge();
        lease?.take(piece.length);
        pieces.push(piece);
      } catch (error) {
        refused = true;
        pieces.length = 0;
        reject(error instanceof BodyError ? error : new BodyError(400, 'The body could not be read.'));
      }
    });
    request.on('error', broken);
    request.on('close', broken);
    request.on('end', () => {
      whole = true;
      resolve(pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces));
    });
  });
}
