import type { IncomingMessage } from 'node:http';

/** Images come inline. */
export const maxBodyBytes = 20 * 1024 * 1024;

export class BodyError extends Error {
  constructor(
    readonly status: 400 | 413,
    message: string,
  ) {
    super(message);
    this.name = 'BodyError';
  }
}

/** The body as JSON. Rejects with BodyError; the server's own deadline bounds how long a body may take. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  return parseJson(await readText(request));
}

/** @throws BodyError */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BodyError(400, 'The body is not valid JSON.');
  }
}

function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let whole = false;
    // Every request is closed in the end, and an error is dear to make.
    const broken = (): void => {
      if (!whole) reject(new BodyError(400, 'The body could not be read.'));
    };
    // One that has gone before anybody listened says nothing any more.
    if (request.destroyed) return broken();
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBodyBytes) reject(new BodyError(413, 'The body is too large.'));
      else chunks.push(chunk);
    });
    request.on('error', broken);
    request.on('close', broken);
    request.on('end', () => {
      whole = true;
      resolve((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString());
    });
  });
}
