import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the client's clock may be off. */
export const signatureWindowMs = 5 * 60_000;

const method = 'ai.inworld.engine.WorldEngine/GenerateToken';
/** Clients sign the name of Inworld's engine whatever host they talk to, unless they are told otherwise. */
const engineHosts = ['api-engine.inworld.ai', 'api.inworld.ai'];

export interface SignedRequest {
  readonly key: string;
  readonly datetime: string;
  readonly nonce: string;
  readonly signature: string;
}

/** `Authorization: IW1-HMAC-SHA256 ApiKey=…,DateTime=YYYYMMDDHHMMSS,Nonce=…,Signature=…`, or undefined. */
export function parseSigned(authorization: string | undefined): SignedRequest | undefined {
  const [, list = ''] = /^IW1-HMAC-SHA256 +(\S+) *$/.exec(authorization ?? '') ?? [];
  const values = new Map(list.split(',').map((pair) => splitOnce(pair)));
  const [key, datetime, nonce, signature] = ['ApiKey', 'DateTime', 'Nonce', 'Signature'].map((name) =>
    values.get(name),
  );
  if (!key || !datetime || !nonce || !signature) return undefined;
  if (!/^\d{14}$/.test(datetime) || !/^[\w-]{1,64}$/.test(nonce) || !/^[0-9a-f]{64}$/.test(signature)) {
    return undefined;
  }
  return { key, datetime, nonce, signature };
}

/** Whether the request was signed with this secret lately, for this host or Inworld's own. */
export function isSignedBy(request: SignedRequest, secret: string, host: string, nowMs: number): boolean {
  if (Math.abs(nowMs - timeOf(request.datetime)) > signatureWindowMs) return false;
  const given = Buffer.from(request.signature, 'hex');
  return [...engineHosts, host.replace(/:\d+$/, '')].some((name) =>
    timingSafeEqual(signatureOf(secret, [request.datetime, name, method, request.nonce]), given),
  );
}

/** A chain of HMACs, each the key of the next. */
export function signatureOf(secret: string, parts: readonly string[]): Buffer {
  return [...parts, 'iw1_request'].reduce(
    (key, part) => createHmac('sha256', key).update(part).digest(),
    Buffer.from(`IW1${secret}`),
  );
}

function timeOf(datetime: string): number {
  const at = (start: number, end: number): number => Number(datetime.slice(start, end));
  return Date.UTC(at(0, 4), at(4, 6) - 1, at(6, 8), at(8, 10), at(10, 12), at(12, 14));
}

function splitOnce(pair: string): [string, string] {
  const [name = '', ...rest] = pair.split('=');
  return [name, rest.join('=')];
}
