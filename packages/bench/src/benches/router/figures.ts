import { percentile } from '../../report/statistics';

/** What was measured of one target: all rounds, ms. */
export interface Samples {
  readonly json: number[][];
  readonly firstToken: number[][];
  readonly streamsPerSecond: number[];
  readonly cpuUsPerStream: number[];
  residentMiB: number;
}

export interface Figures {
  readonly name: string;
  readonly jsonP50Ms: number;
  readonly firstTokenP50Ms: number;
  /** The least disturbed: what is left of it is the work itself. */
  readonly addedJsonP5Ms: number;
  readonly addedFirstTokenP5Ms: number;
  readonly addedJsonP50Ms: number;
  readonly addedJsonP99Ms: number;
  readonly addedFirstTokenP50Ms: number;
  readonly addedFirstTokenP99Ms: number;
  readonly cpuUsPerStream: number;
  readonly streamsPerSecond: number;
  /** Were the client and upstream no limit: a core's time over what a stream costs of it. */
  readonly streamsPerSecondAndCore: number;
  readonly residentMiB: number;
}

const median = (values: readonly number[]): number => percentile(values, 50);

/** Median of the rounds' percentiles: one disturbed round does not count. */
const ofRounds = (rounds: readonly number[][], p: number): number =>
  median(rounds.map((round) => percentile(round, p)));

/** @param base of the upstream itself, asked directly */
export function figures(name: string, samples: Samples, base: Samples): Figures {
  const added = (pick: (of: Samples) => number[][], p: number) =>
    ofRounds(pick(samples), p) - ofRounds(pick(base), p);
  return {
    name,
    jsonP50Ms: ofRounds(samples.json, 50),
    firstTokenP50Ms: ofRounds(samples.firstToken, 50),
    addedJsonP5Ms: added((of) => of.json, 5),
    addedFirstTokenP5Ms: added((of) => of.firstToken, 5),
    addedJsonP50Ms: added((of) => of.json, 50),
    addedJsonP99Ms: added((of) => of.json, 99),
    addedFirstTokenP50Ms: added((of) => of.firstToken, 50),
    addedFirstTokenP99Ms: added((of) => of.firstToken, 99),
    cpuUsPerStream: median(samples.cpuUsPerStream),
    streamsPerSecond: median(samples.streamsPerSecond),
    streamsPerSecondAndCore: 1e6 / median(samples.cpuUsPerStream),
    residentMiB: samples.residentMiB,
  };
}
