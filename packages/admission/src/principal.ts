import type { ProtocolError } from '@parley/protocol';
import type { Scope, SecretRecord } from '@parley/state';

/** Of one key, over all gateways; 0 = no limit. */
export interface KeyLimits {
  readonly maxSessions: number;
  readonly requestsPerSecond: number;
}

/** Who a request comes from. */
export interface Principal {
  /** Name of the key in logs, limits and usage; never the key. */
  readonly keyId: string;
  /** Of a key that is configured or stored; secrets made with it end with it. */
  readonly keyDigest: string | null;
  readonly scopes: readonly Scope[];
  readonly limits: KeyLimits;
  /** Of a JSON Web Token: secrets made with it end with it. */
  readonly expiresAtMs?: number;
  /** Set for an ephemeral secret. */
  readonly secret?: Pick<SecretRecord, 'session' | 'model'>;
}

export interface Refusal {
  readonly status: 401 | 503;
  readonly error: ProtocolError;
}

export type Authentication =
  | { readonly principal: Principal; readonly refusal?: never }
  | { readonly refusal: Refusal; readonly principal?: never };
