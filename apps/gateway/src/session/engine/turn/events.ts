import type { Full, PendingTurn } from './state';

/** What the stt-worker heard. Samples count from the session's start, at 16 kHz. */
export type HearingEvent =
  | {
      readonly type: 'speech_started';
      readonly utterance: number;
      readonly startSample: number;
      /** The turn before was taken for over too soon, and goes on here. */
      readonly continues?: boolean;
    }
  | {
      readonly type: 'speech_stopped';
      readonly utterance: number;
      readonly endSample: number;
      /** Last sample judged to be speech. */
      readonly speechEndSample: number;
    }
  | {
      readonly type: 'turn_candidate';
      readonly utterance: number;
      /** Rises when speech goes on after a candidate. */
      readonly revision: number;
      /** What was said so far; empty = not known yet. */
      readonly text: string;
      readonly language: string;
      /** That the turn is over, 0–1. */
      readonly probability: number;
    }
  /** The voice has fallen silent within the turn, for the moment. */
  | {
      readonly type: 'speech_paused';
      readonly utterance: number;
      readonly speechEndSample: number;
      /** Speech of the turn so far. */
      readonly speechMs: number;
    }
  | { readonly type: 'speech_resumed'; readonly utterance: number }
  | { readonly type: 'turn_reopened'; readonly utterance: number }
  | {
      readonly type: 'turn_committed';
      readonly utterance: number;
      readonly startSample: number;
      readonly endSample: number;
    }
  | {
      readonly type: 'partial';
      readonly utterance: number;
      readonly text: string;
      /** The first so many UTF-16 units will not change. */
      readonly stableChars: number;
      /** End of the audio that was read; absent: not known. */
      readonly heardToSample?: number;
      /** That these words are all of the turn, 0–1; absent: nobody has judged. */
      readonly endProbability?: number;
    }
  | { readonly type: 'final'; readonly utterance: number; readonly text: string; readonly language: string }
  | {
      readonly type: 'transcript_failed';
      readonly utterance: number;
      readonly code: string;
      readonly message: string;
    };

export type TurnEvent =
  | HearingEvent
  | { readonly type: 'audio'; readonly samples: number }
  | { readonly type: 'commit' }
  | { readonly type: 'clear' }
  /** Turn detection was switched on or off, as the given configuration says. */
  | { readonly type: 'reconfigured' }
  | { readonly type: 'transcript_overdue'; readonly itemId: string }
  | { readonly type: 'commit_overdue' }
  /** Nobody has said anything for so long. */
  | { readonly type: 'idle'; readonly silenceMs: number }
  /** The worker that took over in mid-speech hears none. */
  | { readonly type: 'not_reheard' }
  /** No stt-worker can be had. */
  | { readonly type: 'unavailable' };

/** What the session is to do about it, in this order. */
export type TurnOutput =
  | {
      readonly type: 'speech_started';
      readonly itemId: string;
      readonly startSample: number;
      readonly utterance: number;
    }
  | { readonly type: 'speech_stopped'; readonly itemId: string; readonly endSample: number }
  | { readonly type: 'committed'; readonly turn: PendingTurn }
  /** Silence has become a turn. */
  | {
      readonly type: 'silent';
      readonly itemId: string;
      readonly startSample: number;
      readonly endSample: number;
    }
  | { readonly type: 'shown'; readonly itemId: string; readonly delta: string }
  | {
      readonly type: 'transcribed';
      readonly turn: PendingTurn;
      readonly text: string;
      readonly language: string;
    }
  | {
      readonly type: 'transcript_failed';
      readonly turn: PendingTurn;
      readonly code: string;
      readonly message: string;
    }
  | {
      readonly type: 'commit_utterance';
      readonly utterance: number;
      readonly startSample: number;
      readonly endSample: number;
    }
  | { readonly type: 'clear_audio'; readonly upToSample: number }
  /** A turn that was announced will not become an item. */
  | { readonly type: 'abandoned'; readonly itemId: string; readonly utterance: number }
  /** The same of one that ended when nothing could become one. */
  | { readonly type: 'dropped'; readonly itemId: string; readonly full: Full }
  | { readonly type: 'commit_impossible'; readonly full: Full }
  | { readonly type: 'cleared' }
  | { readonly type: 'commit_refused'; readonly heldMs: number }
  | { readonly type: 'wait'; readonly for: 'transcript'; readonly itemId: string; readonly on: boolean }
  | { readonly type: 'wait'; readonly for: 'commit'; readonly on: boolean };
