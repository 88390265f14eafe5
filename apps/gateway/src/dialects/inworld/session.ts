import { invalidType, kindOf, type ProtocolError } from '@parley/protocol';
import type { ExtrasChange } from '../../session/extras';
import { isObject, renamed, type Json } from '../codec';
import { audioToGa } from './audio';
import { isBoth } from './formats';
import { Names } from './names';
import { providerDataToGa } from './provider-data';

export type Translated =
  | { readonly ok: Json; readonly names: Names; readonly extras: ExtrasChange; readonly error?: never }
  | { readonly error: ProtocolError };

/** A session as Inworld's clients write it, in the GA shape. What they leave out is left out. */
export function sessionToGa(session: Json): Translated {
  const { providerData, modelId, stt, ...rest } = session;
  const names = new Names();
  const ga: Record<string, unknown> = { type: 'realtime', ...rest };
  let said: Json = {};
  const modalities = rest['output_modalities'];
  if (modalities !== undefined) {
    said = { ...said, both: isBoth(modalities) };
    if (isBoth(modalities)) ga['output_modalities'] = ['audio'];
  }
  if (modelId !== undefined && ga['model'] === undefined) {
    ga['model'] = modelId;
    names.add('session.model', 'session.modelId');
  }
  if (stt !== undefined && !isObject(stt)) {
    return { error: invalidType('session.stt', 'an object', kindOf(stt)) };
  }
  const audio = audioToGa('session', withStt(rest['audio'], stt, names), names);
  if (audio.error) return { error: renamed(audio.error, names.of) };
  if (audio.ok !== undefined) ga['audio'] = audio.ok;
  said = { ...said, ...audio.said };
  if (providerData === undefined) return { ok: ga, names, extras: { said } };
  if (!isObject(providerData)) {
    return { error: invalidType('session.providerData', 'an object', kindOf(providerData)) };
  }
  const asked = providerDataToGa(providerData);
  if (asked.error) return asked;
  for (const [name, client] of asked.names) names.add(name, client);
  const parley = { ...objectOr(ga['parley']), ...objectOr(asked.ga['parley']) };
  return {
    ok: { ...asked.ga, ...ga, ...(Object.keys(parley).length === 0 ? {} : { parley }) },
    names,
    extras: { ...asked.extras, said: { ...said, ...asked.extras.said } },
  };
}

const objectOr = (value: unknown): Json => (isObject(value) ? value : {});

/** `stt` is short for the transcription of the input. */
function withStt(audio: unknown, stt: Json | undefined, names: Names): unknown {
  if (stt === undefined) return audio;
  const own = isObject(audio) ? audio : {};
  const input = isObject(own['input']) ? own['input'] : {};
  const { modelId, ...rest } = stt;
  names.add('session.audio.input.transcription', 'session.stt');
  const transcription = { ...rest, ...(modelId === undefined ? {} : { model: modelId }) };
  return { ...own, input: { ...input, transcription } };
}

type ResponseToGa =
  | { readonly ok: Json; readonly names: Names; readonly error?: never }
  | { readonly error: ProtocolError };

/** What one response asks for, in the GA shape. */
export function responseToGa(response: Json): ResponseToGa {
  const { voice, modelId, ...rest } = response;
  const names = new Names();
  const ga: Record<string, unknown> = { ...rest };
  if (isBoth(rest['output_modalities'])) ga['output_modalities'] = ['audio'];
  if (modelId !== undefined && ga['model'] === undefined) {
    ga['model'] = modelId;
    names.add('response.model', 'response.modelId');
  }
  const given = rest['audio'];
  const own = voice === undefined ? given : { ...(isObject(given) ? given : {}), voice };
  if (voice !== undefined) names.add('response.audio.output.voice', 'response.voice');
  const audio = audioToGa('response', own, names);
  if (audio.error) return { error: renamed(audio.error, names.of) };
  if (audio.ok !== undefined) ga['audio'] = audio.ok;
  return { ok: ga, names };
}
