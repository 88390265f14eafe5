import type { ProtocolError, ServerEventBody } from '@parley/protocol';
import type { ExtensionEvent } from '../session/ports';
import type { ClientExtras, ServerExtras } from '../session/extras';

export type Json = Readonly<Record<string, unknown>>;

/** A client's event in the GA shape, still to be checked as such. */
export interface Translation {
  readonly event: Json;
  readonly extras?: ClientExtras;
  /** What the client calls the parameter that the GA shape calls so. */
  readonly nameOf?: (param: string) => string;
}

/** Or what is wrong with it already, or all there is to say to it. */
export type ToGa =
  | (Translation & { readonly error?: never; readonly answer?: never })
  | { readonly error: ProtocolError; readonly event?: never; readonly answer?: never }
  | { readonly answer: WireEvent; readonly event?: never; readonly error?: never };

/** An event as the dialect says it, before it has its `event_id`. */
export type WireEvent = { readonly type: string } & Json;

/** Translates between a dialect and the GA shape that the server works with. One for each connection; does no I/O. */
export interface Codec {
  toGa(event: Json): ToGa;
  /** undefined: the dialect has no such event. */
  fromGa(event: ServerEventBody, extras: ServerExtras): WireEvent | undefined;
  /** What the dialect calls an event beyond the protocol; undefined: as Parley does. */
  ofExtension?(event: ExtensionEvent): WireEvent | undefined;
  /** Takes what the GA dialect has not, such as a temperature. */
  readonly beyondGa: boolean;
  /** What the dialect calls `response.output_audio.delta`. */
  readonly audioDeltaType: string;
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same error about the parameter as the client calls it. */
export function renamed(error: ProtocolError, nameOf: (param: string) => string): ProtocolError {
  if (error.param === null) return error;
  const param = nameOf(error.param);
  if (param === error.param) return error;
  return { ...error, param, message: error.message.replaceAll(error.param, param) };
}
