import type { IncomingHttpHeaders } from 'node:http';
import {
  invalidValue,
  missingParameter,
  requestError,
  rateLimitError,
  serverError,
  type ProtocolError,
} from '@parley/protocol';
import type { SessionLease } from '@parley/state';
import { dialectOf, inworldPath, type Dialect } from '../dialects/dialect';
import { openingExtras, openingModel, openingPatch } from '../dialects/inworld/opening';
import type { ExtrasChange } from '../session/extras';
import { allows, type Authenticator, type KeyLimiter, type Origins, type Principal } from '@parley/admission';
import type { ConnectionCounter } from './connection-counter';
import { boundSession, type StartingSession } from './secret-session';

export interface UpgradeRequest {
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly address: string;
}

export interface Admission {
  readonly authenticator: Authenticator;
  readonly limiter: KeyLimiter;
  readonly origins: Origins;
}

/** Answered over HTTP; no upgrade. */
export interface Refused {
  readonly kind: 'refuse';
  readonly reason: string;
  readonly status: number;
  readonly error: ProtocolError;
  readonly retryAfterS?: number;
}

/** Upgraded, told one error, closed: browsers cannot see why an upgrade was refused. */
export interface Rejected {
  readonly kind: 'reject';
  readonly dialect: Dialect;
  readonly closeCode: number;
  readonly error: ProtocolError;
}

/** What the client asks for is in order. */
export interface Wanted extends StartingSession {
  readonly kind: 'open';
  readonly dialect: Dialect;
  readonly extensions: boolean;
  /** Audio in binary frames, both ways. */
  readonly binaryAudio: boolean;
  readonly extras?: ExtrasChange;
  /** An earlier session, whose memory this one begins with. */
  readonly memoryOf?: string;
  /** What the client calls its session, for the logs. */
  readonly clientSession?: string;
}

export type Handshake =
  | Refused
  | Rejected
  | (Wanted & { readonly principal: Principal; readonly lease: SessionLease });

/** Clients for Azure put their own before it, and name the model as a deployment. */
const paths = /^(\/openai)?(\/v1)?\/realtime\/?$/;
const maxClientSessionLength = 256;
const maxModelLength = 256;
const maxSessionIdLength = 256;

/** What is known without asking anyone. */
export interface House {
  readonly origins: Origins;
  readonly connections: ConnectionCounter;
  readonly draining: boolean;
  /** There is no time for a further session. */
  readonly full: boolean;
  /** Whether the path is of a socket beside the realtime one. */
  readonly isDoor: boolean;
}

/** What can be told before it is known who asks. */
export function refuseEarly(
  request: UpgradeRequest,
  { origins, connections, draining, full, isDoor }: House,
): Refused | undefined {
  const { pathname } = new URL(request.url, 'http://gateway');
  const known = isDoor || paths.test(pathname) || inworldPath.test(pathname);
  if (!known) return notFound(pathname);
  if (draining) return unavailable('draining', 'The server is shutting down.');
  if (!origins.permits(request.headers.origin)) return forbiddenOrigin;
  const limit = connections.wouldExceed(request.address);
  if (limit === 'total') return unavailable('limit_total', 'The server has no connection left.');
  if (full) return unavailable('load', 'The server is busy with other sessions.');
  if (limit === 'address') return tooMany('limit_address', 'Too many connections from this address.', 5);
  return undefined;
}

/** What becomes of an upgrade request. Unknown query parameters are ignored. */
export async function admit(
  { url, headers }: UpgradeRequest,
  { authenticator, limiter }: Admission,
): Promise<Handshake> {
  const address = new URL(url, 'http://gateway');
  const { searchParams: query } = address;
  const dialect = dialectOf(address, headers);
  const { principal, refusal } = await authenticator.authenticate(headers, query);
  if (refusal) {
    return refusal.status === 401
      ? { kind: 'reject', dialect, closeCode: 3000, error: refusal.error }
      : {
          kind: 'refuse',
          reason: 'state_unavailable',
          status: refusal.status,
          error: refusal.error,
          retryAfterS: 5,
        };
  }
  const overRate = await limiter.request(principal);
  if (overRate) return tooMany('limit_requests', overRate.message, overRate.retryAfterS);
  if (!allows(principal, 'realtime')) return notAllowed;
  const wanted = wantedOf({ dialect, query, headers }, principal);
  if (wanted.kind === 'reject') return wanted;
  const spent = await limiter.meterOf(principal).refusal();
  if (spent !== undefined) {
    return { kind: 'reject', dialect, closeCode: 4000, error: requestError('insufficient_quota', spent) };
  }
  const session = await limiter.session(principal);
  if ('message' in session) return tooMany('limit_sessions', session.message, session.retryAfterS);
  return { ...wanted, principal, lease: session.lease };
}

export type DoorHandshake =
  | Refused
  | { readonly kind: 'open'; readonly principal: Principal; readonly lease: SessionLease };

/** The same for the other sockets, whose clients learn of refusals by HTTP. */
export async function admitToDoor(
  { url, headers }: UpgradeRequest,
  { authenticator, limiter }: Admission,
): Promise<DoorHandshake> {
  const { searchParams: query } = new URL(url, 'http://gateway');
  const authorization = headers.authorization ?? query.get('authorization') ?? undefined;
  const given = authorization === undefined ? headers : { ...headers, authorization };
  const { principal, refusal } = await authenticator.authenticate(given, query);
  if (refusal) {
    const { status, error } = refusal;
    const again = status === 503 ? { retryAfterS: 5 } : {};
    return { kind: 'refuse', reason: error.code ?? 'none', status, error, ...again };
  }
  const overRate = await limiter.request(principal);
  if (overRate) return tooMany('limit_requests', overRate.message, overRate.retryAfterS);
  if (!allows(principal, 'rest')) return notAllowedRest;
  const spent = await limiter.meterOf(principal).refusal();
  if (spent !== undefined) return noBudgetLeft(spent);
  const session = await limiter.session(principal);
  if ('message' in session) return tooMany('limit_sessions', session.message, session.retryAfterS);
  return { kind: 'open', principal, lease: session.lease };
}

interface Asked {
  readonly dialect: Dialect;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

function wantedOf({ dialect, query, headers }: Asked, principal: Principal): Wanted | Rejected {
  const reject = (error: ProtocolError): Rejected => ({ kind: 'reject', dialect, closeCode: 4000, error });
  if (query.has('call_id')) {
    const message = 'Joining a call: not supported by this server.';
    return reject(requestError('unsupported_parameter', message, { param: 'call_id' }));
  }
  const intent = query.get('intent');
  if (intent !== null && intent !== 'transcription') {
    const message = "Invalid 'intent'. Supported values are: 'transcription'.";
    return reject(invalidValue('intent', message));
  }
  const asked = query.get('model') ?? query.get('deployment') ?? '';
  if (asked.length > maxModelLength) {
    return reject(requestError('invalid_model', 'The name of the model is too long.', { param: 'model' }));
  }
  const bound = boundSession(principal, { type: intent ?? undefined, model: asked, dialect });
  if (bound.error) return reject(bound.error);
  const extensions = query.get('parley') === '1' || headers['x-parley-extensions'] === '1';
  const audio = query.get('audio') ?? headers['x-parley-audio'] ?? 'base64';
  if (extensions && audio !== 'base64' && audio !== 'binary') {
    const message = "Invalid 'audio'. Supported values are: 'base64', 'binary'.";
    return reject(invalidValue('audio', message));
  }
  const binaryAudio = extensions && audio === 'binary';
  const earlier = extensions && bound.type === 'realtime' ? query.get('memory_of') : null;
  if (earlier !== null && principal.secret !== undefined) {
    // The pages of a key all have its secrets: none may read what is remembered of another's session.
    const message = "A client secret cannot name an earlier session: 'memory_of' takes an API key.";
    return reject(requestError('insufficient_permissions', message, { param: 'memory_of' }));
  }
  const memoryOf = earlier === null ? {} : { memoryOf: earlier.slice(0, maxSessionIdLength) };
  const wanted = { ...bound, kind: 'open', dialect, extensions, binaryAudio, ...memoryOf } as const;
  if (dialect === 'inworld') return inworldSession(wanted, query, reject);
  return bound.type === 'realtime' && bound.model === '' ? reject(missingParameter('model')) : wanted;
}

/** Inworld's clients call the session by a name of theirs, and name the model later. */
function inworldSession(
  wanted: Wanted,
  query: URLSearchParams,
  reject: (error: ProtocolError) => Rejected,
): Wanted | Rejected {
  const protocol = query.get('protocol');
  if (protocol !== null && protocol !== 'realtime') {
    return reject(invalidValue('protocol', "Invalid 'protocol'. Supported values are: 'realtime'."));
  }
  const clientSession = query.get('key') ?? '';
  if (clientSession.length > maxClientSessionLength) {
    const message = `Invalid 'key': expected at most ${maxClientSessionLength} characters.`;
    return reject(invalidValue('key', message));
  }
  return {
    ...wanted,
    model: wanted.model === '' ? openingModel : wanted.model,
    sessionPatch: wanted.sessionPatch ?? openingPatch,
    extras: openingExtras,
    clientSession,
  };
}

const lacking = (scope: string): Refused => ({
  kind: 'refuse',
  reason: 'scope',
  status: 403,
  error: requestError('insufficient_permissions', `This key lacks the permission '${scope}'.`),
});

const notAllowed = lacking('realtime');
const notAllowedRest = lacking('rest');

export const notFound = (path: string): Refused => ({
  kind: 'refuse',
  reason: 'path',
  status: 404,
  error: requestError('invalid_value', `Invalid URL: ${path.slice(0, 100)}`),
});

const forbiddenOrigin: Refused = {
  kind: 'refuse',
  reason: 'origin',
  status: 403,
  error: requestError('invalid_value', 'Pages of this origin may not connect.'),
};

const unavailable = (reason: string, message: string): Refused => ({
  kind: 'refuse',
  reason,
  status: 503,
  error: serverError('server_overloaded', message),
  retryAfterS: 5,
});

const noBudgetLeft = (message: string): Refused => ({
  kind: 'refuse',
  reason: 'budget',
  status: 429,
  error: requestError('insufficient_quota', message),
});

const tooMany = (reason: string, message: string, retryAfterS: number): Refused => ({
  kind: 'refuse',
  reason,
  status: 429,
  error: rateLimitError(message),
  retryAfterS,
});
