import {
  decodeBase64,
  parseAppend,
  parseClientEvent,
  requestError,
  type ClientEvent,
  type ProtocolError,
} from '@parley/protocol';
import type { LiveSession, SessionClientEvent } from '../../session/ports';

export type Frame =
  | { kind: 'append'; audio: Buffer; eventId: string | undefined }
  | { kind: 'event'; event: SessionClientEvent; raw: unknown }
  | { kind: 'error'; error: ProtocolError };

/** Reads one frame; never throws. */
export function readFrame(data: Buffer, isBinary: boolean): Frame {
  if (isBinary) {
    return fault(requestError('invalid_event', 'Binary frames are not supported: send events as JSON text.'));
  }
  const append = parseAppend(data);
  if (append) return { kind: 'append', audio: append.audio, eventId: append.eventId };
  let raw: unknown;
  try {
    raw = JSON.parse(data.toString('utf8'));
  } catch {
    return fault(requestError('invalid_json', 'The frame is not valid JSON.'));
  }
  const { ok, error } = parseClientEvent(raw);
  return error ? fault(error) : fromEvent(ok, raw);
}

function fromEvent(event: ClientEvent, raw: unknown): Frame {
  if (event.type !== 'input_audio_buffer.append') return { kind: 'event', event, raw };
  const audio = decodeBase64(event.audio) ?? Buffer.alloc(0);
  return { kind: 'append', audio, eventId: event.event_id ?? undefined };
}

const fault = (error: ProtocolError): Frame => ({ kind: 'error', error });

export function deliver(frame: Exclude<Frame, { kind: 'error' }>, session: LiveSession): void {
  if (frame.kind === 'append') session.appendAudio(frame.audio, frame.eventId);
  else session.receive(frame.event, frame.raw);
}
