import type { Cell } from '../../report/table';
import type { Figures } from './figures';

type Measured = Exclude<keyof Figures, 'name'>;

interface Goal {
  readonly what: string;
  readonly figure: Measured;
  readonly most?: number;
  readonly least?: number;
}

/** Set on a machine on which a pipe adds 0.21 ms. */
const goals: readonly Goal[] = [
  { what: 'JSON p50, ms', figure: 'addedJsonP50Ms', most: 0.3 },
  { what: 'p99', figure: 'addedJsonP99Ms', most: 1 },
  { what: 'first token p50, ms', figure: 'addedFirstTokenP50Ms', most: 0.3 },
  { what: 'p99', figure: 'addedFirstTokenP99Ms', most: 1 },
  { what: 'CPU µs a stream', figure: 'cpuUsPerStream', most: 180 },
  { what: 'streams/s a core', figure: 'streamsPerSecondAndCore', least: 4_000 },
];

interface Table {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const isMet = ({ figure, most = Infinity, least = -Infinity }: Goal, row: Figures): boolean =>
  row[figure] <= most && row[figure] >= least;

/** Which goals each met, and each in ratio to what else was measured in the run: the floors in Node, and Portkey. */
export function besideGoals(all: readonly Figures[]): Table[] {
  const goalRow = goals.map(({ most, least }) => `${most === undefined ? '≥' : '≤'} ${most ?? least}`);
  const met: Table = {
    title: 'goals',
    header: ['through', ...goals.map(({ what }) => what)],
    rows: [
      ['goal', ...goalRow],
      ...all.map((row) => [row.name, ...goals.map((goal) => (isMet(goal, row) ? 'met' : 'missed'))]),
    ],
  };
  const isParley = ({ name }: Figures): boolean => name.startsWith('Parley');
  const others = all.filter((row) => !isParley(row));
  const ratios: Table = {
    title: 'in ratio to the others of the run',
    header: met.header,
    rows: all
      .filter(isParley)
      .flatMap((row) =>
        others.map((other): Cell[] => [
          `${row.name} : ${other.name}`,
          ...goals.map(({ figure }) => row[figure] / other[figure]),
        ]),
      ),
  };
  return ratios.rows.length === 0 ? [met] : [met, ratios];
}
