import type { IncomingHttpHeaders } from 'node:http';
import { offeredProtocols } from '@parley/admission';
import type { Codec } from './codec';
import { gaCodec } from './ga';
import { inworldCodec } from './inworld/codec';
import { betaCodec } from './openai-beta/codec';

export const dialects = ['openai', 'openai-beta', 'inworld'] as const;
export type Dialect = (typeof dialects)[number];

const betaProtocol = 'openai-beta.realtime-v1';

/** Which dialect a client speaks, by how it connects. */
export function dialectOf(url: URL, headers: IncomingHttpHeaders): Dialect {
  if (inworldPath.test(url.pathname)) return 'inworld';
  if (asksForBeta(headers)) return 'openai-beta';
  return isInworld(url.searchParams) ? 'inworld' : 'openai';
}

export const inworldPath = /^\/api\/v1\/realtime\/session\/?$/;

/** Inworld's other address is OpenAI's: its clients say `protocol`, or bring their key as `token` and name no model. */
function isInworld(query: URLSearchParams): boolean {
  if (query.get('protocol') === 'realtime') return true;
  return query.has('token') && !['model', 'intent', 'call_id'].some((name) => query.has(name));
}

/** Only the realtime marker counts: clients send other beta headers too. */
function asksForBeta(headers: IncomingHttpHeaders): boolean {
  const header = headers['openai-beta'];
  const marks = (Array.isArray(header) ? header : [header ?? '']).flatMap((entry) => entry.split(','));
  return (
    marks.some((mark) => mark.trim() === 'realtime=v1') || offeredProtocols(headers).includes(betaProtocol)
  );
}

/** A new codec, for one connection. */
export function codecOf(dialect: Dialect): Codec {
  switch (dialect) {
    case 'openai':
      return gaCodec;
    case 'openai-beta':
      return betaCodec;
    case 'inworld':
      return inworldCodec();
  }
}
