import { parseSessionPatch, requestError, type ProtocolError, type SessionPatch } from '@parley/protocol';
import type { Principal } from './principal';

export type BoundSession =
  | { readonly model: string; readonly sessionPatch?: SessionPatch; readonly error?: never }
  | { readonly error: ProtocolError; readonly model?: never };

/** The model and the configuration a connection starts with: those of its ephemeral secret, if it has them. */
export function boundSession({ secret }: Principal, askedModel: string): BoundSession {
  if (!secret) return { model: askedModel };
  if (secret.session === null) return { model: askedModel === '' ? secret.model : askedModel };
  const { ok: patch, error } = parseSessionPatch(secret.session);
  if (error) return { error };
  const { model } = patch;
  if (model !== undefined && askedModel !== '' && askedModel !== model) {
    return {
      error: requestError('invalid_model', `This client secret was made for the model '${model}'.`, {
        param: 'model',
      }),
    };
  }
  return { model: askedModel === '' ? secret.model : askedModel, sessionPatch: patch };
}
