import type { OutboundFetch } from '@parley/outbound';
import type { z } from 'zod';
import { faultCode, ToolFailure } from '../failure';

/** An engine's JSON answer, parsed. @throws ToolFailure for another status, and for what is not such an answer. */
export async function askJson<T>(
  fetch: OutboundFetch,
  url: URL,
  init: RequestInit,
  schema: z.ZodType<T>,
): Promise<T> {
  const response = await fetch(url, init);
  if (!response.ok) {
    await response.body?.cancel();
    const message = `The search engine answered with HTTP status ${response.status}.`;
    throw new ToolFailure('http_error', response.status, message);
  }
  const parsed = schema.safeParse(readJson(await response.text()));
  if (parsed.success) return parsed.data;
  throw new ToolFailure('protocol_error', faultCode, 'The search engine gave an answer that cannot be read.');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Text without tags and entities, on one line. */
export const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]{0,200}>/g, '')
    .replaceAll(
      /&(?:#(\d{1,7})|([a-z]{2,6}));/gi,
      (whole, code: string | undefined, name: string | undefined) => {
        if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
        const point = Number(code);
        return point <= 0x10_ffff ? String.fromCodePoint(point) : whole;
      },
    )
    .replaceAll(/\s+/g, ' ')
    .trim();
