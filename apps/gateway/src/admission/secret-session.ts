import {
  defaultTranscriptionModel,
  parseSessionPatch,
  requestError,
  type ProtocolError,
  type SessionPatch,
  type SessionType,
} from '@parley/protocol';
import { codecOf, type Dialect } from '../dialects/dialect';
import type { Principal } from '@parley/admission';

export interface StartingSession {
  readonly type: SessionType;
  /** Empty: none was named, or the session only transcribes. */
  readonly model: string;
  readonly sessionPatch?: SessionPatch;
}

export type BoundSession =
  | (StartingSession & { readonly error?: never })
  | { readonly error: ProtocolError; readonly type?: never };

interface Asked {
  /** Undefined: the connection does not say. */
  readonly type: SessionType | undefined;
  readonly model: string;
  readonly dialect: Dialect;
}

/** What a connection starts with: what its URL asks for, and the configuration of its ephemeral secret. */
export function boundSession({ secret }: Principal, asked: Asked): BoundSession {
  const stored = secret?.session ?? null;
  // A secret may be made in another dialect than it is used in.
  const { ok, error } = stored === null ? {} : parseSessionPatch(stored, { beyondGa: true });
  if (error) return { error };
  const patch = ok && !codecOf(asked.dialect).beyondGa ? withinGa(ok) : ok;
  const type = patch?.type ?? asked.type ?? 'realtime';
  if (asked.type !== undefined && asked.type !== type) {
    const message = `This client secret was made for a ${type} session.`;
    return { error: requestError('invalid_session_type', message, { param: 'intent' }) };
  }
  const bound = modelOf(patch);
  if (bound !== undefined && asked.model !== '' && asked.model !== bound) {
    const message = `This client secret was made for the model '${bound}'.`;
    return { error: requestError('invalid_model', message, { param: 'model' }) };
  }
  if (type === 'realtime') {
    const model = asked.model === '' ? (secret?.model ?? '') : asked.model;
    return { type, model, ...(patch && { sessionPatch: patch }) };
  }
  const sessionPatch = asked.model === '' ? patch : transcribedBy(asked.model, patch);
  return { type, model: '', ...(sessionPatch && { sessionPatch }) };
}

/** The model that the secret names: of a transcription session the one that transcribes. */
function modelOf(patch: SessionPatch | undefined): string | undefined {
  if (patch?.type !== 'transcription') return patch?.model;
  const model = patch.audio?.input?.transcription?.model;
  return model === defaultTranscriptionModel ? undefined : model;
}

function transcribedBy(model: string, patch: SessionPatch | undefined): SessionPatch {
  const own = patch?.type === 'transcription' ? patch : { type: 'transcription' as const };
  const { input } = own.audio ?? {};
  return { ...own, audio: { input: { ...input, transcription: { ...input?.transcription, model } } } };
}

function withinGa(patch: SessionPatch): SessionPatch {
  if (patch.type !== 'realtime') return patch;
  const { temperature: _temperature, ...ga } = patch;
  return ga;
}
