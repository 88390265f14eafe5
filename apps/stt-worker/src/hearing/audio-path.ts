import type { v1 } from '@parley/contracts';
import type { Denoiser } from '../noise/denoiser';
import { frameSamples } from '../vad/frame';
import type { Vad } from '../vad/vad';
import type { AudioRing } from './audio-ring';
import { NoiseStage } from './noise-stage';
import { Timeline, type AudioRun } from './timeline';
import { VadFeed, type JudgedFrame } from './vad-feed';

export interface AudioPathOptions {
  readonly startSample: number;
  /** Where the audio comes to lie. */
  readonly ring: AudioRing;
  readonly vad: Vad;
  /** None: there is no noise reduction. */
  readonly denoiser?: Denoiser | undefined;
  readonly onJudged: (frame: JudgedFrame) => void;
  /** The newest audio may begin a turn or end one, and is not to wait for more. `isLoud`: it stands out. */
  readonly mayMatter: (isLoud: () => boolean) => boolean;
}

/** From frames as they arrive to audio in order, without its noise, and judged by the VAD. */
export class AudioPath {
  readonly #timeline: Timeline;
  readonly #noise: NoiseStage;
  readonly #feed: VadFeed;
  readonly #isLoud = (): boolean => this.#feed.isLoud;

  constructor(private readonly options: AudioPathOptions) {
    const { startSample, ring, vad, denoiser, onJudged } = options;
    this.#timeline = new Timeline(startSample);
    this.#noise = new NoiseStage(startSample, denoiser, (run) => this.#hear(run));
    this.#feed = new VadFeed(vad, ring, onJudged);
  }

  /** Frames that were not believed: positions far ahead of the audio so far. */
  get refusedFrames(): number {
    return this.#timeline.refused;
  }

  /** Everything before this is judged. */
  get judgedTo(): number {
    return this.#feed.judgedTo;
  }

  /** All that came is judged, but for less than a frame. */
  get settled(): boolean {
    return this.#noise.settled && this.#feed.waiting < frameSamples;
  }

  configure(noiseReduction: v1.NoiseReduction.$Properties | undefined): void {
    this.#noise.configure(noiseReduction);
  }

  push(startSample: number, samples: Int16Array, nowMs: number): void {
    this.#take(this.#timeline.push(startSample, samples, nowMs));
  }

  /** Gaps that were held open for too long are silence. */
  expire(nowMs: number): void {
    this.#take(this.#timeline.expire(nowMs));
  }

  /** What came is heard without waiting for more. */
  settle(): void {
    this.#noise.settle();
  }

  /** So is, once it came, what lies before a position. */
  settleTo(sample: number): void {
    this.#noise.settleTo(sample);
  }

  close(): void {
    this.#noise.close();
    this.#feed.close();
  }

  #take(runs: readonly AudioRun[]): void {
    for (const run of runs) this.#noise.take(run);
  }

  #hear(run: AudioRun): void {
    const { ring, mayMatter } = this.options;
    if (run.kind === 'audio') ring.append(run.samples);
    else {
      const from = ring.endSample;
      ring.skipTo(from + run.samples);
      this.#feed.missed(from, ring.endSample);
    }
    this.#feed.pump();
    if (mayMatter(this.#isLoud)) this.#feed.peek();
  }
}
