import type { IncomingHttpHeaders } from 'node:http';
import { requestError, serverError } from '@parley/protocol';
import { StateError, digestOf, usualScopes, type KeyRecord, type SecretRecord } from '@parley/state';
import { isEphemeral, isJwt, presentedKeys } from './credentials';
import { jwtIdPrefix, KeySetError, type JwtVerifier } from './jwt-verifier';
import { isKeyId, keyIdOf, type ConfiguredKeys } from './keys';
import type { Authentication, KeyLimits, Principal, Refusal } from './principal';
import type { StoredKeys } from './stored-keys';

export interface AuthenticatorOptions {
  /** Any key will do, and none as well. */
  readonly open: boolean;
  readonly configured: ConfiguredKeys;
  readonly stored: StoredKeys;
  readonly secrets: { find(digest: string): Promise<SecretRecord | undefined> };
  readonly jwt: JwtVerifier;
  /** Of keys that have none of their own. */
  readonly limits: KeyLimits;
}

const anonymousId = 'anonymous';

/** Keys that are known again by their text. */
const maxRecognised = 1_000;

interface Recognised {
  readonly digest: string;
  /** Of a configured key, which stays what it is; undefined: it is stored, and may have ended since. */
  readonly configured: Principal | undefined;
}

const unlimited: KeyLimits = { maxSessions: 0, requestsPerSecond: 0 };

/** Says who a request comes from. */
export class Authenticator {
  /**
   * Keys that were right when they were last checked. They are found by a hash of the whole text, so that the time it
   * takes says nothing of a key that is nearly right; one that is not here is checked.
   */
  readonly #recognised = new Map<string, Recognised>();

  constructor(private readonly options: AuthenticatorOptions) {}

  authenticate(headers: IncomingHttpHeaders, query?: URLSearchParams): Promise<Authentication> {
    return this.#authenticate(presentedKeys(headers, query));
  }

  /** Who it is, where that is known at once; undefined: `authenticate` says. */
  atOnce(headers: IncomingHttpHeaders): Principal | undefined {
    const [key] = presentedKeys(headers);
    if (key === undefined || isEphemeral(key)) return undefined;
    const recognised = this.#recognised.get(key);
    if (recognised !== undefined) return recognised.configured ?? this.#ofFresh(recognised.digest);
    const digest = digestOf(key);
    const configured = this.#ofConfigured(digest);
    const principal = configured ?? this.#ofFresh(digest);
    if (principal !== undefined) this.#recognise(key, { digest, configured });
    return principal;
  }

  #recognise(key: string, as: Recognised): void {
    if (this.#recognised.size >= maxRecognised) this.#recognised.clear();
    this.#recognised.set(key, as);
  }

  #ofFresh(digest: string): Principal | undefined {
    const record = this.options.stored.fresh(digest);
    return record && this.#ofStored(digest, record);
  }

  /** For a key that was found by other means. */
  authenticateKey(key: string): Promise<Authentication> {
    return this.#authenticate([key]);
  }

  /** Whether a key that came in may still. Rejects with StateError `unavailable` when that cannot be said. */
  async stands(digest: string): Promise<boolean> {
    const { configured, stored } = this.options;
    return configured.has(digest) || (await stored.find(digest)) !== undefined;
  }

  /** Whether a key that is not stored may have that id. Those of tokens are known by their form alone. */
  mayBeOfOthers(keyId: string): boolean {
    const { configured, jwt, open } = this.options;
    if (jwt.configured && keyId.startsWith(jwtIdPrefix)) return true;
    if (open && (keyId === anonymousId || isKeyId(keyId))) return true;
    return configured.hasId(keyId);
  }

  async #authenticate(keys: readonly string[]): Promise<Authentication> {
    try {
      for (const key of keys) {
        const principal = await this.#identify(key);
        if (principal) return { principal };
      }
    } catch (error) {
      if (!isAway(error)) throw error;
      return { refusal: unavailable };
    }
    const [key] = keys;
    if (this.options.open && !(key !== undefined && isEphemeral(key))) return { principal: anyone(key) };
    return { refusal: key === undefined ? missingKey : wrongKey };
  }

  async #identify(key: string): Promise<Principal | undefined> {
    const { stored, secrets, jwt } = this.options;
    const digest = digestOf(key);
    if (isEphemeral(key)) {
      const secret = await secrets.find(digest);
      return secret && this.#ofSecret(secret);
    }
    const configured = this.#ofConfigured(digest);
    if (configured) return configured;
    if (stored.mayKnow(key)) {
      const record = await stored.find(digest);
      return record && this.#ofStored(digest, record);
    }
    if (!jwt.configured || !isJwt(key)) return undefined;
    const verified = await jwt.verify(key);
    return verified && { ...verified, keyDigest: null, limits: this.options.limits };
  }

  /** A secret may do what its key may do now, and ends with it. */
  async #ofSecret(record: SecretRecord): Promise<Principal | undefined> {
    if (record.expiresAtMs <= Date.now()) return undefined;
    const secret = { session: record.session, model: record.model };
    const key = await this.#ownerOf(record);
    return key && { ...key, scopes: record.scopes, secret };
  }

  async #ownerOf({ keyId, keyDigest }: SecretRecord): Promise<Principal | undefined> {
    if (keyDigest === null) {
      const limits = this.options.open ? unlimited : this.options.limits;
      return { keyId, keyDigest, scopes: usualScopes, limits };
    }
    const configured = this.#ofConfigured(keyDigest);
    if (configured) return configured;
    const record = await this.options.stored.find(keyDigest);
    return record && this.#ofStored(keyDigest, record);
  }

  #ofConfigured(digest: string): Principal | undefined {
    if (!this.options.configured.has(digest)) return undefined;
    return { keyId: keyIdOf(digest), keyDigest: digest, scopes: usualScopes, limits: this.options.limits };
  }

  #ofStored(digest: string, { id, scopes: allowed, maxSessions, requestsPerSecond }: KeyRecord): Principal {
    const { limits } = this.options;
    return {
      keyId: id,
      keyDigest: digest,
      scopes: allowed,
      limits: {
        maxSessions: maxSessions ?? limits.maxSessions,
        requestsPerSecond: requestsPerSecond ?? limits.requestsPerSecond,
      },
    };
  }
}

/** Without configured keys there is nobody to set a limit for. */
const anyone = (key: string | undefined): Principal => ({
  keyId: key === undefined ? anonymousId : keyIdOf(digestOf(key)),
  keyDigest: null,
  scopes: usualScopes,
  limits: unlimited,
});

/** What would know the key cannot be reached: Redis, or the server of a key set. */
const isAway = (error: unknown): boolean =>
  error instanceof KeySetError || (error instanceof StateError && error.code === 'unavailable');

const missingKey: Refusal = {
  status: 401,
  error: requestError(
    'invalid_api_key',
    'No API key was given. Send it as a Bearer token in the Authorization header.',
  ),
};

const wrongKey: Refusal = {
  status: 401,
  error: requestError('invalid_api_key', 'Incorrect API key provided.'),
};

const unavailable: Refusal = {
  status: 503,
  error: serverError('state_unavailable', 'The key cannot be checked at the moment. Try again shortly.'),
};
