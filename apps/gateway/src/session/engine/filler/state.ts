import type { Session } from '@parley/protocol';
import type { SessionExtras } from '../../extras';

/** Silence that the user did not ask for. */
export interface Wait {
  readonly of: 'answer' | 'tool';
  /** Of the response that is awaited, or whose calls run. */
  readonly id: string;
}

/** Words for a wait: asked for, or there. null: the model found none. */
export type Words = { readonly asked: true } | { readonly text: string | null };

export type FillerStage =
  | { readonly kind: 'quiet' }
  | {
      readonly kind: 'waiting';
      readonly wait: Wait;
      readonly dueAtMs: number;
      /** Undefined: nobody was asked for any. */
      readonly words?: Words;
      /** By then they have to be there. */
      readonly deadlineMs: number;
    }
  | { readonly kind: 'saying'; readonly wait: Wait; readonly audible: boolean }
  /** The wait has had its filler, or may have none. */
  | { readonly kind: 'over'; readonly wait: Wait };

/** What the voice has ready of the words that open answers. */
export interface Rehearsal {
  /** The newest of it. */
  readonly ready: readonly string[];
  /** With these nothing more is tried: all is ready, or the voice has failed; null: there may be more. */
  readonly over: RehearsedFor | null;
}

export interface RehearsedFor {
  readonly session: Session;
  readonly extras: SessionExtras;
  readonly language: string;
}

export const noRehearsal: Rehearsal = { ready: [], over: null };

export interface FillerState {
  readonly stage: FillerStage;
  /** When the last one began, monotonic milliseconds; null: there was none. */
  readonly lastAtMs: number | null;
  /** The last wait in which one was heard: it has no other, though somebody spoke meanwhile. */
  readonly bridged: Wait | null;
  /** Of the user's last turn. */
  readonly inTurn: number;
  /** Of the whole session. */
  readonly count: number;
  readonly rehearsal: Rehearsal;
  /** Messages of the last ones that were responses of their own: clients take them for the conversation's. */
  readonly itemIds: readonly string[];
  /** The last one: its echo is no speech of the user's. */
  readonly phrase: string;
}

export const noFiller: FillerState = {
  stage: { kind: 'quiet' },
  lastAtMs: null,
  bridged: null,
  inTurn: 0,
  count: 0,
  phrase: '',
  rehearsal: noRehearsal,
  itemIds: [],
};
