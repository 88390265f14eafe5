import { Injectable } from '@nestjs/common';
import {
  defaultSession,
  mergeSession,
  newId,
  parseSessionPatch,
  rateLimitError,
  requestError,
  type ParseOptions,
  type Session,
  type SessionPatch,
} from '@parley/protocol';
import { AccessState, digestOf, type Scope, type SecretRecord } from '@parley/state';
import type { Principal } from '@parley/admission';
import { PromptBook } from '../../prompts/prompt-book';
import { promptedSession } from '../../prompts/with-prompts';
import { sessionDefaults } from '../../session/defaults';
import { SpeechOffers } from '../../workers/speech-offers';
import { AccessChecks } from '../access-checks';
import { HttpError } from '../http-error';
import { ModelCatalog } from '../models/catalog';

export interface ClientSecret {
  readonly value: string;
  /** Unix seconds. */
  readonly expiresAt: number;
  /** The whole session that a connection with the secret starts with. */
  readonly session: Session;
}

export interface Wanted extends Pick<SecretRecord, 'session' | 'model'> {
  readonly scopes: readonly Scope[];
  readonly lifetimeS: number;
}

/** Makes ephemeral secrets: what a page may hold instead of a key. */
@Injectable()
export class ClientSecrets {
  constructor(
    private readonly state: AccessState,
    private readonly catalog: ModelCatalog,
    private readonly checks: AccessChecks,
    private readonly prompts: PromptBook,
    private readonly offers: SpeechOffers,
  ) {}

  /** `config`: a GA session, or nothing. */
  async create(
    principal: Principal,
    config: unknown,
    lifetimeS: number,
    options: ParseOptions = {},
  ): Promise<ClientSecret> {
    const session = await this.#effective(config, options);
    const { value, expiresAtMs } = await this.issue(principal, {
      scopes: ['realtime'],
      session: config ?? null,
      model: session.model,
      lifetimeS,
    });
    return { value, expiresAt: expiresAtMs / 1000, session };
  }

  /** Stores a new secret of a key; one of a token ends with the token at the latest. */
  async issue(principal: Principal, wanted: Wanted): Promise<{ value: string; expiresAtMs: number }> {
    if (principal.secret) {
      const message = 'A client secret cannot make client secrets: use an API key.';
      throw new HttpError(403, requestError('insufficient_permissions', message));
    }
    const { lifetimeS, ...rest } = wanted;
    const { keyId, keyDigest } = principal;
    const value = newId('ek');
    const endS = Math.floor((principal.expiresAtMs ?? Infinity) / 1000);
    const expiresAtMs = Math.min(Math.floor(Date.now() / 1000) + lifetimeS, endS) * 1000;
    const record: SecretRecord = { keyId, keyDigest, expiresAtMs, ...rest, scopes: [...rest.scopes] };
    if (!(await this.checks.orUnavailable(() => this.state.secrets.put(digestOf(value), record)))) {
      const message =
        'The client secrets of this key hold too much: wait until some end, or give smaller sessions.';
      throw new HttpError(429, rateLimitError(message));
    }
    return { value, expiresAtMs };
  }

  async #effective(config: unknown, options: ParseOptions): Promise<Session> {
    const { ok: patch, error } = config === undefined ? {} : parseSessionPatch(config, options);
    if (error) throw new HttpError(400, error);
    const type = patch?.type ?? 'realtime';
    const model = await this.#modelOf(patch);
    const base = defaultSession({ type, id: newId('sess'), model, expiresAt: 0, ...sessionDefaults });
    if (!patch) return base;
    const refused = this.offers.refusalOfSession(patch);
    if (refused) throw new HttpError(400, refused);
    const { instructions } = sessionDefaults;
    const prompted = promptedSession(patch, this.prompts, { had: false, instructions });
    if (prompted.error) throw new HttpError(400, prompted.error);
    const merged = mergeSession(base, prompted.ok);
    if (merged.error) throw new HttpError(400, merged.error);
    return merged.session;
  }

  async #modelOf(patch: SessionPatch | undefined): Promise<string> {
    if (patch?.type === 'transcription') return '';
    return patch?.model ?? (await this.catalog.defaultModel());
  }
}
