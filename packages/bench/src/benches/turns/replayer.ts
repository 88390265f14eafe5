import path from 'node:path';
import { int16ToBytes } from '@parley/audio';
import { LineProgram } from '../../support/line-program';
import type { Scenario } from './scenario';

/** As apps/stt-worker/src/replay/messages.ts has it. */
export interface Variant {
  readonly name: string;
  readonly mode: 'server_vad' | 'semantic_vad';
  readonly silenceMs?: number;
  readonly eagerness?: 'low' | 'medium' | 'high' | 'auto';
  readonly row?: {
    readonly minDelayMs: number;
    readonly doubtfulDelayMs: number;
    readonly maxDelayMs: number;
    readonly threshold: number;
  };
  readonly estimator?: 'fused' | 'text' | 'prosody' | 'smart-turn' | 'smart-turn-0.5';
  readonly expected?: readonly 'phone'[];
}

export interface Heard {
  readonly variant: string;
  /** What was told where the assistant is heard meanwhile. */
  readonly messages: readonly { readonly atMs: number; readonly bytes: string }[];
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
  readonly texts: readonly string[];
  readonly decodesMs: readonly number[];
  readonly listensMs: readonly number[];
}

/** The worker's own hearing as a program, in virtual time. */
export class Replayer {
  readonly #program: LineProgram;

  /** @param kept a file: what engines did in earlier runs is there, and not done again */
  constructor(cpuTime: boolean, kept?: string) {
    const program = 'apps/stt-worker/dist/replay/replay.program.js';
    this.#program = new LineProgram(program, [
      ...(cpuTime ? ['--cpu-time'] : []),
      ...(kept === undefined ? [] : ['--kept', path.resolve(kept)]),
    ]);
  }

  async hear(scenario: Scenario, variants: readonly Variant[]): Promise<Answer> {
    const { id, pcm, language, notBeforeMs, expected, over, transcript } = scenario;
    const request = {
      ...{ id, language, over, transcript, untilMs: notBeforeMs, pcm: int16ToBytes(pcm).toString('base64') },
      variants: variants.map((variant) => (expected === undefined ? variant : { ...variant, expected })),
    };
    return (await this.#program.ask(request)) as Answer;
  }

  /** What the default recogniser makes of a 16 kHz recording cut at each of these times. */
  async read(
    id: string,
    pcm: Int16Array,
    language: string,
    readsMs: readonly number[],
  ): Promise<readonly string[]> {
    const encoded = int16ToBytes(pcm).toString('base64');
    const request = { id, language, untilMs: 0, pcm: encoded, variants: [], readsMs };
    return ((await this.#program.ask(request)) as Answer).texts;
  }

  stop(): void {
    this.#program.stop();
  }
}
