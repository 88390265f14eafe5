import { Stack, metricSum } from '@parley/testing';
import { FrameSource, FuzzClient, rawBytesOf, sendRawBytes } from '@parley/testing/fuzz';
import type { Report } from '../../report/report';
import { summarise } from '../../report/statistics';
import { formatTable } from '../../report/table';
import { HeapProbe, inspectable } from '../../support/heap-probe';
import { ControlCaller } from './control';

export interface FuzzOptions {
  readonly frames: number;
  readonly seed: number;
  /** Bad clients at a time. */
  readonly clients: number;
  /** Frames of one client before it hangs up and another comes. */
  readonly perClient: number;
}

/** The heap is read after each of these shares of the run. */
const shares = 10;
const rawConnectionsPerShare = 200;
const services = ['gateway', 'stt-worker', 'llm-router', 'tts-worker'] as const;

interface Totals {
  sent: number;
  received: number;
  errors: number;
  /** Times that a client was told that no worker answers. */
  unavailable: number;
  created: number;
  clients: number;
}

/** Bad clients over real sockets against the real stack, with a good one beside them. */
export async function fuzzBench(options: FuzzOptions, report: Report): Promise<void> {
  report.line(`seed ${options.seed}, ${options.frames} frames, ${options.clients} bad clients at a time`);
  const stack = await Stack.start({
    engines: 'stand-in',
    env: {
      ...inspectable,
      PARLEY_SLOTS: '256',
      // Bad clients come and go while the gateway is as busy as it can be.
      PARLEY_MAX_BUSY_PERCENT: '100',
      PARLEY_TEST_TRANSCRIPT: 'Yes.',
      PARLEY_MAX_REQUESTS_PER_SECOND_PER_KEY: '0',
      PARLEY_MAX_SESSIONS_PER_KEY: '0',
    },
  });
  try {
    const probes = await Promise.all(services.map((name) => HeapProbe.attach(stack.logs(name))));
    const control = await ControlCaller.start(stack.url);
    const totals: Totals = { sent: 0, received: 0, errors: 0, unavailable: 0, created: 0, clients: 0 };
    const faults: string[] = [];
    const heaps: number[][] = [];
    let busyMs = 0;
    for (let share = 0; share < shares && stack.ended.length === 0; share += 1) {
      const startMs = performance.now();
      await oneShare(stack, options, share, totals, faults);
      busyMs += performance.now() - startMs;
      await settled(stack);
      heaps.push(await Promise.all(probes.map((probe) => probe.usedBytes())));
      report.line(progress(totals, busyMs, heaps.at(-1) ?? []));
    }
    await control.hangUp();
    const serverErrors = metricSum(await stack.metrics('gateway'), 'parley_gateway_errors_total', {
      code: 'server_error',
    });
    conclude({ options, totals, faults, heaps, busyMs, control, ended: stack.ended, serverErrors }, report);
    for (const probe of probes) probe.close();
  } finally {
    await stack.stop();
  }
}

async function oneShare(
  stack: Stack,
  options: FuzzOptions,
  share: number,
  totals: Totals,
  faults: string[],
): Promise<void> {
  const goal = Math.round((options.frames * (share + 1)) / shares);
  let next = totals.clients;
  const work = async (): Promise<void> => {
    while (totals.sent < goal && stack.ended.length === 0) {
      const count = Math.min(options.perClient, goal - totals.sent);
      totals.sent += count;
      const client = await FuzzClient.connect(stack.url, sourceOf(options, next++));
      await client.send(count);
      await client.hangUp();
      // A session may have ended before: others send the rest.
      totals.sent -= count - client.counts.sent;
      totals.clients += 1;
      totals.received += client.counts.received;
      totals.errors += client.counts.errors;
      totals.unavailable += client.counts.unavailable;
      totals.created += client.counts.created;
      faults.push(...client.faults);
    }
  };
  const raw = async (): Promise<void> => {
    for (const chunks of rawBytesOf(options.seed + share, rawConnectionsPerShare))
      await sendRawBytes(stack.port, chunks);
  };
  await Promise.all([raw(), ...Array.from({ length: options.clients }, work)]);
}

/** A few pools of events are enough: each client varies them with a seed of its own. */
const pools = new Map<number, FrameSource>();
function sourceOf({ seed, clients }: FuzzOptions, n: number): FrameSource {
  const pool = seed + (n % clients);
  const source = pools.get(pool) ?? new FrameSource(pool);
  pools.set(pool, source);
  return source;
}

/** Nobody is connected but the control caller: what is held now is held for good. */
async function settled(stack: Stack): Promise<void> {
  for (let i = 0; i < 200; i += 1) {
    if (metricSum(await stack.metrics('gateway'), 'parley_gateway_connections') <= 1) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}

const mib = (bytes: number): number => Math.round((bytes / 2 ** 20) * 10) / 10;

function progress(totals: Totals, busyMs: number, heap: readonly number[]): string {
  const rate = Math.round(totals.sent / (busyMs / 1_000));
  return `  ${totals.sent} frames, ${rate} a second; heaps ${heap.map(mib).join(' / ')} MiB`;
}

interface Outcome {
  readonly options: FuzzOptions;
  readonly totals: Totals;
  readonly faults: readonly string[];
  readonly heaps: readonly (readonly number[])[];
  readonly busyMs: number;
  readonly control: ControlCaller;
  readonly ended: readonly string[];
  readonly serverErrors: number;
}

function conclude(outcome: Outcome, report: Report): void {
  const { totals, faults, heaps, busyMs, control, ended, serverErrors } = outcome;
  const framesPerSecond = Math.round(totals.sent / (busyMs / 1_000));
  const heap = services.map((name, i) => {
    const series = heaps.map((at) => mib(at[i] ?? 0));
    const [first = 0] = series;
    return { name, series, growth: ((series.at(-1) ?? 0) - first) / first };
  });
  report.line(
    formatTable(
      ['heap after collection, MiB', 'first tenth', 'last tenth', 'growth %'],
      heap.map(({ name, series, growth }) => [name, series[0] ?? 0, series.at(-1) ?? 0, growth * 100]),
    ),
  );
  const turns = summarise(control.turnsMs);
  report.line(
    `\n${totals.sent} frames of ${totals.clients} clients, ${framesPerSecond} a second; ${totals.received} answers, of which ${totals.errors} errors; ${totals.created} responses, each done once`,
  );
  report.line(
    `services that ended: ${ended.length === 0 ? 'none' : ended.join(', ')}; errors of the server: ${serverErrors}; broken rules: ${faults.length}; workers that did not answer in time: ${totals.unavailable}`,
  );
  report.line(
    `control caller: ${turns.n} spoken turns, end of speech to end of answer p50 ${turns.p50.toFixed(0)} ms, p99 ${turns.p99.toFixed(0)} ms, ${control.failures.length} failed`,
  );
  for (const fault of [...new Set([...faults, ...control.failures])].slice(0, 20)) report.line(`  ${fault}`);
  report.finish({
    ...outcome.options,
    ...totals,
    framesPerSecond,
    heap,
    ended,
    serverErrors,
    faults: faults.slice(0, 100),
    control: { turns, failures: control.failures },
  });
  const grown = heap.filter(({ growth }) => growth > 0.1).map(({ name }) => `the heap of ${name} grew`);
  const problems = [...ended, ...faults, ...control.failures, ...grown];
  if (serverErrors > 0) problems.push(`${serverErrors} errors of the server`);
  if (turns.n === 0) problems.push('the control caller was never answered');
  if (problems.length > 0) throw new Error(`fuzz: ${problems.length} problems, the first: ${problems[0]}`);
}
