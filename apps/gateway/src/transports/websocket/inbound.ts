import {
  clientEventId,
  decodeBase64,
  hasTooManyValues,
  parseAppend,
  parseClientEvent,
  parseJson,
  readBinaryAppend,
  requestError,
  tooManyValues,
  type ClientEvent,
  type ProtocolError,
} from '@parley/protocol';
import {
  isObject,
  renamed,
  type Codec,
  type Json,
  type Translation,
  type WireEvent,
} from '../../dialects/codec';
import type { ClientExtras } from '../../session/extras';
import type { SessionClientEvent } from '../../session/ports';
import type { Wire } from './wire';

export type Frame =
  | { kind: 'append'; audio: Buffer; eventId: string | undefined }
  | { kind: 'event'; event: SessionClientEvent; extras: ClientExtras | undefined }
  /** Nothing of it concerns the session. */
  | { kind: 'answer'; event: WireEvent }
  | { kind: 'error'; error: ProtocolError };

/** Reads one frame; never throws. Audio is sent alike in all dialects. */
export function readFrame(data: Buffer, isBinary: boolean, { codec, binaryAudio }: Wire): Frame {
  if (isBinary) return binaryAudio ? readBinary(data) : fault(noBinary);
  const append = parseAppend(data);
  if (append) return { kind: 'append', audio: append.audio, eventId: append.eventId };
  if (hasTooManyValues(data)) return fault(tooManyValues('The event'));
  let raw: unknown;
  try {
    raw = parseJson(data);
  } catch {
    return fault(requestError('invalid_json', 'The frame is not valid JSON.'));
  }
  return isObject(raw) ? read(raw, codec) : parse(raw, {}, codec);
}

function readBinary(data: Buffer): Frame {
  const { ok, error } = readBinaryAppend(data);
  return error ? fault(error) : { kind: 'append', audio: ok.audio, eventId: ok.eventId };
}

const noBinary = requestError(
  'invalid_event',
  'Binary frames are for clients that connect with ?parley=1&audio=binary: send events as JSON text.',
);

function read(json: Json, codec: Codec): Frame {
  const ga = codec.toGa(json);
  if (ga.error) return fault({ ...ga.error, event_id: clientEventId(json) });
  return ga.answer ? { kind: 'answer', event: ga.answer } : parse(ga.event, ga, codec);
}

function parse(json: unknown, { extras, nameOf }: Omit<Translation, 'event'>, { beyondGa }: Codec): Frame {
  const { ok, error } = parseClientEvent(json, { beyondGa });
  if (error) return fault(nameOf ? renamed(error, nameOf) : error);
  return fromEvent(ok, extras);
}

function fromEvent(event: ClientEvent, extras: ClientExtras | undefined): Frame {
  if (event.type !== 'input_audio_buffer.append') return { kind: 'event', event, extras };
  const audio = decodeBase64(event.audio) ?? Buffer.alloc(0);
  return { kind: 'append', audio, eventId: event.event_id ?? undefined };
}

const fault = (error: ProtocolError): Frame => ({ kind: 'error', error });
