import { firKernel } from './fir-kernel';

/** Addresses of samples and filter rows, and how many of them; `taps`: of a row, of `firPcm` the bytes of its outer ones. */
type Fir = (
  input: number,
  rows: number,
  taps: number,
  up: number,
  down: number,
  phase: number,
  output: number,
  count: number,
) => void;

interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly fir: Fir;
  readonly firBetween: (...args: [...Parameters<Fir>, table: number]) => void;
  readonly firPcm: Fir;
  widen(input: number, output: number, count: number): void;
  narrow(input: number, output: number, count: number): void;
}

/** Input samples taken at a time, beside the history: what the scratch memory has room for. */
export const sliceSamples = 4_096;

const pageBytes = 65_536;
/** History and look-ahead of the longest filter (48 → 8 kHz) are far below. */
const inputSamples = sliceSamples + 2_048;
/** 8 → 48 kHz. */
const outputSamples = 6 * inputSamples;
/** The kernels write some samples more than they are asked for. */
const padding = 64;

/** Where each kind of samples lies. */
export const pcmInputAt = 0;
export const pcmOutputAt = pcmInputAt + 2 * inputSamples + padding;
export const inputAt = pcmOutputAt + 2 * outputSamples + padding;
export const outputAt = inputAt + 4 * inputSamples + padding;
const tablesAt = Math.ceil((outputAt + 4 * outputSamples + padding) / pageBytes) * pageBytes;

export const kernel = new WebAssembly.Instance<Kernel>(
  new WebAssembly.Module(Buffer.from(firKernel, 'base64')),
  {},
).exports;
kernel.memory.grow(tablesAt / pageBytes - 1);

let endOfTables = tablesAt;
let current = viewsOf(kernel.memory);

function viewsOf({ buffer }: WebAssembly.Memory) {
  return {
    input: new Float32Array(buffer, inputAt, inputSamples),
    output: new Float32Array(buffer, outputAt, outputSamples),
    pcmInput: new Uint8Array(buffer, pcmInputAt, 2 * inputSamples),
    pcmOutput: new Uint8Array(buffer, pcmOutputAt, 2 * outputSamples),
  };
}

/** The samples, until another table is kept. PCM16 is little endian, as WebAssembly is. */
export const views = (): ReturnType<typeof viewsOf> => current;

/** Keeps a table where the kernels read it, for good; returns its address. */
export function keepTable(table: Float32Array | Int16Array): number {
  const at = endOfTables;
  endOfTables += Math.ceil(table.byteLength / 16) * 16;
  const missing = endOfTables - kernel.memory.buffer.byteLength;
  if (missing > 0) {
    kernel.memory.grow(Math.ceil(missing / pageBytes));
    current = viewsOf(kernel.memory);
  }
  const bytes = new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
  new Uint8Array(kernel.memory.buffer, at, table.byteLength).set(bytes);
  return at;
}

/** What all tables together take. */
export const tableBytes = (): number => endOfTables - tablesAt;
