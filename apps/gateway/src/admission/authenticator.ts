import type { IncomingHttpHeaders } from 'node:http';
import { requestError } from '@parley/protocol';
import { presentedKey } from './credentials';
import type { ApiKeys } from './keys';
import { scopes, type Authentication } from './principal';

/** Says who a request comes from. */
export class Authenticator {
  constructor(private readonly keys: ApiKeys) {}

  /** No key is configured: any will do. */
  get open(): boolean {
    return this.keys.open;
  }

  async authenticate(headers: IncomingHttpHeaders): Promise<Authentication> {
    const key = presentedKey(headers);
    const keyId = this.keys.identify(key);
    if (keyId === undefined) return invalidKey(key === undefined);
    return { principal: { keyId, scopes } };
  }
}

function invalidKey(missing: boolean): Authentication {
  const message = missing
    ? 'No API key was given. Send it as a Bearer token in the Authorization header.'
    : 'Incorrect API key provided.';
  return { refusal: { status: 401, error: requestError('invalid_api_key', message) } };
}
