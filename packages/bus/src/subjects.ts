import { BusError } from './errors';

const token = /^[A-Za-z0-9_-]{1,128}$/;
const plainSubject = /^[A-Za-z0-9_-]{1,128}(\.[A-Za-z0-9_-]{1,128})*$/;

const checked = (part: string): string => {
  if (token.test(part)) return part;
  throw new BusError('invalid_message', 'not usable in a subject', false);
};

/** In one piece: of a string that is put together otherwise all parts are kept, and each stream keeps its subjects. */
const joined = (...parts: readonly string[]): string => parts.join('.');

export const openSubject = (service: string): string => `parley.${checked(service)}.open`;

/** Heard by workers that have no slot left: whether there are any. */
export const fullSubject = (service: string): string => `parley.${checked(service)}.full`;

/** Caller → worker. */
export const inSubject = (service: string, streamId: string): string =>
  joined('parley', checked(service), checked(streamId), 'in');

/** Worker → caller. */
export const outSubject = (service: string, streamId: string): string =>
  joined('parley', checked(service), checked(streamId), 'out');

/** Where a process says that it lives. */
export const beatSubject = (peer: string): string => `parley.beat.${checked(peer)}`;

/** No wildcards, no blanks: what another process names can never widen a subscription. */
export function checkedSubject(subject: string): string {
  if (plainSubject.test(subject)) return subject;
  throw new BusError('invalid_message', 'not a plain subject', false);
}
