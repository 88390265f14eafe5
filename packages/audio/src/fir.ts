import { firKernel } from './fir-kernel';
import { designPolyphase } from './kaiser';
import { USUAL_RATES } from './rates';

interface Kernel {
  readonly memory: WebAssembly.Memory;
  fir(
    input: number,
    rows: number,
    taps: number,
    up: number,
    down: number,
    phase: number,
    output: number,
    count: number,
  ): void;
  firBetween(
    input: number,
    rows: number,
    taps: number,
    up: number,
    down: number,
    phase: number,
    output: number,
    count: number,
    table: number,
  ): void;
  widen(input: number, output: number, count: number): void;
  narrow(input: number, output: number, count: number): void;
}

/** A table of rows where the kernel reads it. */
interface LoadedTable {
  readonly phases: number;
  /** Input samples looked at before (and at) a position, and the same number after it. */
  readonly half: number;
  /** Address of its rows. */
  readonly rows: number;
}

export interface LoadedFilter extends LoadedTable {
  /** Interpolation and decimation factors: output rate / input rate = up / down in lowest terms. */
  readonly up: number;
  readonly down: number;
}

/** Input samples taken at a time, beside the history: what the scratch memory has room for. */
export const sliceSamples = 4_096;

const pageBytes = 65_536;
/** History and look-ahead of the longest filter (48 → 8 kHz) are far below. */
const inputSamples = sliceSamples + 2_048;
/** 8 → 48 kHz. */
const outputSamples = 6 * inputSamples;
const padding = 32;
const pcmAt = 0;
const inputAt = pcmAt + 2 * outputSamples + padding;
const outputAt = inputAt + 4 * inputSamples + padding;
const filtersAt = Math.ceil((outputAt + 4 * outputSamples + padding) / pageBytes) * pageBytes;

const kernel = new WebAssembly.Instance<Kernel>(new WebAssembly.Module(Buffer.from(firKernel, 'base64')), {})
  .exports;
kernel.memory.grow(filtersAt / pageBytes - 1);

const tables = new Map<string, LoadedTable>();
let endOfFilters = filtersAt;
let views = viewsOf(kernel.memory);

function viewsOf({ buffer }: WebAssembly.Memory) {
  return {
    input: new Float32Array(buffer, inputAt, inputSamples),
    output: new Float32Array(buffer, outputAt, outputSamples),
    pcm: new Int16Array(buffer, pcmAt, outputSamples),
  };
}

/** Rows of a table between which outputs may lie: what lies between two is right to some −95 dB. */
const phasesBetween = 256;
/** Its bandwidths are an octave's 32nd part apart, so that all rates together have 83 tables, of 8 MB. */
const bandwidthSteps = 32;

/**
 * The filter from one rate to another. Usual rates have a table of their own with a row for each phase; others share
 * tables, as there are 40,000 of them, and are a little narrower.
 */
export function loadFilter(inputRate: number, outputRate: number): LoadedFilter {
  const divisor = gcd(inputRate, outputRate);
  const up = outputRate / divisor;
  const down = inputRate / divisor;
  const bandwidth = Math.min(1, up / down);
  if (USUAL_RATES.includes(inputRate) && USUAL_RATES.includes(outputRate)) {
    return { up, down, ...loadTable(up, bandwidth) };
  }
  const steps = Math.ceil(-Math.log2(bandwidth) * bandwidthSteps);
  return { up, down, ...loadTable(phasesBetween, 2 ** (-steps / bandwidthSteps)) };
}

/** What all tables together take. */
export const filterBytes = (): number => endOfFilters - filtersAt;

/** Designed once and kept where the kernel reads it. */
function loadTable(phases: number, bandwidth: number): LoadedTable {
  const key = `${phases}/${bandwidth}`;
  const known = tables.get(key);
  if (known !== undefined) return known;
  const { half, rows } = designPolyphase(phases, bandwidth);
  const bytes = rows.length * 2 * half * 4;
  const missing = endOfFilters + bytes - kernel.memory.buffer.byteLength;
  if (missing > 0) {
    kernel.memory.grow(Math.ceil(missing / pageBytes));
    views = viewsOf(kernel.memory);
  }
  const taps = new Float32Array(kernel.memory.buffer, endOfFilters, bytes / 4);
  rows.forEach((row, phase) => taps.set(row, phase * 2 * half));
  const loaded = { phases, half, rows: endOfFilters };
  endOfFilters += bytes;
  tables.set(key, loaded);
  return loaded;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** Puts samples behind one another where the kernel reads its input; `at` counts them. */
export function putFloat32(samples: Float32Array, at: number): void {
  views.input.set(samples, at);
}

export function putInt16(samples: Int16Array, at: number): void {
  views.pcm.set(samples);
  kernel.widen(pcmAt, inputAt + 4 * at, samples.length);
}

/** Copies input samples that were put to the front of `into`. */
export function takeInput(from: number, to: number, into: Float32Array): void {
  into.set(views.input.subarray(from, to));
}

/** Makes `count` outputs, the first from the input samples that begin at `from`, in `phase`. */
export function run(filter: LoadedFilter, from: number, phase: number, count: number): void {
  const { rows, half, phases, up, down } = filter;
  const input = inputAt + 4 * from;
  if (phases === up) kernel.fir(input, rows, 2 * half, up, down, phase, outputAt, count);
  else kernel.firBetween(input, rows, 2 * half, up, down, phase, outputAt, count, phases);
}

/** Copies of what `run` has made. */
export function takeFloat32(count: number): Float32Array {
  const taken = new Float32Array(count);
  taken.set(views.output.subarray(0, count));
  return taken;
}

export function takeInt16(count: number): Int16Array {
  const taken = new Int16Array(count);
  taken.set(viewInt16(count));
  return taken;
}

/** What `run` has made, until something else is put or run. */
export function viewInt16(count: number): Int16Array {
  kernel.narrow(outputAt, pcmAt, count);
  return views.pcm.subarray(0, count);
}
