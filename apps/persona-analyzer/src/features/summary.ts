import { HOP_SAMPLES, SAMPLE_RATE_HZ, toDbfs, type FrameFeatures } from './frames';
import { countNuclei } from './syllables';

export const HOP_MS = (HOP_SAMPLES * 1000) / SAMPLE_RATE_HZ;
const MEDIAN_SPREAD = 2;
/** A pitch this far from an octave of the median is taken for an octave error and folded back. */
const OCTAVE_TOLERANCE = 0.25;

/** What one stretch of speech sounded like. Pitches are 0 and levels −100 when nothing was voiced. */
export interface VoiceSummary {
  /** From the first to the last speech-like frame. */
  readonly spanMs: number;
  readonly activeMs: number;
  readonly voicedMs: number;
  readonly pitchHz: number;
  /** 10th to 90th percentile of pitch, semitones. */
  readonly pitchRangeSemitones: number;
  /** Mean power of the speech-like frames. */
  readonly energyDbfs: number;
  readonly effortDb: number;
  /** Syllable nuclei of the envelope. */
  readonly nuclei: number;
}

export function summarize(frames: readonly FrameFeatures[]): VoiceSummary {
  const first = frames.findIndex((frame) => frame.active);
  const last = frames.findLastIndex((frame) => frame.active);
  const span = first < 0 ? [] : frames.slice(first, last + 1);
  const active = span.filter((frame) => frame.active);
  const voiced = active.filter((frame) => frame.pitchHz > 0);
  const pitches = foldOctaves(medianSmooth(span.map((frame) => frame.pitchHz))).sort((a, b) => a - b);
  const low = quantile(pitches, 0.1);
  const high = quantile(pitches, 0.9);
  return {
    spanMs: span.length * HOP_MS,
    activeMs: active.length * HOP_MS,
    voicedMs: voiced.length * HOP_MS,
    pitchHz: quantile(pitches, 0.5),
    pitchRangeSemitones: low > 0 ? semitones(high / low) : 0,
    energyDbfs: toDbfs(mean(active.map((frame) => 10 ** (frame.energyDbfs / 10)))),
    effortDb: mean(voiced.map((frame) => frame.effortDb)),
    nuclei: span.length === 0 ? 0 : countNuclei(span),
  };
}

export const semitones = (ratio: number): number => 12 * Math.log2(ratio);

/** Median of each voiced frame with its voiced neighbours; unvoiced frames fall out. */
function medianSmooth(pitches: readonly number[]): number[] {
  const smoothed: number[] = [];
  pitches.forEach((pitch, i) => {
    if (pitch === 0) return;
    const near = pitches.slice(Math.max(0, i - MEDIAN_SPREAD), i + MEDIAN_SPREAD + 1).filter((hz) => hz > 0);
    smoothed.push(
      quantile(
        near.sort((a, b) => a - b),
        0.5,
      ),
    );
  });
  return smoothed;
}

function foldOctaves(pitches: readonly number[]): number[] {
  const median = quantile(
    [...pitches].sort((a, b) => a - b),
    0.5,
  );
  const near = (hz: number): boolean => Math.abs(hz / median - 1) <= OCTAVE_TOLERANCE;
  return pitches.map((hz) => {
    if (hz > 1.6 * median && near(hz / 2)) return hz / 2;
    if (hz < median / 1.6 && near(hz * 2)) return hz * 2;
    return hz;
  });
}

/** @param sorted rising; 0 when empty */
export function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return 0;
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)]!;
  const above = sorted[Math.ceil(at)]!;
  return below + (above - below) * (at - Math.floor(at));
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
