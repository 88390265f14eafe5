import type { IncomingMessage } from 'node:http';
import { BodyError, maxChatBodyBytes, readBody, type BodyLease } from '@parley/admission';

/** The body as JSON. Rejects with BodyError. */
export async function readJson(request: IncomingMessage, lease: BodyLease): Promise<unknown> {
  return parseJson((await readBody(request, maxChatBodyBytes, lease)).toString());
}

/** @throws BodyError */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BodyError(400, 'The body is not valid JSON.');
  }
}
