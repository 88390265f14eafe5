import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Aborted when the client has gone before its reply was whole. */
export function goneSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/**
 * Sends chunks as they come and as the client reads them. Nothing is sent before there is a first one, so that what
 * fails until then can still be answered with a status.
 */
export async function streamReply(
  response: ServerResponse,
  headers: OutgoingHttpHeaders,
  chunks: AsyncIterable<Uint8Array | string>,
): Promise<void> {
  for await (const chunk of chunks) {
    if (response.destroyed) return;
    if (chunk.length === 0) continue;
    if (!response.headersSent) response.writeHead(200, headers);
    if (!response.write(chunk)) await drained(response);
  }
  if (!response.headersSent) response.writeHead(200, headers);
  response.end();
}

export function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      response.off('drain', go);
      response.off('close', go);
      resolve();
    };
    response.once('drain', go);
    response.once('close', go);
  });
}

export const eventStreamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache',
  'x-accel-buffering': 'no',
} as const;

export const serverSentEvent = (event: object): string => `data: ${JSON.stringify(event)}\n\n`;
