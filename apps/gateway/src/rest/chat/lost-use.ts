import type { ModelUse } from '@parley/metering';
import { z } from 'zod';

const bodySchema = z.object({ model: z.string().max(256) });

const charsPerToken = 4;
/** An event of a stream, with the one token that it mostly holds. */
const bytesPerToken = 230;

/**
 * What an answer must have used of which its llm-router can tell no more: what was asked, without its images, and what
 * came of it.
 * @param body of the request, as the client sent it
 */
export function lostUse(body: Uint8Array, writtenBytes: number): ModelUse {
  const text = Buffer.from(body)
    .toString()
    .replaceAll(/"data:[^"]*"/g, '""');
  return {
    model: modelIn(text),
    status: 'transient',
    hedge: false,
    usage: {
      inputTokens: Math.ceil(text.length / charsPerToken),
      cachedInputTokens: 0,
      imageTokens: 0,
      outputTokens: Math.ceil(writtenBytes / bytesPerToken),
      estimated: true,
    },
    price: null,
  };
}

function modelIn(text: string): string {
  try {
    return bodySchema.safeParse(JSON.parse(text)).data?.model || 'default';
  } catch {
    return 'default';
  }
}
