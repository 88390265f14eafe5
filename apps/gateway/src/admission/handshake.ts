import type { IncomingHttpHeaders } from 'node:http';
import {
  missingParameter,
  requestError,
  rateLimitError,
  serverError,
  type ProtocolError,
} from '@parley/protocol';
import { asksForBeta, presentedKey } from './credentials';
import type { ApiKeys } from './keys';
import type { ConnectionCounter } from './limits';
import type { Origins } from './origins';

export interface UpgradeRequest {
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly address: string;
}

export interface Admission {
  readonly keys: ApiKeys;
  readonly origins: Origins;
  readonly connections: ConnectionCounter;
  readonly draining: boolean;
}

export type Handshake =
  /** Answered over HTTP; no upgrade. */
  | { kind: 'refuse'; reason: string; status: number; error: ProtocolError; retryAfterS?: number }
  /** Upgraded, told one error, closed: browsers cannot see why an upgrade was refused. */
  | { kind: 'reject'; keyId: string; closeCode: number; error: ProtocolError }
  | { kind: 'open'; keyId: string; model: string; extensions: boolean };

const paths = /^(\/v1)?\/realtime\/?$/;
const maxModelLength = 256;

/** What becomes of an upgrade request. Unknown query parameters are ignored. */
export function admit(request: UpgradeRequest, admission: Admission): Handshake {
  const { headers } = request;
  const url = new URL(request.url, 'http://gateway');
  if (!paths.test(url.pathname)) return notFound(url.pathname);
  if (admission.draining) return unavailable('draining', 'The server is shutting down.');
  if (!admission.origins.permits(headers.origin)) return forbiddenOrigin();
  const keyId = admission.keys.identify(presentedKey(headers));
  const limit = admission.connections.wouldExceed(keyId ?? '', request.address);
  if (limit === 'total') return unavailable('limit_total', 'The server has no connection left.');
  if (limit) return tooMany(limit);
  if (keyId === undefined) return invalidKey(presentedKey(headers) === undefined);
  if (asksForBeta(headers)) return reject(keyId, betaDisabled());
  return open(keyId, url.searchParams, headers);
}

function open(keyId: string, query: URLSearchParams, headers: IncomingHttpHeaders): Handshake {
  for (const [name, what] of [
    ['call_id', 'Joining a call'],
    ['intent', 'Transcription sessions'],
  ] as const) {
    if (!query.has(name)) continue;
    return reject(
      keyId,
      requestError('unsupported_parameter', `${what}: not supported by this server.`, { param: name }),
    );
  }
  const model = query.get('model') ?? '';
  if (model === '') return reject(keyId, missingParameter('model'));
  if (model.length > maxModelLength) {
    return reject(
      keyId,
      requestError('invalid_model', 'The name of the model is too long.', { param: 'model' }),
    );
  }
  const extensions = query.get('parley') === '1' || headers['x-parley-extensions'] === '1';
  return { kind: 'open', keyId, model, extensions };
}

const reject = (keyId: string, error: ProtocolError): Handshake => ({
  kind: 'reject',
  keyId,
  closeCode: 4000,
  error,
});

const betaDisabled = (): ProtocolError =>
  requestError(
    'beta_api_shape_disabled',
    'The beta shape of the Realtime API is not served here. Use the GA shape.',
  );

function invalidKey(missing: boolean): Handshake {
  const message = missing
    ? 'No API key was given. Send it as a Bearer token in the Authorization header.'
    : 'Incorrect API key provided.';
  return { kind: 'reject', keyId: '', closeCode: 3000, error: requestError('invalid_api_key', message) };
}

const notFound = (path: string): Handshake => ({
  kind: 'refuse',
  reason: 'path',
  status: 404,
  error: requestError('invalid_value', `Invalid URL: ${path.slice(0, 100)}`),
});

const forbiddenOrigin = (): Handshake => ({
  kind: 'refuse',
  reason: 'origin',
  status: 403,
  error: requestError('invalid_value', 'Pages of this origin may not connect.'),
});

const unavailable = (reason: string, message: string): Handshake => ({
  kind: 'refuse',
  reason,
  status: 503,
  error: serverError('server_overloaded', message),
  retryAfterS: 5,
});

const tooMany = (limit: 'key' | 'address'): Handshake => ({
  kind: 'refuse',
  reason: `limit_${limit}`,
  status: 429,
  error: rateLimitError(`Too many connections for this ${limit}.`),
  retryAfterS: 5,
});
