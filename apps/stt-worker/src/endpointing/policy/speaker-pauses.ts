/** How long this speaker pauses within a turn: an exponential filter. */
export interface SpeakerPauses {
  readonly typicalMs: number;
}

/** What is believed of a speaker nobody has heard yet. */
export const usualPauses: SpeakerPauses = { typicalMs: 350 };

/** Shorter ones are stops within words, longer ones are thought. */
const shortestMs = 150;
const longestMs = 2_500;
const gain = 0.15;
/** A pause that a turn was ended in by mistake teaches more. */
const mistakeGain = 0.4;
const leastFactor = 0.8;
const mostFactor = 1.8;

/** The speaker went on after a pause. `mistaken`: the turn had been taken for over. */
export function learnPause(pauses: SpeakerPauses, pauseMs: number, mistaken: boolean): SpeakerPauses {
  if (pauseMs < shortestMs) return pauses;
  const seen = Math.min(pauseMs, longestMs);
  const by = mistaken ? mistakeGain : gain;
  return { typicalMs: pauses.typicalMs + by * (seen - pauses.typicalMs) };
}

/** By what waits are longer or shorter for this speaker. */
export function patience({ typicalMs }: SpeakerPauses): number {
  return Math.min(mostFactor, Math.max(leastFactor, typicalMs / usualPauses.typicalMs));
}
