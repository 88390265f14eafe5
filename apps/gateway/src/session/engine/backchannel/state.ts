/** The user's turn, as far as somebody may say that they listen. */
export interface ListenedTurn {
  readonly utterance: number;
  readonly sinceMs: number;
  /** Since when the voice is silent; null: it is not. */
  readonly pausedAtMs: number | null;
  /** The pause has had its word. */
  readonly answered: boolean;
  /** Words came since it was last considered. */
  readonly goesOn: boolean;
  /** It is likely over. */
  readonly candidate: boolean;
  readonly count: number;
}

export type BackchannelStage =
  | { readonly kind: 'listening' }
  | { readonly kind: 'deciding'; readonly id: string; readonly deadlineMs: number }
  | {
      readonly kind: 'saying';
      readonly id: string;
      readonly phrase: string;
      readonly deadlineMs: number;
      /** Of its audio. */
      readonly sentMs: number;
    };

export interface BackchannelState {
  readonly turn: ListenedTurn | null;
  readonly stage: BackchannelStage;
  readonly lastAtMs: number | null;
  /** Considered so far, in the whole session. */
  readonly considered: number;
  readonly said: number;
  /** The last one: its echo is no speech of the user's. */
  readonly phrase: string;
  /** Until then its echo may be heard, monotonic milliseconds. */
  readonly echoUntilMs: number;
}

export const noBackchannel: BackchannelState = {
  turn: null,
  stage: { kind: 'listening' },
  lastAtMs: null,
  considered: 0,
  said: 0,
  phrase: '',
  echoUntilMs: 0,
};
