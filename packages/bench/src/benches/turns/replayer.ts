import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { int16ToBytes } from '@parley/audio';
import { repositoryRoot } from '@parley/testing';
import type { Scenario } from './scenario';

/** As apps/stt-worker/src/replay/messages.ts has it. */
export interface Variant {
  readonly name: string;
  readonly mode: 'server_vad' | 'semantic_vad';
  readonly silenceMs?: number;
  readonly eagerness?: 'low' | 'medium' | 'high' | 'auto';
  readonly row?: { readonly minDelayMs: number; readonly maxDelayMs: number; readonly threshold: number };
  readonly estimator?: 'fused' | 'text' | 'prosody' | 'smart-turn' | 'smart-turn-0.5';
  readonly expected?: readonly 'phone'[];
}

export interface Heard {
  readonly variant: string;
  readonly events: readonly {
    readonly kind: 'started' | 'candidate' | 'reopened' | 'committed' | 'final';
    readonly atMs: number;
    readonly text?: string;
    readonly continues?: boolean;
  }[];
  readonly decisions: readonly {
    readonly action: string;
    readonly reason: string;
    readonly silenceMs: number;
    readonly probability?: number;
    readonly smartTurn?: number;
    readonly text?: string;
  }[];
}

export interface Answer {
  readonly id: string;
  readonly results: readonly Heard[];
  readonly decodesMs: readonly number[];
  readonly listensMs: readonly number[];
}

/** The worker's own hearing as a program, in virtual time. */
export class Replayer {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  readonly #reader: Interface;

  constructor(cpuTime: boolean) {
    const program = path.join(repositoryRoot(), 'apps', 'stt-worker', 'dist', 'replay', 'replay.program.js');
    this.#child = spawn(process.execPath, [program, ...(cpuTime ? ['--cpu-time'] : [])], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#reader = createInterface({ input: this.#child.stdout! });
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  async hear(scenario: Scenario, variants: readonly Variant[]): Promise<Answer> {
    const { id, pcm, language, notBeforeMs, expected } = scenario;
    const request = {
      ...{ id, language, untilMs: notBeforeMs, pcm: int16ToBytes(pcm).toString('base64') },
      variants: variants.map((variant) => (expected === undefined ? variant : { ...variant, expected })),
    };
    this.#child.stdin!.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await this.#lines.next();
    if (done === true) throw new Error('the replay program ended');
    return JSON.parse(value) as Answer;
  }

  stop(): void {
    this.#reader.close();
    this.#child.stdin!.end();
    this.#child.kill();
  }
}
