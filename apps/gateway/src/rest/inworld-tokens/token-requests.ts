import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { requestError } from '@parley/protocol';
import { CONFIG } from '@parley/service';
import { AccessState } from '@parley/state';
import { Authenticator, type Principal } from '@parley/admission';
import {
  isSignedBy,
  parseSigned,
  signatureWindowMs,
  type SignedRequest,
} from '../../admission/signed-request';
import type { GatewayConfig } from '../../config';
import { AccessChecks } from '../access-checks';
import { HttpError } from '../http-error';

/** Says who asks for a token: by a signature of a configured `key:secret`, or by a key. */
@Injectable()
export class TokenRequests {
  /** Secrets are needed as they are: they sign. */
  readonly #secrets: ReadonlyMap<string, string>;

  constructor(
    @Inject(CONFIG) config: GatewayConfig,
    private readonly state: AccessState,
    private readonly authenticator: Authenticator,
    private readonly checks: AccessChecks,
  ) {
    this.#secrets = new Map(
      config.PARLEY_API_KEYS.filter((key) => key.includes(':')).map((key) => {
        const colon = key.indexOf(':');
        return [key.slice(0, colon), key.slice(colon + 1)];
      }),
    );
  }

  /** @throws HttpError */
  async authorize(headers: IncomingHttpHeaders): Promise<Principal> {
    const signed = parseSigned(headers.authorization);
    if (!signed) return this.checks.admitted(await this.authenticator.authenticate(headers));
    const secret = this.#secrets.get(signed.key);
    if (secret === undefined || !isSignedBy(signed, secret, headers.host ?? '', Date.now())) throw wrong();
    if (!(await this.#isFirst(signed))) throw wrong();
    return this.checks.admitted(await this.authenticator.authenticateKey(`${signed.key}:${secret}`));
  }

  #isFirst({ key, nonce }: SignedRequest): Promise<boolean> {
    return this.checks.orUnavailable(() => this.state.nonces.claim(`${key}:${nonce}`, 2 * signatureWindowMs));
  }
}

const wrong = (): HttpError =>
  new HttpError(401, requestError('invalid_api_key', 'The signature is wrong, too old, or was used before.'));
