import { parseSessionPatch, requestError, type ProtocolError, type SessionPatch } from '@parley/protocol';
import type { Principal } from './principal';

export type BoundSession =
  | { readonly model: string; readonly sessionPatch?: SessionPatch; readonly error?: never }
  | { readonly error: ProtocolError; readonly model?: never };

/** The model and the configuration a connection starts with: those of its ephemeral secret, if it has them. */
export function boundSession({ secret }: Principal, askedModel: string): BoundSession {
  if (secret?.session === undefined || secret.session === null) return { model: askedModel };
  const { ok: patch, error } = parseSessionPatch(secret.session);
  if (error) return { error };
  const { model = askedModel } = patch;
  if (askedModel !== '' && askedModel !== model) {
    return {
      error: requestError('invalid_model', `This client secret was made for the model '${model}'.`, {
        param: 'model',
      }),
    };
  }
  return { model, sessionPatch: patch };
}
