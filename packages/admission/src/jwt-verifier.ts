import { readFileSync } from 'node:fs';
import { digestOf, scopes, usualScopes, type Scope } from '@parley/state';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';
import { z } from 'zod';
import { keyIdOf } from './keys';

/** What the ids of those begin with who come with a token. */
export const jwtIdPrefix = 'jwt_';

export interface JwtSettings {
  /** For HS256. */
  readonly secret?: string | undefined;
  /** For RS256 and ES256: the address of a key set, or a file with one. */
  readonly jwks?: string | undefined;
  readonly issuer?: string | undefined;
  readonly audience?: string | undefined;
}

export interface VerifiedJwt {
  readonly keyId: string;
  readonly scopes: readonly Scope[];
  /** Of the token itself. */
  readonly expiresAtMs: number;
}

const clockToleranceS = 5;
const jwksTimeoutMs = 3_000;

const claims = z.object({
  sub: z.string().min(1).max(256),
  iss: z.string().default(''),
  /** Unix seconds. */
  exp: z.number(),
  /** Words separated by blanks; none: everything. */
  scope: z.string().optional(),
});

/** Checks JSON Web Tokens with a configured secret or key set. They must say whose they are and when they end. */
export class JwtVerifier {
  readonly #secret: Uint8Array | undefined;
  readonly #keys: JWTVerifyGetKey | undefined;

  constructor(private readonly settings: JwtSettings) {
    this.#secret = settings.secret === undefined ? undefined : new TextEncoder().encode(settings.secret);
    this.#keys = settings.jwks === undefined ? undefined : keySet(settings.jwks);
  }

  get configured(): boolean {
    return this.#secret !== undefined || this.#keys !== undefined;
  }

  /** Undefined: not a valid token. Rejects with KeySetError when the key set cannot be had. */
  async verify(token: string): Promise<VerifiedJwt | undefined> {
    try {
      const payload = await this.#payload(token);
      const { data } = claims.safeParse(payload);
      if (!data) return undefined;
      const words = data.scope?.split(' ');
      return {
        keyId: `${jwtIdPrefix}${keyIdOf(digestOf(`${data.iss}\n${data.sub}`))}`,
        scopes: words ? scopes.filter((scope) => words.includes(scope)) : usualScopes,
        expiresAtMs: data.exp * 1000,
      };
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  /** Which key is used hangs on the algorithm, so that no public key can be taken for a secret. */
  async #payload(token: string): Promise<unknown> {
    const { issuer, audience } = this.settings;
    const options: JWTVerifyOptions = {
      requiredClaims: ['sub', 'exp'],
      clockTolerance: clockToleranceS,
      ...(issuer === undefined ? {} : { issuer }),
      ...(audience === undefined ? {} : { audience }),
    };
    const symmetric = algorithmOf(token) === 'HS256';
    if (symmetric && this.#secret) {
      return (await jwtVerify(token, this.#secret, { ...options, algorithms: ['HS256'] })).payload;
    }
    if (!symmetric && this.#keys) {
      return (await jwtVerify(token, this.#keys, { ...options, algorithms: ['RS256', 'ES256'] })).payload;
    }
    return undefined;
  }
}

/** The key set could not be had: that is no fault of the token. */
export class KeySetError extends Error {
  override readonly name = 'KeySetError';
}

function algorithmOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).alg;
  } catch {
    return undefined;
  }
}

function keySet(source: string): JWTVerifyGetKey {
  if (/^https?:\/\//.test(source)) return remoteKeySet(new URL(source));
  return createLocalJWKSet(jwksSchema.parse(JSON.parse(readFileSync(source, 'utf8'))));
}

function remoteKeySet(url: URL): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(url, { timeoutDuration: jwksTimeoutMs });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
        throw error;
      throw new KeySetError('the key set could not be had', { cause: error });
    }
  };
}

const jwksSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });
