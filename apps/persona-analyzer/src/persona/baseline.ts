import { semitones, type VoiceSummary } from '../features/summary';

/** The measures in which a voice is compared with its own habit. */
export interface Measures {
  readonly pitchSemitones: number;
  readonly rangeSemitones: number;
  readonly energyDb: number;
  readonly effortDb: number;
  readonly syllablesPerSecond: number;
}
export type Measure = keyof Measures;

interface Habit {
  readonly mean: number;
  readonly spread: number;
  /** How much speech stands behind it, ms of voiced audio. */
  readonly weightMs: number;
}

/**
 * Where a caller is before anything was heard: typical of read and conversational speech. Pitch and energy
 * differ more between people and microphones than within a person, so they say nothing until the caller's own
 * habit is known (weight 0).
 */
const PRIOR: Readonly<Record<Measure, Habit>> = {
  pitchSemitones: { mean: 0, spread: 2.5, weightMs: 0 },
  rangeSemitones: { mean: 7, spread: 2.5, weightMs: 1500 },
  energyDb: { mean: 0, spread: 4, weightMs: 0 },
  effortDb: { mean: -13, spread: 4, weightMs: 750 },
  syllablesPerSecond: { mean: 4.3, spread: 1, weightMs: 1500 },
};
/** Old speech counts less: the habit follows a caller who settles down, or a handset passed on. */
const MEMORY_MS = 60_000;
/** Voiced speech after which the habit is taken to be known. */
const SETTLED_MS = 6000;

export type Baseline = Readonly<Record<Measure, Habit>>;

export const initialBaseline: Baseline = PRIOR;

export function measuresOf(voice: VoiceSummary, syllablesPerSecond: number): Measures {
  return {
    pitchSemitones: voice.pitchHz > 0 ? semitones(voice.pitchHz / 100) : 0,
    rangeSemitones: voice.pitchRangeSemitones,
    energyDb: voice.energyDbfs,
    effortDb: voice.effortDb,
    syllablesPerSecond,
  };
}

/** One value per measure, each from its name. */
export function perMeasure<Value>(valueOf: (name: Measure) => Value): Record<Measure, Value> {
  return {
    pitchSemitones: valueOf('pitchSemitones'),
    rangeSemitones: valueOf('rangeSemitones'),
    energyDb: valueOf('energyDb'),
    effortDb: valueOf('effortDb'),
    syllablesPerSecond: valueOf('syllablesPerSecond'),
  };
}

const isKnown = (measures: Measures, name: Measure): boolean =>
  name !== 'syllablesPerSecond' || measures.syllablesPerSecond > 0;

/** Adds one utterance, weighted by its voiced time. */
export function learn(baseline: Baseline, measures: Measures, voicedMs: number): Baseline {
  return perMeasure((name) => {
    const habit = baseline[name];
    if (!isKnown(measures, name) || voicedMs <= 0) return habit;
    const kept = habit.weightMs * 2 ** (-voicedMs / MEMORY_MS);
    const weightMs = kept + voicedMs;
    return { ...habit, mean: (habit.mean * kept + measures[name] * voicedMs) / weightMs, weightMs };
  });
}

/** Spreads away from the caller's habit, −3 … 3; 0 where the habit is not known yet. */
export function deviations(baseline: Baseline, measures: Measures): Record<Measure, number> {
  return perMeasure((name) => {
    const { mean, spread, weightMs } = baseline[name];
    if (weightMs === 0 || !isKnown(measures, name)) return 0;
    return Math.max(-3, Math.min(3, (measures[name] - mean) / spread));
  });
}

/** 0 = the caller was never heard before, 1 = well known. */
export const familiarity = (baseline: Baseline): number =>
  Math.min(1, baseline.pitchSemitones.weightMs / SETTLED_MS);
