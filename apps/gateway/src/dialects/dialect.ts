import type { IncomingHttpHeaders } from 'node:http';
import { offeredProtocols } from '../admission/credentials';
import type { Codec } from './codec';
import { gaCodec } from './ga';
import { betaCodec } from './openai-beta/codec';

export const dialects = ['openai', 'openai-beta'] as const;
export type Dialect = (typeof dialects)[number];

const betaProtocol = 'openai-beta.realtime-v1';

/** Which dialect a client speaks, by how it connects. */
export function dialectOf(headers: IncomingHttpHeaders): Dialect {
  return asksForBeta(headers) ? 'openai-beta' : 'openai';
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
  }
}
