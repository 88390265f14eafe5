import type { IncomingHttpHeaders } from 'node:http';

const keyProtocol = 'openai-insecure-api-key.';
const betaProtocol = 'openai-beta.realtime-v1';

/** Entries of `Sec-WebSocket-Protocol`, in order. */
export function offeredProtocols(headers: IncomingHttpHeaders): string[] {
  return split(headers['sec-websocket-protocol']);
}

/** The key of `Authorization: Bearer`, of `api-key`, or of the subprotocol browsers use, in this order. */
export function presentedKey(headers: IncomingHttpHeaders): string | undefined {
  const bearer = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  const header = headers['api-key'];
  if (typeof header === 'string' && header !== '') return header;
  const protocol = offeredProtocols(headers).find((name) => name.startsWith(keyProtocol));
  return protocol?.slice(keyProtocol.length) || undefined;
}

/** Only the realtime marker counts: clients send other beta headers on their REST calls. */
export function asksForBeta(headers: IncomingHttpHeaders): boolean {
  const header = headers['openai-beta'];
  const marks = (Array.isArray(header) ? header : [header]).flatMap(split);
  return marks.includes('realtime=v1') || offeredProtocols(headers).includes(betaProtocol);
}

function split(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
