import type { IncomingMessage } from 'node:http';
import { parseJson as fromJson } from '@parley/protocol';
import { BodyError, checkValues, maxChatBodyBytes, readBody, type BodyLease } from '@parley/admission';

/** The body as JSON. Rejects with BodyError. */
export async function readJson(request: IncomingMessage, lease: BodyLease): Promise<unknown> {
  return parseJson(await readBody(request, maxChatBodyBytes, lease));
}

/** @throws BodyError */
export function parseJson(body: Buffer): unknown {
  checkValues(body);
  try {
    return fromJson(body);
  } catch {
    throw new BodyError(400, 'The body is not valid JSON.');
  }
}
