import { inputAt, kernel, keepTable, outputAt, pcmInputAt, pcmOutputAt } from './fir-memory';
import { designPolyphase } from './kaiser';
import { innerTaps, pcmRows } from './pcm-rows';
import { USUAL_RATES } from './rates';

/** A table of rows where the kernel reads it. */
interface LoadedTable {
  readonly phases: number;
  /** Input samples looked at before (and at) a position, and the same number after it. */
  readonly half: number;
  /** Address of its rows. */
  readonly rows: number;
  /** Address of its rows in 16 bits, where PCM16 is made with those. */
  readonly pcmRows: number | undefined;
}

export interface LoadedFilter extends LoadedTable {
  /** Interpolation and decimation factors: output rate / input rate = up / down in lowest terms. */
  readonly up: number;
  readonly down: number;
}

const tables = new Map<string, LoadedTable>();

/** Rows of a table between which outputs may lie: what lies between two is right to some −95 dB. */
const phasesBetween = 256;
/** Its bandwidths are an octave's 32nd part apart, so that all rates together have 83 tables, of 8 MB. */
const bandwidthSteps = 32;
/** `firPcm` makes four outputs of a phase at a time, which are only there where phases are few. */
const mostPcmPhases = 8;

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

/** Designed once and kept where the kernel reads it. */
function loadTable(phases: number, bandwidth: number): LoadedTable {
  const key = `${phases}/${bandwidth}`;
  const known = tables.get(key);
  if (known !== undefined) return known;
  const table = designPolyphase(phases, bandwidth);
  const { half, rows } = table;
  const taps = new Float32Array(rows.length * 2 * half);
  rows.forEach((row, phase) => taps.set(row, phase * 2 * half));
  const inPcm = phases <= mostPcmPhases && half % innerTaps === 0;
  const loaded = {
    phases,
    half,
    rows: keepTable(taps),
    pcmRows: inPcm ? keepTable(pcmRows(table)) : undefined,
  };
  tables.set(key, loaded);
  return loaded;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** Makes `count` outputs, the first from the input samples that begin at `from`, in `phase`. */
export function runFloat32(filter: LoadedFilter, from: number, phase: number, count: number): void {
  const { rows, half, phases, up, down } = filter;
  const input = inputAt + 4 * from;
  if (phases === up) kernel.fir(input, rows, 2 * half, up, down, phase, outputAt, count);
  else kernel.firBetween(input, rows, 2 * half, up, down, phase, outputAt, count, phases);
}

/** The same with PCM16, of which there are `available` samples. */
export function runPcm(
  filter: LoadedFilter,
  from: number,
  phase: number,
  count: number,
  available: number,
): void {
  const { up, down, half } = filter;
  if (filter.pcmRows !== undefined) {
    const outerBytes = 2 * (half - innerTaps);
    kernel.firPcm(pcmInputAt + 2 * from, filter.pcmRows, outerBytes, up, down, phase, pcmOutputAt, count);
    return;
  }
  kernel.widen(pcmInputAt, inputAt, available);
  runFloat32(filter, from, phase, count);
  kernel.narrow(outputAt, pcmOutputAt, count);
}
