/** Spectrum bins of Whisper's 400-point transform at 16 kHz. */
export const MEL_BINS = 201;

const SAMPLE_RATE = 16000;
/** Slaney's Auditory Toolbox scale: linear below 1 kHz, then 27 steps per factor 6.4. */
const HZ_PER_MEL = 200 / 3;
const BREAK_HZ = 1000;
const BREAK_MEL = BREAK_HZ / HZ_PER_MEL;
const LOG_STEP = Math.log(6.4) / 27;

function hzToMel(hz: number): number {
  return hz < BREAK_HZ ? hz / HZ_PER_MEL : BREAK_MEL + Math.log(hz / BREAK_HZ) / LOG_STEP;
}

function melToHz(mel: number): number {
  return mel < BREAK_MEL ? mel * HZ_PER_MEL : BREAK_HZ * Math.exp(LOG_STEP * (mel - BREAK_MEL));
}

/** Triangular filters of equal area, `bands` rows of {@link MEL_BINS}, up to 8 kHz. */
export function melFilters(bands: number): Float32Array {
  const top = hzToMel(SAMPLE_RATE / 2);
  const edges = Array.from({ length: bands + 2 }, (_, i) => melToHz((top * i) / (bands + 1)));
  const filters = new Float32Array(bands * MEL_BINS);
  for (let band = 0; band < bands; band++) {
    const [low, centre, high] = [edges[band]!, edges[band + 1]!, edges[band + 2]!];
    for (let bin = 0; bin < MEL_BINS; bin++) {
      const hz = (bin * SAMPLE_RATE) / 2 / (MEL_BINS - 1);
      const height = Math.min((hz - low) / (centre - low), (high - hz) / (high - centre));
      filters[band * MEL_BINS + bin] = (Math.max(0, height) * 2) / (high - low);
    }
  }
  return filters;
}
