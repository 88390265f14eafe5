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

/** A windowed-sinc low-pass, split into one row per phase. `bandwidth`: 1 = up to the Nyquist frequency of the input. */
export function designPolyphase(phases: number, bandwidth: number): PolyphaseTable {
  const half = 2 * Math.ceil(TAPS / 4 / bandwidth);
  const normaliser = besselI0(BETA);
  const rows = Array.from({ length: phases + 1 }, (_, phase) => {
    const taps = Float64Array.from({ length: 2 * half }, (_unused, tap) => {
      const t = phase / phases + half - 1 - tap;
      const edge = t / half;
      const window = Math.abs(edge) >= 1 ? 0 : besselI0(BETA * Math.sqrt(1 - edge * edge)) / normaliser;
      return sinc(t * bandwidth * CUTOFF) * window;
    });
    const gain = taps.reduce((sum, tap) => sum + tap, 0);
    return Float32Array.from(taps, (tap) => tap / gain);
  });
  return { half, rows };
}
