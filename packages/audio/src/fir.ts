import { firKernel } from './fir-kernel';
import { designPolyphase } from './kaiser';

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
  widen(input: number, output: number, count: number): void;
  narrow(input: number, output: number, count: number): void;
}

export interface LoadedFilter {
  readonly up: number;
  readonly down: number;
  /** Input samples looked at before (and at) a position, and the same number after it. */
  readonly half: number;
  /** Address of its rows. */
  readonly rows: number;
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

const filters = new Map<string, LoadedFilter>();
let endOfFilters = filtersAt;
let views = viewsOf(kernel.memory);

function viewsOf({ buffer }: WebAssembly.Memory) {
  return {
    input: new Float32Array(buffer, inputAt, inputSamples),
    output: new Float32Array(buffer, outputAt, outputSamples),
    pcm: new Int16Array(buffer, pcmAt, outputSamples),
  };
}

/** The filter from one rate to another, designed once and kept where the kernel reads it. */
export function loadFilter(inputRate: number, outputRate: number): LoadedFilter {
  const key = `${inputRate}/${outputRate}`;
  const known = filters.get(key);
  if (known !== undefined) return known;
  const { up, down, half, rows } = designPolyphase(inputRate, outputRate);
  const bytes = up * 2 * half * 4;
  const missing = endOfFilters + bytes - kernel.memory.buffer.byteLength;
  if (missing > 0) {
    kernel.memory.grow(Math.ceil(missing / pageBytes));
    views = viewsOf(kernel.memory);
  }
  const taps = new Float32Array(kernel.memory.buffer, endOfFilters, up * 2 * half);
  rows.forEach((row, phase) => taps.set(row, phase * 2 * half));
  const loaded = { up, down, half, rows: endOfFilters };
  endOfFilters += bytes;
  filters.set(key, loaded);
  return loaded;
}

/** Puts samples behind one another where the kernel reads its input; `at` counts them. */
export function putFloat32(samples: Float32Array, at: number): void {
  views.input.set(samples, at);
}

export function putInt16(samples: Int16Array, at: number): void {
  views.pcm.set(samples);
  kernel.widen(pcmAt, inputAt + 4 * at, samples.length);
}

/** A copy of input samples that were put. */
export function takeInput(from: number, to: number): Float32Array {
  const taken = new Float32Array(to - from);
  taken.set(views.input.subarray(from, to));
  return taken;
}

/** Makes `count` outputs, the first from the input samples that begin at `from`, in `phase`. */
export function run(filter: LoadedFilter, from: number, phase: number, count: number): void {
  const { rows, half, up, down } = filter;
  kernel.fir(inputAt + 4 * from, rows, 2 * half, up, down, phase, outputAt, count);
}

/** Copies of what `run` has made. */
export function takeFloat32(count: number): Float32Array {
  const taken = new Float32Array(count);
  taken.set(views.output.subarray(0, count));
  return taken;
}

export function takeInt16(count: number): Int16Array {
  kernel.narrow(outputAt, pcmAt, count);
  const taken = new Int16Array(count);
  taken.set(views.pcm.subarray(0, count));
  return taken;
}
