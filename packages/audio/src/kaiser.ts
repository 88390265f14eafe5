/** Zeroth-order modified Bessel function of the first kind, by its power series. */
function besselI0(x: number): number {
  const quarter = (x * x) / 4;
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= quarter / (k * k);
    sum += term;
  }
  return sum;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

export interface PolyphaseTable {
  /** Input samples looked at before (and at) a position, and the same number after it; even. */
  readonly half: number;
  /** Rows of `2·half` coefficients, one for each phase and one for the next input sample; each of unit gain at DC. */
  readonly rows: readonly Float32Array[];
}

/** Taps per output sample at the lower of the two rates. */
const TAPS = 32;
/** Kaiser's β for ≈ 75 dB of stop band: 0.1102 · (75 − 8.7). */
const BETA = 7.31;
/** −6 dB point as a fraction of the lower Nyquist frequency; flat to about 0.78, stopped from about 1.07. */
const CUTOFF = 0.92;

/** Of the window, by the square of the distance from its middle: between two the error is below −115 dB. */
const windowSteps = 1_024;
const windowTable = Float64Array.from(
  { length: windowSteps + 2 },
  (_, step) => besselI0(BETA * Math.sqrt(Math.max(0, 1 - step / windowSteps))) / besselI0(BETA),
);

/** Kaiser's window; `edge`: −1 … 1, 0 in the middle. A filter has 25,000 places, and the series takes 0.4 µs for each. */
function kaiserWindow(edge: number): number {
  const at = edge * edge * windowSteps;
  if (at >= windowSteps) return 0;
  const step = Math.trunc(at);
  const from = windowTable[step]!;
  return from + (windowTable[step + 1]! - from) * (at - step);
}

/** A windowed-sinc low-pass, split into one row per phase. `bandwidth`: 1 = up to the Nyquist frequency of the input. */
export function designPolyphase(phases: number, bandwidth: number): PolyphaseTable {
  const half = 2 * Math.ceil(TAPS / 4 / bandwidth);
  const rows: Float32Array[] = [];
  for (let phase = 0; phase <= phases; phase++) {
    // The filter is its own mirror image, and so are its rows.
    const mirrored = rows[phases - phase];
    rows.push(mirrored ? mirrored.toReversed() : designRow(phase / phases, half, bandwidth));
  }
  return { half, rows };
}

function designRow(phase: number, half: number, bandwidth: number): Float32Array {
  const taps = new Float64Array(2 * half);
  let sum = 0;
  for (let tap = 0; tap < taps.length; tap++) {
    const t = phase + half - 1 - tap;
    const value = sinc(t * bandwidth * CUTOFF) * kaiserWindow(t / half);
    taps[tap] = value;
    sum += value;
  }
  return Float32Array.from(taps, (tap) => tap / sum);
}
