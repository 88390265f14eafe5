import { Injectable } from '@nestjs/common';
import {
  Admission,
  type Admitted,
  type Authentication,
  type Principal,
  type Refused,
} from '@parley/admission';
import { serverError } from '@parley/protocol';
import { StateError, type Scope } from '@parley/state';
import type { Request } from 'express';
import { HttpError } from './http-error';

const retryAfterS = 5;

/** What the outcome of an admission and an outage mean over HTTP. */
@Injectable()
export class AccessChecks {
  constructor(private readonly admission: Admission) {}

  /** @throws HttpError */
  origin({ headers }: Request): void {
    const refused = this.admission.refusedOrigin(headers.origin);
    if (refused) throw errorOf(refused);
  }

  /** Counts the request. @throws HttpError */
  async admit({ headers }: Request, scope: Scope): Promise<Principal> {
    return principalOf(await this.admission.admit(headers, scope));
  }

  /** @throws HttpError when a budget of the key is used up */
  async budget(principal: Principal): Promise<void> {
    const refused = await this.admission.withinBudget(principal);
    if (refused) throw errorOf(refused);
  }

  /** Counts the request. @throws HttpError */
  async admitted(authentication: Authentication): Promise<Principal> {
    return principalOf(await this.admission.within(authentication));
  }

  /** @throws HttpError when Redis is away */
  async orUnavailable<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StateError) || error.code !== 'unavailable') throw error;
      const message = 'This cannot be done while the state store is away. Try again shortly.';
      throw new HttpError(503, serverError('state_unavailable', message), retryAfterS);
    }
  }
}

function principalOf({ principal, refused }: Admitted): Principal {
  if (refused) throw errorOf(refused);
  return principal;
}

const errorOf = ({ status, error, retryAfterS: after }: Refused): HttpError =>
  new HttpError(status, error, after);
