import type { ServerEventBody, SessionType } from '@parley/protocol';
import type { ServerExtras } from '../../session/extras';
import { isObject, renamed, type Codec, type Json, type ToGa, type WireEvent } from '../codec';
import { eventNames } from './events';
import { fieldsToGa, nameInBeta, responseFields, type Translated } from './fields';
import { isKnownItem, itemError, itemToBeta, responseToBeta } from './items';
import { sessionToBeta, sessionToGa } from './session';

/** OpenAI's API as it was before it was generally available. */
export const betaCodec: Codec = { toGa, fromGa, audioDeltaType: 'response.audio.delta', beyondGa: true };

function toGa(event: Json): ToGa {
  switch (event['type']) {
    case 'session.update':
      return update(event, 'realtime');
    case 'transcription_session.update':
      return update(event, 'transcription');
    case 'response.create':
      return create(event);
    case 'conversation.item.create': {
      const error = itemError('item', event['item']);
      return error ? { error } : { event, nameOf: nameInBeta };
    }
    default:
      return { event, nameOf: nameInBeta };
  }
}

function update(event: Json, type: SessionType): ToGa {
  const { session } = event;
  const ga = { ...event, type: 'session.update' };
  return isObject(session) ? translation(ga, 'session', sessionToGa(type, session)) : { event: ga };
}

function create(event: Json): ToGa {
  const { response } = event;
  if (!isObject(response)) return { event, nameOf: nameInBeta };
  const input: unknown[] = Array.isArray(response['input']) ? response['input'] : [];
  for (const [index, item] of input.entries()) {
    const error = itemError(`response.input[${index}]`, item);
    if (error) return { error };
  }
  return translation(event, 'response', fieldsToGa('response', responseFields, response));
}

const translation = (event: Json, root: 'session' | 'response', { ok, error }: Translated): ToGa =>
  error ? { error } : { event: { ...event, [root]: ok }, nameOf: nameInBeta };

function fromGa(event: ServerEventBody, { asWritten = false }: ServerExtras = {}): WireEvent | undefined {
  switch (event.type) {
    case 'error':
      return asWritten ? { ...event } : { ...event, error: renamed(event.error, nameInBeta) };
    case 'session.created':
    case 'session.updated': {
      const type = event.session.type === 'transcription' ? `transcription_${event.type}` : event.type;
      return { ...event, type, session: sessionToBeta(event.session) };
    }
    case 'conversation.item.added':
      if (!isKnownItem(event.item)) return undefined;
      return { ...event, type: 'conversation.item.created', item: itemToBeta(event.item) };
    case 'conversation.item.retrieved':
    case 'response.output_item.added':
    case 'response.output_item.done':
      if (!isKnownItem(event.item)) return undefined;
      return { ...event, item: itemToBeta(event.item) };
    case 'response.created':
    case 'response.done':
      return { ...event, response: responseToBeta(event.response) };
    case 'response.function_call_arguments.done': {
      const { name: _name, ...known } = event;
      return known;
    }
    default: {
      const type = eventNames[event.type];
      return type === undefined ? undefined : { ...event, type };
    }
  }
}
