import type { IncomingHttpHeaders } from 'node:http';

const keyProtocol = 'openai-insecure-api-key.';
const ephemeralPrefix = 'ek_';
const longestKey = 8 * 1024;

/** Entries of `Sec-WebSocket-Protocol`, in order. */
export function offeredProtocols(headers: IncomingHttpHeaders): string[] {
  return split(headers['sec-websocket-protocol']);
}

export const isEphemeral = (text: string): boolean => text.startsWith(ephemeralPrefix);

/** The shape of a JSON Web Token: three parts, of which the first is a JSON object in base64url. */
export const isJwt = (text: string): boolean => /^eyJ[\w-]*\.[\w-]+\.[\w-]+$/.test(text);

/**
 * What may be the key, likeliest first: of `Authorization`, of `api-key`, of the subprotocol browsers use, or of the
 * query parameter `token`. Empty: none was given.
 */
export function presentedKeys(headers: IncomingHttpHeaders, query?: URLSearchParams): string[] {
  const keys = fromHeaders(headers) ?? fromQuery(query) ?? [];
  return keys.filter((key) => key !== '' && key.length <= longestKey);
}

function fromHeaders(headers: IncomingHttpHeaders): string[] | undefined {
  const [, scheme = '', token = ''] = /^(Bearer|Basic) +(\S+) *$/i.exec(headers.authorization ?? '') ?? [];
  if (scheme !== '') return scheme.toLowerCase() === 'basic' ? fromBasic(token) : [token];
  const header = headers['api-key'];
  if (typeof header === 'string' && header !== '') return [header];
  const protocol = offeredProtocols(headers).find((name) => name.startsWith(keyProtocol));
  return protocol === undefined ? undefined : [protocol.slice(keyProtocol.length)];
}

/** Addresses end up in logs: only keys that end soon by themselves may stand in one. */
function fromQuery(query: URLSearchParams | undefined): string[] | undefined {
  const token = query?.get('token') ?? '';
  return isEphemeral(token) || isJwt(token) ? [token] : undefined;
}

/** Inworld's portal gives keys that are base64 already; others send `user:password` with the key as either. */
function fromBasic(token: string): string[] {
  const decoded = Buffer.from(token, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (colon < 0) return [token, decoded];
  const [user, password] = [decoded.slice(0, colon), decoded.slice(colon + 1)];
  return [token, decoded, password === '' ? user : password];
}

function split(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
