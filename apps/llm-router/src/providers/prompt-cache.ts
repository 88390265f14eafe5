import { createHash } from 'node:crypto';

interface Message {
  readonly role: string;
}

/**
 * Where a provider that must be told is told to keep a conversation's prompt: at its end, and where the request before
 * this one ended, so that it is found again whatever came in between. By index, the last one last.
 */
export function cacheBreaks(messages: readonly Message[]): number[] {
  const end = messages.length - 1;
  const answer = messages.findLastIndex(({ role }) => role === 'assistant');
  const before = messages.slice(0, Math.max(0, answer)).findLastIndex(({ role }) => role !== 'assistant');
  return [before, end].filter((index) => index >= 0);
}

/**
 * What providers are told instead of a conversation's own name: they need not know what a session is called here, and
 * what a client calls one could not stand in a header.
 */
export const promptCacheKeyOf = (name: string): string =>
  createHash('sha256').update(name).digest('base64url').slice(0, 32);
