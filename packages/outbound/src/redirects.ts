import { OutboundError } from './errors';

/** One request of a chain of redirects. */
export interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | Uint8Array | undefined;
}

const statuses = new Set([301, 302, 303, 307, 308]);

/** All that goes along to another origin: none of it is a secret. */
const harmless = new Set(['accept', 'accept-language', 'content-type', 'user-agent']);

/** The next request, if the answer sends us on; the caller checks its URL. */
export function redirected(hop: Hop, status: number, location: string | null): Hop | undefined {
  if (!statuses.has(status) || location === null) return undefined;
  if (!URL.canParse(location, hop.url.href)) {
    throw new OutboundError('redirect_refused', 'The server redirects to something that is not a URL.');
  }
  const url = new URL(location, hop.url);
  if (hop.url.protocol === 'https:' && url.protocol === 'http:') {
    throw new OutboundError('redirect_refused', 'The server redirects from https to http.');
  }
  const dropsBody = status === 303 || ((status === 301 || status === 302) && hop.method === 'POST');
  const headers = new Headers();
  for (const [name, value] of hop.headers) {
    if (url.origin !== hop.url.origin && !harmless.has(name)) continue;
    if (dropsBody && name.startsWith('content-')) continue;
    headers.set(name, value);
  }
  return dropsBody
    ? { url, method: hop.method === 'HEAD' ? 'HEAD' : 'GET', headers, body: undefined }
    : { ...hop, url, headers };
}
