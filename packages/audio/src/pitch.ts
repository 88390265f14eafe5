/**
 * Pitch of one frame by the normalised square difference function (McLeod & Wyvill, "A smarter way to find
 * pitch", 2005). Frames are 8 kHz: 133 lags of 320 samples cost about 40 µs, and parabolic interpolation
 * between lags keeps the error far below a semitone.
 */
export const PITCH_RATE_HZ = 8000;
export const MIN_PITCH_HZ = 60;
export const MAX_PITCH_HZ = 500;

const MIN_LAG = Math.floor(PITCH_RATE_HZ / MAX_PITCH_HZ);
const MAX_LAG = Math.ceil(PITCH_RATE_HZ / MIN_PITCH_HZ);
/** Of the key maxima the first one this close to the highest is the period: higher ones are its multiples. */
const KEY_MAXIMUM_SHARE = 0.9;

export interface FramePitch {
  /** 0 when no period was found. */
  readonly hz: number;
  /** Height of the chosen maximum, 0–1: 1 = perfectly periodic. */
  readonly clarity: number;
}

const UNPITCHED: FramePitch = { hz: 0, clarity: 0 };

/** nsdf(lag) for lag 0 … MAX_LAG + 1, each in −1 … 1. */
export function nsdf(frame: Float32Array): Float32Array {
  const length = frame.length;
  const lags = Math.min(MAX_LAG + 2, length);
  const out = new Float32Array(lags);
  let energy = 0;
  for (let i = 0; i < length; i++) energy += 2 * frame[i]! * frame[i]!;
  for (let lag = 0; lag < lags; lag++) {
    if (lag > 0) energy -= frame[lag - 1]! ** 2 + frame[length - lag]! ** 2;
    let product = 0;
    for (let i = 0, last = length - lag; i < last; i++) product += frame[i]! * frame[i + lag]!;
    out[lag] = energy > 1e-9 ? (2 * product) / energy : 0;
  }
  return out;
}

/** The highest point of each positive lobe after the one around lag 0. */
function keyMaxima(curve: Float32Array): number[] {
  const maxima: number[] = [];
  let lag = 1;
  while (lag < curve.length && curve[lag]! > 0) lag++;
  let best = 0;
  for (; lag < curve.length - 1; lag++) {
    const value = curve[lag]!;
    if (value <= 0) {
      if (best > 0) maxima.push(best);
      best = 0;
      continue;
    }
    const peak = value >= curve[lag - 1]! && value > curve[lag + 1]!;
    if (peak && lag >= MIN_LAG && (best === 0 || value > curve[best]!)) best = lag;
  }
  if (best > 0) maxima.push(best);
  return maxima;
}

/** @param frame mean-free samples at PITCH_RATE_HZ, at least two periods of the lowest pitch long */
export function pitchOf(frame: Float32Array): FramePitch {
  const curve = nsdf(frame);
  const maxima = keyMaxima(curve);
  if (maxima.length === 0) return UNPITCHED;
  const highest = Math.max(...maxima.map((lag) => curve[lag]!));
  const lag = maxima.find((candidate) => curve[candidate]! >= KEY_MAXIMUM_SHARE * highest);
  if (lag === undefined) return UNPITCHED;
  const left = curve[lag - 1]!;
  const middle = curve[lag]!;
  const right = curve[lag + 1]!;
  const bend = left - 2 * middle + right;
  const shift = bend === 0 ? 0 : (0.5 * (left - right)) / bend;
  const clarity = Math.min(1, middle - 0.25 * (left - right) * shift);
  return { hz: PITCH_RATE_HZ / (lag + shift), clarity: Math.max(0, clarity) };
}
