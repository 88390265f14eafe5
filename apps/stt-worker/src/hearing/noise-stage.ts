import type { v1 } from '@parley/contracts';
import type { DenoiseLane, Denoiser } from '../noise/denoiser';
import type { AudioRun } from './timeline';

type Reduction = v1.NoiseReduction.$Properties | undefined;

/**
 * Between a session's timeline and its audio: takes noise out where that is wanted. What passes keeps its order and
 * its positions; with noise reduction it comes a little later.
 */
export class NoiseStage {
  #reduction: Reduction;
  #lane: DenoiseLane | undefined;
  /** Runs under way: those being cleaned are known when they come back. */
  readonly #underWay: ('cleaning' | AudioRun)[] = [];
  #takenTo: number;
  #flushedTo: number;
  #closed = false;

  constructor(
    startSample: number,
    private readonly denoiser: Denoiser | undefined,
    private readonly onRun: (run: AudioRun) => void,
  ) {
    this.#takenTo = startSample;
    this.#flushedTo = startSample;
  }

  /** Everything that was taken has come out. */
  get settled(): boolean {
    return this.#underWay.length === 0 && (this.#lane === undefined || this.#flushedTo === this.#takenTo);
  }

  configure(reduction: Reduction): void {
    const { type = 0, strength = 0 } = reduction ?? {};
    if (type === (this.#reduction?.type ?? 0) && strength === (this.#reduction?.strength ?? 0)) return;
    this.settle();
    this.#lane?.close();
    this.#reduction = reduction;
    this.#lane = reduction && this.denoiser?.open(reduction, (pcm) => this.#cleaned(pcm));
  }

  take(run: AudioRun): void {
    if (run.kind === 'audio' && this.#lane) {
      this.#takenTo += run.samples.length;
      this.#underWay.push('cleaning');
      this.#lane.push(run.samples);
      return;
    }
    this.settle();
    this.#takenTo += run.kind === 'audio' ? run.samples.length : run.samples;
    this.#flushedTo = this.#takenTo;
    this.#underWay.push(run.kind === 'audio' && this.#underWay.length > 0 ? owned(run) : run);
    this.#pass();
  }

  /** What was taken comes out without waiting for more. */
  settle(): void {
    if (!this.#lane || this.#flushedTo === this.#takenTo) return;
    this.#flushedTo = this.#takenTo;
    this.#underWay.push('cleaning');
    this.#lane.flush();
  }

  /** So does, once it is taken, what lies before a position. */
  settleTo(sample: number): void {
    if (sample > this.#flushedTo && sample <= this.#takenTo) this.settle();
  }

  close(): void {
    this.#closed = true;
    this.#lane?.close();
  }

  #cleaned(samples: Int16Array): void {
    if (this.#closed) return;
    this.#underWay.shift();
    if (samples.length > 0) this.onRun({ kind: 'audio', samples });
    this.#pass();
  }

  #pass(): void {
    for (;;) {
      const next = this.#underWay[0];
      if (next === undefined || next === 'cleaning') return;
      this.#underWay.shift();
      this.onRun(next);
    }
  }
}

/** The caller's memory is its own again. */
const owned = (run: AudioRun): AudioRun =>
  run.kind === 'audio' ? { kind: 'audio', samples: run.samples.slice() } : run;
