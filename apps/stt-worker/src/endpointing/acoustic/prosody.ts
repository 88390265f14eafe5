import { levelDbfs, MAX_PITCH_HZ, MIN_PITCH_HZ, pitchOf } from '@parley/audio';

/** How the end of a stretch of speech sounds. Pitch is in semitones, so that voices compare. */
export interface Prosody {
  /** Slope of the pitch over the last voiced part, semitones a second; falls below 0. 0 = not voiced enough. */
  readonly pitchSlope: number;
  /** Pitch at the end against the middle of the whole stretch, semitones. */
  readonly finalPitch: number;
  /** Level of the last voiced moments against the stretch's median, dB. */
  readonly finalLevel: number;
  /** Slope of the level over the last voiced part, dB a second. */
  readonly levelSlope: number;
  /** Length of the last voiced part against the stretch's median one, natural log. */
  readonly lengthening: number;
  /** Share of frames with a clear pitch, in the last 300 ms. */
  readonly voicing: number;
  /** Speech in the stretch, s. */
  readonly seconds: number;
}

const hop = 160; // 10 ms
const window = 640; // 40 ms at 16 kHz: more than two periods of 60 Hz
const voicedClarity = 0.6;
const speechBelowLoudestDb = 30;
/** Parts closer than this are one. */
const bridgedFrames = 3;
const finalFrames = 30;
const lastFrames = 12;
const leastVoicedFrames = 5;

interface Frame {
  readonly level: number;
  /** Semitones above 55 Hz; undefined = not voiced. */
  readonly pitch: number | undefined;
}

/** @param pcm 16 kHz, from the start of the stretch (the last 4 s suffice) to where speech ends */
export function prosodyOf(pcm: Int16Array): Prosody {
  const frames = framesOf(pcm);
  const levels = frames.map(({ level }) => level);
  const floor = Math.max(...levels, -100) - speechBelowLoudestDb;
  const lastSpeech = levels.findLastIndex((level) => level >= floor);
  const speech = frames.slice(0, lastSpeech + 1);
  const loud = speech.filter(({ level }) => level >= floor);
  const parts = voicedParts(speech);
  const last = parts.at(-1) ?? [];
  const tail = last.slice(-finalFrames);
  const voicedTail = tail.flatMap(({ frame, at }) =>
    frame.pitch === undefined ? [] : [[at, frame.pitch] as const],
  );
  const end = median(voicedTail.slice(-lastFrames).map(([, pitch]) => pitch));
  const all = median(speech.flatMap(({ pitch }) => pitch ?? []));
  return {
    pitchSlope: voicedTail.length < leastVoicedFrames ? 0 : clamp(100 * slope(voicedTail), 60),
    finalPitch: end === undefined || all === undefined ? 0 : clamp(end - all, 12),
    finalLevel: clamp(
      (median(tail.slice(-lastFrames).map(({ frame }) => frame.level)) ?? floor) -
        (median(loud.map(({ level }) => level)) ?? floor),
      30,
    ),
    levelSlope:
      tail.length < leastVoicedFrames
        ? 0
        : clamp(100 * slope(tail.map(({ frame, at }) => [at, frame.level] as const)), 200),
    lengthening: clamp(Math.log((last.length || 1) / (median(parts.map((part) => part.length)) ?? 1)), 2),
    voicing: speech.slice(-finalFrames).filter(({ pitch }) => pitch !== undefined).length / finalFrames,
    seconds: (loud.length * hop) / 16_000,
  };
}

function framesOf(pcm: Int16Array): Frame[] {
  const half = new Float32Array(window / 2);
  const frames: Frame[] = [];
  for (let from = 0; from + window <= pcm.length; from += hop) {
    const level = levelDbfs(pcm.subarray(from + (window - hop) / 2, from + (window + hop) / 2));
    decimate(pcm, from, half);
    const { hz, clarity } = pitchOf(half);
    const voiced = clarity >= voicedClarity && hz >= MIN_PITCH_HZ && hz <= MAX_PITCH_HZ && level > -60;
    frames.push({ level, pitch: voiced ? 12 * Math.log2(hz / 55) : undefined });
  }
  return frames;
}

interface Placed {
  readonly frame: Frame;
  readonly at: number;
}

/** Runs of voiced frames, about a syllable each; short gaps are bridged. */
function voicedParts(frames: readonly Frame[]): Placed[][] {
  const parts: Placed[][] = [];
  let gap = bridgedFrames + 1;
  for (const [at, frame] of frames.entries()) {
    if (frame.pitch === undefined) {
      gap++;
      continue;
    }
    if (gap > bridgedFrames) parts.push([]);
    parts.at(-1)!.push({ frame, at });
    gap = 0;
  }
  return parts;
}

/** Half the rate with the binomial low-pass 1 3 3 1, mean taken out. */
function decimate(pcm: Int16Array, from: number, out: Float32Array): void {
  let mean = 0;
  for (let i = 0; i < out.length; i++) {
    const at = from + 2 * i;
    const value = ((pcm[at - 1] ?? 0) + 3 * pcm[at]! + 3 * pcm[at + 1]! + (pcm[at + 2] ?? 0)) / (8 * 32768);
    out[i] = value;
    mean += value / out.length;
  }
  for (let i = 0; i < out.length; i++) out[i]! -= mean;
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Of the line through the points, by the median of all slopes between two (Theil–Sen): an octave slip does not tilt it. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const slopes: number[] = [];
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 1; j < points.length; j++) {
      slopes.push((points[j]![1] - points[i]![1]) / (points[j]![0] - points[i]![0]));
    }
  }
  return median(slopes) ?? 0;
}

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
