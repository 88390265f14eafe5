/** A turn that has begun and is not committed. With `endSample` set the VAD has seen its end: a candidate. */
export interface OpenTurn {
  readonly utterance: number;
  /** The item the turn will become; told to the client at speech start. */
  readonly itemId: string;
  readonly startSample: number;
  readonly endSample: number | null;
  /** Transcript the client was shown so far. */
  readonly shown: string;
  /** Goes on with the turn before. */
  readonly continues?: boolean;
}

/** A committed turn whose transcript is awaited. */
export interface PendingTurn {
  readonly utterance: number;
  readonly itemId: string;
  readonly startSample: number;
  readonly endSample: number;
  /** It is answered once its words are known. */
  readonly answer: boolean;
  /** The client gets transcription events for it. */
  readonly announce: boolean;
  readonly shown: string;
  readonly continues?: boolean;
}

export interface TurnState {
  readonly open: OpenTurn | null;
  readonly pending: readonly PendingTurn[];
  /** Lowest number a new utterance may have. */
  readonly nextUtterance: number;
  /** Audio received since the session began, in 16 kHz samples. */
  readonly receivedSamples: number;
  /** Audio before this is committed or cleared. */
  readonly bufferStart: number;
  /** Speech that began before this was cleared away by the client. */
  readonly clearedBefore: number;
}

/** What the session's configuration says about turns. */
export interface TurnConfig {
  /** null: push-to-talk. */
  readonly detection: { readonly prefixPaddingMs: number; readonly createResponse: boolean } | null;
  readonly announce: boolean;
  /** No turn can become an item. */
  readonly full?: Full;
}

/** Of what there are as many as there can be: items, or turns whose transcript is awaited. */
export type Full = 'items' | 'turns';

export const initialTurn: TurnState = {
  open: null,
  pending: [],
  nextUtterance: 1,
  receivedSamples: 0,
  bufferStart: 0,
  clearedBefore: 0,
};

export type TurnPhase = 'listening' | 'speaking' | 'candidate';

export function phaseOf({ open }: TurnState): TurnPhase {
  if (open === null) return 'listening';
  return open.endSample === null ? 'speaking' : 'candidate';
}
