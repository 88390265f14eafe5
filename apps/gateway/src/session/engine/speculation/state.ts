import type { ModelRequest } from '../coordinator/effects';
import type { Live } from '../coordinator/state';
import type { Entry } from '../conversation/state';
import type { ResponseOutput, Routing } from '../response/events';
import type { Session } from '@parley/protocol';

/** An answer that was begun before its turn was over. Nothing of it is shown until it becomes the answer. */
export interface Draft {
  readonly live: Live;
  readonly request: ModelRequest;
  /** What the user was taken to have said. */
  readonly text: string;
  /** What it is based on: any change makes it worthless. */
  readonly session: Session;
  readonly entries: readonly Entry[];
  /** What the response would have shown by now. */
  readonly held: readonly ResponseOutput[];
  readonly routing: Routing | null;
}

/** The turn that may soon be over. */
export interface Prospect {
  readonly utterance: number;
  /** What was said so far, as the newest transcript has it. */
  readonly text: string;
  /** Empty: unknown. */
  readonly language: string;
  /** That these are all the words of the turn, 0–1, by the words alone; 0: nobody has judged. */
  readonly endProbability: number;
  /** End of the audio that they were read from. */
  readonly heardToSample: number;
  /** Where the voice fell silent; null: it is heard. */
  readonly silentFromSample: number | null;
  /** The turn is likely over. */
  readonly candidate: boolean;
  readonly starts: number;
  readonly draft: Draft | null;
}

/** Of a whole session. */
export interface SpeculationTally {
  readonly started: number;
  readonly used: number;
  readonly wasted: number;
}

export interface SpeculationState {
  readonly prospect: Prospect | null;
  readonly tally: SpeculationTally;
  /** Of the turn whose answer is due: something was made for it and thrown away. */
  readonly wastedInTurn: boolean;
}

export const noSpeculation: SpeculationState = {
  prospect: null,
  tally: { started: 0, used: 0, wasted: 0 },
  wastedInTurn: false,
};

export const speculationLimits = {
  /** Answers begun for one turn: the last is kept for when it is likely over. */
  startsPerTurn: 3,
  startsAtPauses: 2,
  /** Any pause begins an answer to words that are as likely as this all of the turn, */
  pauseFrom: 0.35,
  /** and were read up to so shortly before it: of a slow recogniser some are still to come. */
  pauseLagMs: 150,
  /** A session may waste so many, and one more for every one that was of use. */
  freeWastes: 12,
  /** Speech made ahead of the commit. */
  audioMs: 1_000,
} as const;

export const mayStart = ({ used, wasted }: SpeculationTally): boolean =>
  wasted < speculationLimits.freeWastes + used;
