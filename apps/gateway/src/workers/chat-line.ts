import { randomUUID } from 'node:crypto';
import type { Bus } from '@parley/bus';
import { decode, encode, v1 } from '@parley/contracts';
import { WorkerError } from './worker-error';
import { WorkerStream } from './worker-stream';

export type ChatPiece =
  | {
      readonly type: 'head';
      readonly status: number;
      readonly contentType: string;
      readonly retryAfterS: number;
    }
  | { readonly type: 'body'; readonly bytes: Uint8Array }
  | { readonly type: 'usage'; readonly inputTokens: number; readonly outputTokens: number };

/** A model may think for long before its first token; the bus itself tells when a worker is lost. */
const silentMs = 300_000;
const pieceBytes = 256 * 1024;

/** A request of chat completions and its reply, read at the client's pace. Throws WorkerError. */
export async function* chat(
  bus: Bus,
  body: Uint8Array,
  signal: AbortSignal,
): AsyncGenerator<ChatPiece, void, void> {
  const sessionId = `door-${randomUUID()}`;
  const stream = await WorkerStream.open(bus, {
    service: 'chat',
    sessionId,
    config: new Uint8Array(),
    signal,
  });
  try {
    for (let at = 0; at < body.byteLength; at += pieceBytes) {
      await stream.send(encode(v1.ChatInput, { body: body.subarray(at, at + pieceBytes) }));
    }
    stream.end();
    let begun = false;
    for (;;) {
      const frame = await stream.next(silentMs);
      if (frame === undefined) break;
      begun = true;
      const piece = pieceOf(decode(v1.ChatOutput, frame.payload));
      if (piece !== undefined) yield piece;
    }
    if (!begun) throw new WorkerError('chat', 'lost', 'The worker said nothing.');
  } finally {
    stream.close();
  }
}

function pieceOf({ head, body, usage }: v1.ChatOutput): ChatPiece | undefined {
  if (head != null) {
    const { status, contentType, retryAfterS } = head;
    return {
      type: 'head',
      status: status ?? 500,
      contentType: contentType ?? '',
      retryAfterS: retryAfterS ?? 0,
    };
  }
  if (usage != null) {
    return { type: 'usage', inputTokens: usage.inputTokens ?? 0, outputTokens: usage.outputTokens ?? 0 };
  }
  return body == null ? undefined : { type: 'body', bytes: body };
}
