import {
  nothingSpent,
  type KeyRecord,
  type KeySpending,
  type RateLimitFacts,
  type SecretRecord,
  type Usage,
} from '@parley/state';
import { Admission } from './admission';
import { Authenticator } from './authenticator';
import { JwtVerifier, type JwtSettings } from './jwt-verifier';
import { KeyLimiter, type RequestAllowance } from './key-limiter';
import { ConfiguredKeys } from './keys';
import { Origins } from './origins';
import type { KeyLimits } from './principal';
import { StoredKeys, type KeyFinder } from './stored-keys';

export interface TestAdmissionOptions {
  /** None: any key will do. */
  readonly apiKeys?: readonly string[];
  readonly allowedOrigins?: readonly string[];
  readonly limits?: KeyLimits;
  readonly keys?: KeyFinder;
  readonly secrets?: { find(digest: string): Promise<SecretRecord | undefined> };
  readonly jwt?: JwtSettings;
  /** Of every key. */
  readonly allowance?: RequestAllowance;
  /** Hears what keys used. */
  readonly onUsage?: (keyId: string, usage: Partial<Usage>) => void;
  /** Of every key. */
  readonly spending?: KeySpending;
  readonly now?: { epochMs(): number };
}

const nothing = { find: async () => undefined };

/** Admission without Redis: places are counted in this process, and no request is refused. */
export function testAdmission(options: TestAdmissionOptions = {}) {
  const {
    apiKeys = ['test-key'],
    allowedOrigins = [],
    limits = { maxSessions: 0, requestsPerSecond: 0 },
  } = options;
  const { keys = nothing, secrets = nothing, jwt = {}, now } = options;
  const authenticator = new Authenticator({
    open: apiKeys.length === 0,
    configured: new ConfiguredKeys(apiKeys),
    stored: new StoredKeys(keys, now),
    secrets,
    jwt: new JwtVerifier(jwt),
    limits,
  });
  const origins = new Origins(allowedOrigins, apiKeys.length > 0);
  const limiter = new KeyLimiter(memoryLimits(options));
  return { authenticator, origins, limiter, admission: new Admission(authenticator, limiter, origins) };
}

function memoryLimits(options: TestAdmissionOptions) {
  const { allowance = unlimited, onUsage = () => undefined, spending = unspent } = options;
  const held = new Map<string, number>();
  const hold = (keyId: string) => {
    held.set(keyId, (held.get(keyId) ?? 0) + 1);
    return { release: () => void held.set(keyId, (held.get(keyId) ?? 1) - 1) };
  };
  return {
    leases: {
      acquire: async (keyId: string, limit: number) =>
        (held.get(keyId) ?? 0) >= limit
          ? { full: { held: limit, retryAfterMs: 5_000 } }
          : { lease: hold(keyId) },
      adopt: hold,
    },
    budget: { of: () => allowance },
    usage: { add: onUsage },
    spending: { of: () => spending, load: async () => spending, freshBudgets: () => spending.budgets },
  };
}

const unspent: KeySpending = { day: nothingSpent, month: nothingSpent, budgets: null };

const facts: RateLimitFacts = { limit: 0, remaining: 0, resetSeconds: 0 };
const unlimited: RequestAllowance = { trySpend: () => true, spend: async () => ({ ok: true }), facts };

export const storedKey = (record: Partial<KeyRecord> = {}): KeyRecord => ({
  id: 'key_1',
  name: 'one',
  scopes: ['realtime', 'rest'],
  createdAtMs: 0,
  expiresAtMs: null,
  maxSessions: null,
  requestsPerSecond: null,
  ...record,
});
