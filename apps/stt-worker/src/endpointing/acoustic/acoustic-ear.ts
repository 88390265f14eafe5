import type { Prosody } from './prosody';

/** How the last stretch of speech sounded. */
export interface AcousticReading {
  readonly prosody: Prosody;
  /** smart-turn's probability that the turn is over; undefined = the model is not there. */
  readonly smartTurn: number | undefined;
}

/** Listens to how a pause was reached. */
export interface AcousticEar {
  /**
   * @param pcm 16 kHz, ending with the newest audio of a pause; `speechSamples` of it lie before the pause
   * @returns undefined when it cannot be judged now: too much waits, or the ear is away
   */
  judge(pcm: Int16Array, speechSamples: number): Promise<AcousticReading | undefined>;
}

/** Judges by nothing. */
export const deaf: AcousticEar = { judge: () => Promise.resolve(undefined) };
