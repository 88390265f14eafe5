import { Injectable } from '@nestjs/common';
import { rateLimitError, serverError } from '@parley/protocol';
import { StateError } from '@parley/state';
import { KeyLimiter } from '../admission/key-limiter';
import type { Authentication, Principal } from '../admission/principal';
import { HttpError } from './http-error';

const retryAfterS = 5;

/** What the outcome of an authentication, the limit of a key and an outage mean over HTTP. */
@Injectable()
export class AccessChecks {
  constructor(private readonly limiter: KeyLimiter) {}

  /** Counts the request. @throws HttpError */
  async admitted({ principal, refusal }: Authentication): Promise<Principal> {
    if (refusal) {
      throw new HttpError(refusal.status, refusal.error, refusal.status === 503 ? retryAfterS : undefined);
    }
    const overRate = await this.limiter.request(principal);
    if (overRate) throw new HttpError(429, rateLimitError(overRate.message), overRate.retryAfterS);
    return principal;
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
