import { float32Type } from './audio-format';
import { clientEventSchemas, type ClientEvent, type ClientEventType } from './client-events';
import { invalidType, invalidValue, requestError, unknownParameter, type ProtocolError } from './errors';
import { kindOf, protocolError } from './issues';
import { matches } from './paths';
import { sessionPatchSchema, type SessionPatch } from './session-patch';
import { findUnsupported } from './unsupported';

export type Parsed<T> = { ok: T; error?: never } | { error: ProtocolError; ok?: never };

export interface ParseOptions {
  /** Take what other dialects have beyond GA: `temperature` of the session and of a response, and float32 audio. */
  readonly beyondGa?: boolean;
}

/** One client event from its JSON value. */
export function parseClientEvent(json: unknown, options: ParseOptions = {}): Parsed<ClientEvent> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { error: requestError('invalid_event', 'The event must be a JSON object.') };
  }
  const eventId = clientEventId(json);
  if (!('type' in json)) {
    return { error: requestError('invalid_event', "The 'type' field is missing.", { eventId }) };
  }
  const { type } = json;
  if (typeof type !== 'string') {
    return { error: invalidType('type', 'a string', kindOf(type), eventId) };
  }
  if (!isClientEventType(type)) {
    const supported = Object.keys(clientEventSchemas)
      .map((name) => `'${name}'`)
      .join(', ');
    const message = `Invalid value: '${type.slice(0, 100)}'. Supported values are: ${supported}.`;
    return { error: invalidValue('type', message, eventId) };
  }
  const refused = notOfGa(json, options, eventId) ?? findUnsupported(type, json, eventId);
  if (refused) return { error: refused };
  const result = clientEventSchemas[type].safeParse(json);
  if (!result.success) return { error: protocolError(result.error.issues, json, eventId) };
  return { ok: result.data };
}

/** A session configuration that comes by another way than `session.update`; `param`s begin with `session`. */
export function parseSessionPatch(json: unknown, options: ParseOptions = {}): Parsed<SessionPatch> {
  const event = { session: json };
  const refused = notOfGa(event, options, null) ?? findUnsupported('session.update', event, null);
  if (refused) return { error: refused };
  const result = sessionPatchSchema.safeParse(json);
  if (result.success) return { ok: result.data };
  const issues = result.error.issues.map((issue) => ({ ...issue, path: ['session', ...issue.path] }));
  return { error: protocolError(issues, event, null) };
}

function notOfGa(
  event: unknown,
  { beyondGa = false }: ParseOptions,
  eventId: string | null,
): ProtocolError | undefined {
  if (beyondGa) return undefined;
  for (const path of ['session.temperature', 'response.temperature']) {
    if (matches(event, path).length > 0) return unknownParameter(path, eventId);
  }
  const formats = ['session.audio.input', 'session.audio.output', 'response.audio.output'];
  for (const path of formats.map((of) => `${of}.format.type`)) {
    if (matches(event, path).some(({ value }) => value === float32Type)) {
      const supported = "Supported values are: 'audio/pcm', 'audio/pcmu', 'audio/pcma'.";
      return invalidValue(path, `Invalid value: '${float32Type}'. ${supported}`, eventId);
    }
  }
  return undefined;
}

function isClientEventType(type: string): type is ClientEventType {
  return Object.hasOwn(clientEventSchemas, type);
}

/** The client's own id of an event, whatever else is wrong with it. */
export function clientEventId(json: object): string | null {
  const id = 'event_id' in json ? json.event_id : undefined;
  return typeof id === 'string' && id.length <= 512 ? id : null;
}
