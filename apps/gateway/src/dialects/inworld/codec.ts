import { isObject, renamed, type Codec, type Json, type ToGa, type Translation } from '../codec';
import { extensionToInworld, toInworld, type Shown } from './outbound';
import { responseToGa, sessionToGa } from './session';

/** Inworld's Realtime API: the GA shape, with other spellings and `providerData`. */
export function inworldCodec(): Codec {
  let shown: Shown = new Map();
  /** As the newest event calls what it sets: what is wrong with it may be known only later. */
  let nameOf: Translation['nameOf'];
  return {
    toGa(event) {
      const ga = toGa(event);
      if ('nameOf' in ga) nameOf = ga.nameOf;
      return ga;
    },
    fromGa(event, extras) {
      if (event.type === 'error' && nameOf && extras.asWritten !== true)
        return { ...event, error: renamed(event.error, nameOf) };
      const said = toInworld(shown, event, extras);
      shown = said.shown;
      return said.event;
    },
    ofExtension: extensionToInworld,
    beyondGa: true,
    audioDeltaType: 'response.output_audio.delta',
  };
}

function toGa(event: Json): ToGa {
  switch (event['type']) {
    case 'ping':
      return { answer: { type: 'pong' } };
    case 'session.update':
      return update(event);
    case 'response.create':
      return create(event);
    default:
      return { event };
  }
}

function update(event: Json): ToGa {
  const { session } = event;
  if (!isObject(session)) return { event };
  const translated = sessionToGa(session);
  if (translated.error) return translated;
  const { ok, names, extras } = translated;
  return { event: { ...event, session: ok }, extras: { session: extras }, nameOf: names.of };
}

function create(event: Json): ToGa {
  const { response } = event;
  if (!isObject(response)) return { event };
  const translated = responseToGa(response);
  if (translated.error) return translated;
  return { event: { ...event, response: translated.ok }, nameOf: translated.names.of };
}
