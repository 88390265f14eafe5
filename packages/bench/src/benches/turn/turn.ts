import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Stack, recordedUtterance } from '@parley/testing';
import { lineChart } from '../../report/chart';
import type { Report } from '../../report/report';
import { summarise } from '../../report/statistics';
import type { Summary } from '../../report/statistics';
import { formatTable } from '../../report/table';
import { Caller } from './caller';
import type { TurnMode, TurnSample } from './caller';
import { installPeer, runPeer } from './peer';

export interface TurnOptions {
  readonly sessions: readonly number[];
  readonly turns: number;
  readonly silenceMs: number;
  readonly frameMs: number;
  readonly peer: boolean;
}

interface Round {
  readonly mode: TurnMode;
  readonly sessions: number;
  readonly platform: Summary;
  readonly endOfSpeech: Summary;
  readonly stages: Readonly<Record<string, Summary>>;
  readonly failed: number;
}

/** What the platform itself adds to a turn: stand-in engines that take no time, everything else real. */
export async function turnBench(options: TurnOptions, report: Report): Promise<void> {
  const rounds: Round[] = [];
  const stack = await Stack.start({
    engines: 'stand-in',
    env: { PARLEY_SLOTS: '256', PARLEY_TEST_TRANSCRIPT: 'Yes.' },
  });
  try {
    for (const sessions of options.sessions) {
      for (const mode of ['push-to-talk', 'server-vad'] as const) {
        const round = await measure(stack, mode, sessions, options, report);
        rounds.push(round);
      }
    }
  } finally {
    await stack.stop();
  }
  printRounds(rounds, report);
  const peer = options.peer ? await peerRounds(options, report) : [];
  report.file('turn.svg', chart(rounds, peer));
  report.finish({ silenceMs: options.silenceMs, frameMs: options.frameMs, rounds, peer });
}

async function measure(
  stack: Stack,
  mode: TurnMode,
  sessions: number,
  options: TurnOptions,
  report: Report,
): Promise<Round> {
  const speech = recordedUtterance().subarray(0, 48 * 800);
  const callers: Caller[] = [];
  for (let i = 0; i < sessions; i += 1) {
    callers.push(
      await Caller.connect({
        url: stack.url,
        mode,
        silenceMs: options.silenceMs,
        frameMs: options.frameMs,
        speech,
      }),
    );
  }
  await Promise.all(callers.map((caller) => caller.turn().catch(() => undefined))); // warm-up, not counted
  const pauseMs = pauseBetweenTurnsMs(sessions);
  const samples: TurnSample[] = [];
  let failed = 0;
  const each = Math.max(2, Math.ceil(options.turns / sessions));
  await Promise.all(
    callers.map(async (caller, index) => {
      await pause((index * pauseMs) / sessions);
      for (let i = 0; i < each; i += 1) {
        const sample = await caller.turn().catch(() => undefined);
        if (sample === undefined) failed += 1;
        else samples.push(sample);
        await pause(pauseMs * (0.5 + Math.random()));
      }
    }),
  );
  await Promise.all(callers.map((caller) => caller.hangUp()));
  report.line(`  ${mode}, ${sessions} sessions: ${samples.length} turns, ${failed} failed`);
  const names = new Set(samples.flatMap((sample) => Object.keys(sample.stages)));
  return {
    mode,
    sessions,
    platform: summarise(samples.map((sample) => sample.transcriptToAudioMs)),
    endOfSpeech: summarise(samples.map((sample) => sample.speechEndToAudioMs)),
    stages: Object.fromEntries(
      [...names].map((name) => [name, summarise(samples.flatMap((sample) => sample.stages[name] ?? []))]),
    ),
    failed,
  };
}

function printRounds(rounds: readonly Round[], report: Report): void {
  report.line('\nfinal transcript → first audio at the client (the platform alone), ms');
  report.line(
    formatTable(
      ['mode', 'sessions', 'turns', 'p50', 'p95', 'p99', 'max', 'end of speech → audio p50', 'p99'],
      rounds.map((r) => [
        r.mode,
        r.sessions,
        r.platform.n,
        r.platform.p50,
        r.platform.p95,
        r.platform.p99,
        r.platform.max,
        r.endOfSpeech.p50,
        r.endOfSpeech.p99,
      ]),
    ),
  );
  const names = [...new Set(rounds.flatMap((round) => Object.keys(round.stages)))];
  report.line('\nby stage, p50 / p99 ms');
  report.line(
    formatTable(
      ['stage', ...rounds.map((r) => `${r.mode} ${r.sessions}`)],
      names.map((name) => [
        name,
        ...rounds.map((r) => {
          const s = r.stages[name];
          return s === undefined ? '–' : `${s.p50.toFixed(1)} / ${s.p99.toFixed(1)}`;
        }),
      ]),
    ),
  );
}

interface PeerRound {
  readonly sessions: number;
  readonly summary: Summary;
  readonly failed: number;
}

async function peerRounds(options: TurnOptions, report: Report): Promise<PeerRound[]> {
  const directory = path.resolve('.parley/peers/livekit');
  try {
    await installPeer(directory);
  } catch (error) {
    report.line(`\npeer left out: @livekit/agents could not be installed (${String(error).split('\n')[0]})`);
    return [];
  }
  const rounds: PeerRound[] = [];
  for (const sessions of options.sessions) {
    const result = await runPeer(directory, sessions, options.turns, pauseBetweenTurnsMs(sessions));
    rounds.push({ sessions, summary: summarise(result.delaysMs), failed: result.failed });
  }
  report.line('\n@livekit/agents 1.9.0, same turn, in one process, no network, no VAD, ms');
  report.line(
    formatTable(
      ['sessions', 'turns', 'p50', 'p95', 'p99', 'max', 'failed'],
      rounds.map((r) => [
        r.sessions,
        r.summary.n,
        r.summary.p50,
        r.summary.p95,
        r.summary.p99,
        r.summary.max,
        r.failed,
      ]),
    ),
  );
  return rounds;
}

function chart(rounds: readonly Round[], peer: readonly PeerRound[]): string {
  const of = (name: string, mode: TurnMode, pick: (s: Summary) => number) => ({
    name,
    points: rounds.filter((r) => r.mode === mode).map((r) => [r.sessions, pick(r.platform)] as const),
  });
  return lineChart(
    [
      of('Parley p50', 'push-to-talk', (s) => s.p50),
      of('Parley p99', 'push-to-talk', (s) => s.p99),
      of('Parley p50, VAD', 'server-vad', (s) => s.p50),
      ...(peer.length === 0
        ? []
        : [
            { name: 'LiveKit p50', points: peer.map((r) => [r.sessions, r.summary.p50] as const) },
            { name: 'LiveKit p99', points: peer.map((r) => [r.sessions, r.summary.p99] as const) },
          ]),
    ],
    { title: 'Final transcript → first audio at the client', xLabel: 'sessions', yLabel: 'ms', logX: true },
  );
}

/** Many callers take turns as often together as ten do, and every microphone stays open: load of a real kind. */
function pauseBetweenTurnsMs(sessions: number): number {
  return Math.max(200, sessions * 80);
}
