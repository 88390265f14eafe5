import { levelDbfs } from '@parley/audio';
import { frameSamples } from '../vad/frame';
import type { Vad, VadLane } from '../vad/vad';
import type { AudioRing } from './audio-ring';

/** A stretch of audio with the VAD's word on it. */
export interface JudgedFrame {
  readonly startSample: number;
  readonly endSample: number;
  readonly probability: number;
  readonly levelDbfs: number;
}

interface Gap {
  readonly startSample: number;
  readonly endSample: number;
}

const silenceDbfs = -120;

/** Cuts a session's audio into VAD frames and gives them back judged, in order. Missing audio is silence. */
export class VadFeed {
  readonly #lane: VadLane;
  readonly #underWay: Omit<JudgedFrame, 'probability'>[] = [];
  readonly #gaps: Gap[] = [];
  #cursor: number;
  #judgedTo: number;
  #pumping = false;

  constructor(
    vad: Vad,
    private readonly ring: AudioRing,
    private readonly onJudged: (frame: JudgedFrame) => void,
  ) {
    this.#cursor = ring.endSample;
    this.#judgedTo = ring.endSample;
    this.#lane = vad.open((probability) => this.#judged(probability));
  }

  /** Everything before this is judged. */
  get judgedTo(): number {
    return this.#judgedTo;
  }

  /** Samples of audio that wait for the VAD. */
  get waiting(): number {
    return this.ring.endSample - this.#judgedTo;
  }

  /** There is more audio in the ring. */
  pump(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    while (this.#skipGap() || this.#pushFrame()) {
      // until neither a gap nor a whole frame is next, or the lane is full
    }
    this.#pumping = false;
  }

  /** The ring goes on behind a gap: it was silence. Call before `pump`. */
  missed(startSample: number, endSample: number): void {
    this.#gaps.push({ startSample, endSample });
  }

  close(): void {
    this.#lane.close();
  }

  #skipGap(): boolean {
    const gap = this.#gaps[0];
    if (!gap || gap.startSample - this.#cursor >= frameSamples) return false;
    // The gap waits its turn behind the frames before it.
    if (this.#underWay.length > 0) return false;
    this.#gaps.shift();
    const startSample = this.#cursor;
    this.#cursor = gap.endSample;
    this.#report({ startSample, endSample: gap.endSample, levelDbfs: silenceDbfs }, 0);
    return true;
  }

  #pushFrame(): boolean {
    const endSample = this.#cursor + frameSamples;
    const gap = this.#gaps[0];
    if (!this.#lane.hasRoom || endSample > (gap?.startSample ?? this.ring.endSample)) return false;
    const samples = this.ring.read(this.#cursor, endSample);
    this.#underWay.push({ startSample: this.#cursor, endSample, levelDbfs: levelDbfs(samples) });
    this.#cursor = endSample;
    this.#lane.push(samples);
    return true;
  }

  #judged(probability: number): void {
    const frame = this.#underWay.shift();
    if (frame) this.#report(frame, probability);
    this.pump();
  }

  #report(frame: Omit<JudgedFrame, 'probability'>, probability: number): void {
    this.#judgedTo = frame.endSample;
    this.onJudged({ ...frame, probability });
  }
}
