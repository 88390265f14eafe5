import type { RealtimeSession, ServerEventBody, TranscriptionSession } from '@parley/protocol';
import type { Perception } from '../../session/engine/perception/perception';
import type { ExtensionEvent } from '../../session/ports';
import type { ServerExtras, SessionExtras } from '../../session/extras';
import { isObject, type Json, type WireEvent } from '../codec';

/** What is shown so far of the words of turns that are being transcribed, by item. */
export type Shown = ReadonlyMap<string, string>;

/** Inworld's deltas of transcripts each tell all the words so far. */
export function toInworld(
  shown: Shown,
  event: ServerEventBody,
  extras: ServerExtras,
): { readonly event: WireEvent; readonly shown: Shown } {
  switch (event.type) {
    case 'session.created':
    case 'session.updated':
      return { event: { ...event, session: sessionToInworld(event.session, extras.session) }, shown };
    case 'conversation.item.input_audio_transcription.delta': {
      const delta = (shown.get(event.item_id) ?? '') + event.delta;
      return { event: { ...event, delta }, shown: new Map(shown).set(event.item_id, delta) };
    }
    case 'conversation.item.input_audio_transcription.completed':
      return { event: withProfile(event, extras.perception), shown: without(shown, event.item_id) };
    case 'conversation.item.input_audio_transcription.failed':
      return { event, shown: without(shown, event.item_id) };
    default:
      return { event, shown };
  }
}

/** Backchannels are Inworld's own; all else is called as Parley calls it. */
export function extensionToInworld(event: ExtensionEvent): WireEvent | undefined {
  switch (event.type) {
    case 'parley.backchannel.audio.delta':
    case 'parley.backchannel.audio.done':
    case 'parley.backchannel.skipped': {
      const { type, backchannelId: backchannel_id, ...rest } = event;
      return { type: type.replace('parley.', 'response.'), backchannel_id, ...rest };
    }
    default:
      return undefined;
  }
}

function sessionToInworld(
  session: RealtimeSession | TranscriptionSession,
  extras: SessionExtras | undefined,
): Json {
  const said = extras?.said ?? {};
  const providerData = withMemory(session, isObject(said['providerData']) ? said['providerData'] : {});
  const { input } = session.audio;
  const model = said['transcription_model'];
  const heard = {
    ...input,
    transcription: input.transcription && {
      ...input.transcription,
      ...(typeof model === 'string' ? { model } : {}),
    },
  };
  if (session.type === 'transcription') return { ...session, audio: { input: heard }, providerData };
  const speech = said['speech_model'];
  // What `providerData` says is said there alone.
  const {
    parley: { responsiveness: _fillers, backchannel: _backchannel, memory: _memory, ...parley } = {},
    ...shown
  } = session;
  return {
    ...shown,
    ...(Object.keys(parley).length === 0 ? {} : { parley }),
    temperature: session.temperature ?? null,
    ...(said['both'] === true && session.output_modalities[0] === 'audio'
      ? { output_modalities: ['audio', 'text'] }
      : {}),
    audio: {
      input: heard,
      output: { ...session.audio.output, ...(typeof speech === 'string' ? { model: speech } : {}) },
    },
    providerData,
  };
}

/** What is remembered is told under the name that the dialect has for it. */
function withMemory(session: RealtimeSession | TranscriptionSession, providerData: Json): Json {
  const state = session.type === 'realtime' ? session.parley?.memory?.state : undefined;
  if (state == null || !isObject(providerData['memory'])) return providerData;
  return { ...providerData, memory: { ...providerData['memory'], state } };
}

function withProfile(event: ServerEventBody, perception: Perception | undefined): WireEvent {
  if (perception === undefined) return event;
  const { age, emotion, vocalStyle: vocal_style, accent, pitch } = perception;
  const known = Object.entries({ age, emotion, vocal_style, accent, pitch }).filter(
    ([, estimates]) => estimates.length > 0,
  );
  return { ...event, providerData: { voiceProfile: Object.fromEntries(known) } };
}

function without(shown: Shown, itemId: string): Shown {
  if (!shown.has(itemId)) return shown;
  const left = new Map(shown);
  left.delete(itemId);
  return left;
}
