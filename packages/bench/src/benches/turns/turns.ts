import fs from 'node:fs';
import path from 'node:path';
import { repositoryRoot, sharedSpeech } from '@parley/testing';
import { lineChart } from '../../report/chart';
import type { Report } from '../../report/report';
import { percentile } from '../../report/statistics';
import { formatTable } from '../../report/table';
import { clientKinds, OverlapProgram, overlapScore, type Overlap } from './overlap-score';
import { Replayer, type Heard } from './replayer';
import type { Scenario } from './scenario';
import { buildScenarios } from './scenarios';
import { outcome, score, type Outcome } from './score';
import { allVariants, baselines, curves, eagernesses } from './variants';

export interface TurnsOptions {
  readonly only?: string;
  readonly curve: boolean;
  readonly svg: string;
  readonly details: boolean;
  /** Engines answer after the time of the cores they took, as on an idle machine. */
  readonly cpuTime: boolean;
  /** A file: what engines did in earlier runs is there, and not done again. */
  readonly kept?: string;
}

/**
 * Endpointing on recorded speech: the worker's own hearing with its default engines, faster than real time. Audio
 * is the clock; each engine works for real and answers after the time that took, one thing at a time.
 */
export async function turnsBench(options: TurnsOptions, report: Report): Promise<void> {
  const directory = sharedSpeech();
  if (directory === undefined) {
    report.line('skipped: no recorded speech beside this checkout (../shared/speech)');
    return;
  }
  const scenarios = buildScenarios(directory).filter(({ id }) => id.includes(options.only ?? ''));
  const variants = allVariants(options.curve);
  const outcomes = new Map(variants.map(({ name }) => [name, [] as Outcome[]]));
  const decodesMs: number[] = [];
  const listensMs: number[] = [];
  const overlaps = new Map(variants.map(({ name }) => [name, [] as Overlap[]]));
  const replayer = new Replayer(options.cpuTime, options.kept);
  const gateway = new OverlapProgram();
  try {
    for (const scenario of scenarios) {
      const asked = scenario.over === true ? [...eagernesses, ...baselines] : variants;
      const answer = await replayer.hear(scenario, asked);
      for (const heard of answer.results) {
        if (scenario.over === true) {
          const those = await gateway.hear(scenario, heard);
          overlaps.get(heard.variant)!.push(...those);
          if (options.details && heard.variant === detailed) printOverlapDetails(those, report);
        } else outcomes.get(heard.variant)!.push(outcome(scenario, heard));
      }
      decodesMs.push(...answer.decodesMs);
      listensMs.push(...answer.listensMs);
      if (options.details && scenario.over !== true) printDetails(scenario, answer.results, report);
    }
  } finally {
    replayer.stop();
    gateway.stop();
  }
  if (options.cpuTime) report.line('engines answer after the CPU time of their work, as on an idle machine');
  if (options.kept !== undefined)
    report.line(`what engines did in earlier runs is taken from ${options.kept}`);
  report.line(
    `${scenarios.length} scenarios; ${decodesMs.length} decodes, p50 ${percentile(decodesMs, 50).toFixed(0)} / p99 ` +
      `${percentile(decodesMs, 99).toFixed(0)} ms; ${listensMs.length} pauses listened to, p50 ` +
      `${percentile(listensMs, 50).toFixed(0)} / p99 ${percentile(listensMs, 99).toFixed(0)} ms`,
  );
  printTable('default estimator', eagernesses, outcomes, report);
  printTable('baselines, same run', baselines, outcomes, report);
  printOverlaps([...eagernesses, ...baselines], overlaps, report);
  if (options.curve) draw(options.svg, outcomes, report);
  report.finish({
    scenarios: scenarios.length,
    decodesMs: { p50: percentile(decodesMs, 50), p99: percentile(decodesMs, 99) },
    variants: Object.fromEntries([...outcomes].map(([name, those]) => [name, figures(those)])),
    overlaps: Object.fromEntries([...overlaps].map(([name, those]) => [name, byClient(those)])),
  });
}

const byClient = (overlaps: readonly Overlap[]) =>
  clientKinds.map((client) => ({
    client,
    ...overlapScore(overlaps.filter((overlap) => overlap.client === client)),
  }));

function printOverlaps(
  variants: readonly { readonly name: string }[],
  overlaps: ReadonlyMap<string, readonly Overlap[]>,
  report: Report,
): void {
  const count = (kind: Scenario['kind']): number =>
    new Set(
      [...overlaps.values()].flat().flatMap(({ scenario }) => (scenario.kind === kind ? scenario.id : [])),
    ).size;
  report.line(
    `\nover the assistant: ${count('interruption')} recorded interruptions; what is none: ${count('sound')} recorded ` +
      `noises, ${count('cough')} synthetic coughs, ${count('assent')} recorded short voices with words of assent ` +
      '(the words are the stand-in’s)',
  );
  report.line(
    formatTable(
      [
        ...['', 'client', 'missed %', 'onset → last audio p50, ms', 'p99'],
        ...['noises false %', 'coughs false %', 'assent false %', 'gap p50, ms'],
      ],
      variants.flatMap(({ name }) =>
        byClient(overlaps.get(name) ?? []).map(({ client, falsePercent, missedPercent, p50, p99, gapMs }) => [
          ...[name, client, missedPercent, p50, p99],
          ...[falsePercent.sound, falsePercent.cough, falsePercent.assent, gapMs],
        ]),
      ),
    ),
  );
}

const columns = [
  ['inside clauses', ['clause_inner']],
  ['clause ends', ['clause_end']],
  ['noise 5–20 dB', ['noise', 'noise_inner']],
  ['digits', ['digits']],
] as const;

function figures(outcomes: readonly Outcome[]) {
  return {
    whole: score(outcomes, ['whole']),
    word: score(outcomes, ['word']),
    noise: score(outcomes, ['noise']),
    otherLanguage: score(outcomes, ['other_language']),
    cuts: Object.fromEntries(columns.map(([name, kinds]) => [name, score(outcomes, [...kinds])])),
  };
}

function printTable(
  title: string,
  variants: readonly { readonly name: string }[],
  outcomes: ReadonlyMap<string, readonly Outcome[]>,
  report: Report,
): void {
  report.line(`\n${title}: turns cut, %, and delay from the true end of speech, ms`);
  report.line(
    formatTable(
      [
        ...['', ...columns.map(([name]) => name), 'whole', 'p50', 'p90', 'p99', 'one word p50', 'p90'],
        ...['noise p50', 'p90', 'German cut', 'p50', 'p90', 'mended'],
      ],
      variants.map(({ name }) => {
        const those = outcomes.get(name) ?? [];
        const { whole, word, noise, otherLanguage, cuts } = figures(those);
        return [
          name,
          ...columns.map(([column]) => cuts[column]!.cutPercent),
          ...[whole.cutPercent, whole.p50, whole.p90, whole.p99, word.p50, word.p90, noise.p50, noise.p90],
          ...[otherLanguage.cutPercent, otherLanguage.p50, otherLanguage.p90],
          those.filter(({ mended }) => mended).length,
        ];
      }),
    ),
  );
}

function draw(file: string, outcomes: ReadonlyMap<string, readonly Outcome[]>, report: Report): void {
  const point = (name: string): readonly [number, number] => {
    const { whole, cuts } = figures(outcomes.get(name) ?? []);
    return [Math.round(whole.p50), cuts['inside clauses']!.cutPercent];
  };
  const series = [
    ...curves.map(({ name, points }) => ({
      name,
      points: points.map((variant) => point(variant.name)).sort(([a], [b]) => a - b),
    })),
    ...eagernesses.map(({ name }) => ({ name, points: [point(name)] })),
    { name: 'smart-turn at .5', points: [point('smart-turn at .5')] },
  ];
  const svg = lineChart(series, {
    title: 'Turns cut against delay',
    xLabel: 'median delay from the true end of speech, ms',
    yLabel: 'pauses inside clauses taken for the end, %',
  });
  const target = path.resolve(repositoryRoot(), file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, svg);
  report.line(`wrote ${path.relative(process.cwd(), target)}`);
}

/** Whose scenarios are told one by one. */
const detailed = 'fused, medium';
const slowStopMs = 200;

function printOverlapDetails(overlaps: readonly Overlap[], report: Report): void {
  for (const { scenario, client, interrupted, stopMs } of overlaps) {
    const wanted = scenario.kind === 'interruption';
    if (wanted === interrupted && (stopMs ?? 0) <= slowStopMs) continue;
    const how = !interrupted ? 'missed' : wanted ? `stopped after ${Math.round(stopMs ?? 0)} ms` : 'stopped';
    report.line(`${how}, ${client}: ${scenario.id}`);
  }
}

function printDetails(scenario: Scenario, results: readonly Heard[], report: Report): void {
  const medium = results.find(({ variant }) => variant === detailed);
  if (!medium) return;
  const { cut, delayMs } = outcome(scenario, medium);
  if (cut === 0 && (delayMs ?? 0) < 700) return;
  const last = medium.decisions.findLast(({ probability }) => probability !== undefined);
  report.line(
    `${cut > 0 ? `cut ${cut.toFixed(1)}` : 'slow'} ${scenario.id}: ${delayMs === undefined ? '' : `${Math.round(delayMs)} ms `}` +
      `p ${last?.probability?.toFixed(2)} smart-turn ${last?.smartTurn?.toFixed(2)} “${last?.text ?? ''}”`,
  );
}
