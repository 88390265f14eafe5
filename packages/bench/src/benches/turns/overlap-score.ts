import { LineProgram } from '../../support/line-program';
import { PausingPlayer } from '../../support/pausing-player';
import { percentile } from '../../report/statistics';
import type { Heard } from './replayer';
import type { Scenario } from './scenario';

export const clientKinds = ['stock', 'extensions'] as const;
export type ClientKind = (typeof clientKinds)[number];

/** As apps/gateway/src/replay/overlap.ts has it. */
export type PlayerEvent =
  | { readonly kind: 'audio'; readonly atMs: number; readonly ms: number }
  | { readonly kind: 'paused' | 'resumed' | 'flushed'; readonly atMs: number };

/** How one sound over the assistant went. */
export interface Overlap {
  readonly scenario: Scenario;
  readonly client: ClientKind;
  /** The assistant was ended by it. */
  readonly interrupted: boolean;
  /** From the first phoneme to the last sample of the assistant that is heard; undefined: it was not ended. */
  readonly stopMs: number | undefined;
  /** For how long it stood still, where it went on. */
  readonly gapsMs: readonly number[];
}

/** The gateway's own engine as a program, in virtual time. */
export class OverlapProgram {
  readonly #program = new LineProgram('apps/gateway/dist/replay/overlap.program.js');

  async hear(scenario: Scenario, { messages }: Heard): Promise<Overlap[]> {
    const untilMs = scenario.pcm.length / 16;
    const found: Overlap[] = [];
    for (const client of clientKinds) {
      const told = await this.#program.ask({ kind: client, untilMs, heard: messages });
      found.push(overlapOf(scenario, client, told as PlayerEvent[]));
    }
    return found;
  }

  stop(): void {
    this.#program.stop();
  }
}

export function overlapOf(scenario: Scenario, client: ClientKind, told: readonly PlayerEvent[]): Overlap {
  const player = new PausingPlayer(true);
  for (const event of told) {
    if (event.kind === 'audio') player.hear(event.atMs, event.ms);
    if (event.kind === 'paused') player.pause(event.atMs);
    if (event.kind === 'resumed') player.resume(event.atMs);
    if (event.kind === 'flushed') player.flush(event.atMs);
  }
  const interrupted = told.some(({ kind }) => kind === 'flushed');
  const stopMs = interrupted ? player.heardToMs - scenario.speechStartMs : undefined;
  return { scenario, client, interrupted, stopMs, gapsMs: interrupted ? [] : player.pausesMs };
}

export interface OverlapScore {
  /** Interruptions that were none, %. */
  readonly falsePercent: Readonly<Record<'sound' | 'cough' | 'assent', number>>;
  readonly missedPercent: number;
  readonly p50: number;
  readonly p99: number;
  readonly gapMs: number;
}

export function overlapScore(overlaps: readonly Overlap[]): OverlapScore {
  const share = (kind: Scenario['kind'], interrupted: boolean): number => {
    const those = overlaps.filter(({ scenario }) => scenario.kind === kind);
    const hit = those.filter((one) => one.interrupted === interrupted).length;
    return (100 * hit) / Math.max(1, those.length);
  };
  const stopsMs = overlaps
    .filter(({ scenario }) => scenario.kind === 'interruption')
    .flatMap(({ stopMs }) => stopMs ?? []);
  return {
    falsePercent: { sound: share('sound', true), cough: share('cough', true), assent: share('assent', true) },
    missedPercent: share('interruption', false),
    p50: percentile(stopsMs, 50),
    p99: percentile(stopsMs, 99),
    gapMs: percentile(
      overlaps.flatMap(({ gapsMs }) => gapsMs),
      50,
    ),
  };
}
