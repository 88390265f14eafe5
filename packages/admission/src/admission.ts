import type { IncomingHttpHeaders } from 'node:http';
import { rateLimitError, requestError, type ProtocolError } from '@parley/protocol';
import type { Scope } from '@parley/state';
import type { Authenticator } from './authenticator';
import type { KeyLimiter } from './key-limiter';
import type { Origins } from './origins';
import type { Authentication, Principal } from './principal';

/** Why a request over HTTP may not go on. */
export interface Refused {
  readonly status: 401 | 403 | 429 | 503;
  readonly error: ProtocolError;
  readonly retryAfterS?: number;
}

export type Admitted =
  | { readonly principal: Principal; readonly refused?: never }
  | { readonly refused: Refused; readonly principal?: never };

const retryAfterS = 5;

/** An `admin` may do all that others may. */
export const allows = ({ scopes }: Principal, scope: Scope): boolean =>
  scopes.includes(scope) || scopes.includes('admin');

/** What a request over HTTP must pass: the origin of its page, its key, that key's limit, and what the key may do. */
export class Admission {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly limiter: KeyLimiter,
    private readonly origins: Origins,
  ) {}

  /** Counts the request. */
  async admit(headers: IncomingHttpHeaders, scope: Scope): Promise<Admitted> {
    const refused = this.refusedOrigin(headers.origin);
    if (refused) return { refused };
    return this.#held(await this.authenticator.authenticate(headers), scope);
  }

  async #held(authentication: Authentication, scope: Scope): Promise<Admitted> {
    const admitted = await this.within(authentication);
    if (admitted.refused || allows(admitted.principal, scope)) return admitted;
    const message = `This key lacks the permission '${scope}'.`;
    return { refused: { status: 403, error: requestError('insufficient_permissions', message) } };
  }

  /** For what costs something: within the key's budget too. Redis, where it must be asked for both, is asked at once. */
  async admitToSpend(headers: IncomingHttpHeaders, scope: Scope): Promise<Admitted> {
    const refused = this.refusedOrigin(headers.origin);
    if (refused) return { refused };
    const authentication = await this.authenticator.authenticate(headers);
    const { principal } = authentication;
    if (principal === undefined || !allows(principal, scope)) return this.#held(authentication, scope);
    const [admitted, spent] = await Promise.all([this.within(authentication), this.withinBudget(principal)]);
    return admitted.refused || spent === undefined ? admitted : { refused: spent };
  }

  /**
   * The same where it is known at once, as nearly always: waiting costs more than the checks. Undefined: `admitToSpend`
   * says, and nothing was counted.
   */
  admitToSpendAtOnce(headers: IncomingHttpHeaders, scope: Scope): Principal | undefined {
    if (!this.origins.permits(headers.origin)) return undefined;
    const principal = this.authenticator.atOnce(headers);
    if (principal === undefined || !allows(principal, scope)) return undefined;
    const may = this.limiter.meterOf(principal).mayUse && this.limiter.tryRequest(principal);
    return may ? principal : undefined;
  }

  /** The one or the other. */
  admitToSpendSoon(headers: IncomingHttpHeaders, scope: Scope): Admitted | Promise<Admitted> {
    const principal = this.admitToSpendAtOnce(headers, scope);
    return principal === undefined ? this.admitToSpend(headers, scope) : { principal };
  }

  /** Whether the key may still spend something: asked where something is spent. */
  async withinBudget(principal: Principal): Promise<Refused | undefined> {
    const message = await this.limiter.meterOf(principal).refusal();
    return message === undefined
      ? undefined
      : { status: 429, error: requestError('insufficient_quota', message) };
  }

  refusedOrigin(origin: string | undefined): Refused | undefined {
    if (this.origins.permits(origin)) return undefined;
    return { status: 403, error: requestError('invalid_value', 'Pages of this origin may not connect.') };
  }

  /** Who was let in is held to the key's limit. Counts the request. */
  async within({ principal, refusal }: Authentication): Promise<Admitted> {
    if (refusal) return { refused: refusal.status === 503 ? { ...refusal, retryAfterS } : refusal };
    const over = await this.limiter.request(principal);
    if (over === undefined) return { principal };
    return { refused: { status: 429, error: rateLimitError(over.message), retryAfterS: over.retryAfterS } };
  }
}
