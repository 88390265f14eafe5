import { KeyMeter, noMetering, type MeteringOptions, type MeterState } from '@parley/metering';
import { StateError, type Allowance, type LeaseOutcome, type SessionLease } from '@parley/state';
import type { Principal } from './principal';

export type RequestAllowance = Pick<Allowance, 'spend' | 'trySpend' | 'facts'>;

/** The part of AccessState that counts. */
export interface LimitState extends MeterState {
  readonly leases: {
    /** Rejects with StateError `unavailable`. */
    acquire(keyId: string, limit: number): Promise<LeaseOutcome>;
    adopt(keyId: string): SessionLease;
  };
  readonly budget: { of(keyId: string, perSecond: number): RequestAllowance };
}

export interface LimitReached {
  readonly message: string;
  readonly retryAfterS: number;
}

const nothingHeld: SessionLease = { release: () => undefined };

/** Holds keys to their limits, requests per second and concurrent sessions over all gateways, and takes down their usage. */
export class KeyLimiter {
  constructor(
    private readonly state: LimitState,
    private readonly metering: MeteringOptions = noMetering(),
  ) {}

  allowanceOf({ keyId, limits }: Principal): RequestAllowance {
    return this.state.budget.of(keyId, limits.requestsPerSecond);
  }

  meterOf({ keyId }: Pick<Principal, 'keyId'>): KeyMeter {
    return new KeyMeter(keyId, this.state, this.metering);
  }

  /** Counts one request, where it is known at once that it may go on; false: `request` says. */
  tryRequest(principal: Principal): boolean {
    if (!this.allowanceOf(principal).trySpend()) return false;
    this.state.usage.add(principal.keyId, { requests: 1 });
    return true;
  }

  /** Counts one request; undefined: it may go on. */
  async request(principal: Principal): Promise<LimitReached | undefined> {
    const spent = await this.allowanceOf(principal).spend();
    if (spent.ok) {
      this.state.usage.add(principal.keyId, { requests: 1 });
      return undefined;
    }
    const message = `Rate limit reached for this key: ${principal.limits.requestsPerSecond} requests per second.`;
    return { message, retryAfterS: Math.ceil(spent.retryAfterMs / 1000) };
  }

  /** While Redis is away this lets in: a session cannot start without it, and says so itself. */
  async session({ keyId, limits }: Principal): Promise<{ lease: SessionLease } | LimitReached> {
    if (limits.maxSessions === 0) return { lease: nothingHeld };
    try {
      const { lease, full } = await this.state.leases.acquire(keyId, limits.maxSessions);
      if (lease) return { lease };
      const message = `Too many concurrent sessions for this key: the limit is ${limits.maxSessions}.`;
      return { message, retryAfterS: Math.max(1, Math.ceil(full.retryAfterMs / 1000)) };
    } catch (error) {
      if (error instanceof StateError && error.code === 'unavailable') {
        return { lease: this.state.leases.adopt(keyId) };
      }
      throw error;
    }
  }
}
