import { waitMs, type EagernessRow } from '../endpointing/policy/eagerness';

/** A pause judged by weights that never heard its speaker. */
export interface JudgedPause {
  readonly probability: number;
  /** The turn was over. */
  readonly whole: boolean;
}

export interface TradeOff {
  /** Pauses within a turn taken for its end, over lengths of 200–1,500 ms, %. */
  readonly cutPercent: number;
  readonly p50Ms: number;
  readonly p90Ms: number;
}

const pausesMs = [200, 350, 500, 650, 800, 950, 1_100, 1_250, 1_400, 1_500];
/** Words and the ear are there by then. */
const judgedMs = 380;

/** What a row of the eagerness table would make of these pauses, for a speaker of usual habits. */
export function tradeOff(pauses: readonly JudgedPause[], row: EagernessRow): TradeOff {
  const endMs = ({ probability }: JudgedPause): number => Math.max(judgedMs, waitMs(row, probability));
  const inner = pauses.filter(({ whole }) => !whole).map(endMs);
  const delays = pauses
    .filter(({ whole }) => whole)
    .map(endMs)
    .sort((a, b) => a - b);
  const cut = inner.reduce((sum, ms) => sum + pausesMs.filter((pauseMs) => ms < pauseMs).length, 0);
  const at = (share: number): number => delays[Math.floor(share * (delays.length - 1))] ?? Number.NaN;
  return {
    cutPercent: (100 * cut) / Math.max(1, inner.length * pausesMs.length),
    p50Ms: at(0.5),
    p90Ms: at(0.9),
  };
}

/** The lowest threshold that cuts no more than so much; of hundredths. */
export function lowestThreshold(
  pauses: readonly JudgedPause[],
  row: Omit<EagernessRow, 'threshold'>,
  mostCutPercent: number,
): number | undefined {
  const thresholds = Array.from({ length: 60 }, (_, i) => (40 + i) / 100);
  return thresholds.find((threshold) => tradeOff(pauses, { ...row, threshold }).cutPercent <= mostCutPercent);
}
