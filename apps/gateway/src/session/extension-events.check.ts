/** Never run: it compiles only while the extension events are those that the documents tell of. */
import type { ExtensionEventBody, ExtensionEventType } from '@parley/protocol';
import type { ExtensionEvent } from './ports';

type Fits<T extends U, U> = T;
type Loose<T> = T extends readonly (infer E)[]
  ? Loose<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Loose<T[K]> }
    : T;

export type EventsFit = Fits<Loose<ExtensionEvent>, ExtensionEventBody>;
export type TypesAreAll = Fits<ExtensionEventType, ExtensionEvent['type']>;

type Of<K, E = ExtensionEvent> = E extends { type: infer T } ? (K extends T ? E : never) : never;

/** A field that is sent and not told of. */
type Untold = {
  [K in ExtensionEventType]: Exclude<keyof Of<K>, keyof Extract<ExtensionEventBody, { type: K }>>;
}[ExtensionEventType];
export type FieldsAreAll = Fits<Untold, never>;
