import { Injectable } from '@nestjs/common';
import {
  defaultSession,
  mergeSession,
  newId,
  parseSessionPatch,
  requestError,
  serverError,
  type Session,
} from '@parley/protocol';
import { AccessState, StateError, digestOf, type SecretRecord } from '@parley/state';
import type { Principal } from '../../admission/principal';
import { sessionDefaults } from '../../session/defaults';
import { HttpError } from '../http-error';
import { ModelCatalog } from '../models/catalog';

export interface ClientSecret {
  readonly value: string;
  /** Unix seconds. */
  readonly expiresAt: number;
  /** The whole session that a connection with the secret starts with. */
  readonly session: Session;
}

/** Makes ephemeral secrets: what a page may hold instead of a key. */
@Injectable()
export class ClientSecrets {
  constructor(
    private readonly state: AccessState,
    private readonly catalog: ModelCatalog,
  ) {}

  /** `config`: a GA session, or nothing. */
  async create(principal: Principal, config: unknown, lifetimeS: number): Promise<ClientSecret> {
    if (principal.secret) {
      const message = 'A client secret cannot make client secrets: use an API key.';
      throw new HttpError(403, requestError('insufficient_permissions', message));
    }
    const session = await this.#effective(config);
    const value = newId('ek');
    const expiresAtMs = (Math.floor(Date.now() / 1000) + lifetimeS) * 1000;
    await this.#store(value, {
      keyId: principal.keyId,
      keyDigest: principal.keyDigest,
      scopes: ['realtime'],
      expiresAtMs,
      session: config ?? null,
      model: session.model,
    });
    return { value, expiresAt: expiresAtMs / 1000, session };
  }

  async #effective(config: unknown): Promise<Session> {
    const { ok: patch, error } = config === undefined ? {} : parseSessionPatch(config);
    if (error) throw new HttpError(400, error);
    const model = patch?.model ?? (await this.catalog.defaultModel());
    const base = defaultSession({ id: newId('sess'), model, expiresAt: 0, ...sessionDefaults });
    if (!patch) return base;
    const merged = mergeSession(base, patch);
    if (merged.error) throw new HttpError(400, merged.error);
    return merged.session;
  }

  async #store(value: string, record: SecretRecord): Promise<void> {
    try {
      await this.state.secrets.put(digestOf(value), record);
    } catch (error) {
      if (!(error instanceof StateError) || error.code !== 'unavailable') throw error;
      const message = 'Client secrets cannot be stored at the moment. Try again shortly.';
      throw new HttpError(503, serverError('state_unavailable', message), retryAfterS);
    }
  }
}

const retryAfterS = 5;
