import { figures, type Samples } from './figures';
import { besideGoals } from './goals';

const samples = (ms: number, cpuUs: number): Samples => ({
  json: [[ms, ms, ms]],
  firstToken: [[ms, ms, ms]],
  streamsPerSecond: [1_000],
  cpuUsPerStream: [cpuUs],
  residentMiB: 60,
});

const base = samples(0.1, 0);

describe('the goals of the router', () => {
  it('are met or missed by what is added, and stand in ratio to what is not Parley', () => {
    const rows = [
      figures('a Node pipe', samples(0.3, 150), base),
      figures('Parley', samples(0.5, 300), base),
    ];
    const [met, ratios] = besideGoals(rows);
    expect(met?.rows.slice(1)).toEqual([
      ['a Node pipe', ...Array.from({ length: 6 }, () => 'met')],
      ['Parley', 'missed', 'met', 'missed', 'met', 'missed', 'missed'],
    ]);
    expect(ratios?.rows).toHaveLength(1);
    const [name, json, , , , cpu, streams] = ratios?.rows[0] ?? [];
    expect([name, cpu, streams]).toEqual(['Parley : a Node pipe', 2, 0.5]);
    expect(json).toBeCloseTo(2);
  });

  it('have no ratios where nothing stands beside Parley', () => {
    expect(besideGoals([figures('Parley', samples(0.2, 100), base)])).toHaveLength(1);
  });
});
