import { levelDbfs } from '@parley/audio';
import { msToSamples } from '../endpointing/time';
import { EnergyVad } from '../vad/energy-vad';
import { frameSamples, windowSamples } from '../vad/frame';
import type { Vad, VadLane } from '../vad/vad';
import type { AudioRing } from './audio-ring';
import { longestLagMs, VoiceEnd } from './voice-end';

/** A stretch of audio with the VAD's word on it. */
export interface JudgedFrame {
  readonly startSample: number;
  readonly endSample: number;
  readonly probability: number;
  readonly levelDbfs: number;
  /** Where the voice in it ends, if it is speech. */
  readonly voiceEndSample: number;
  /** Judged in passing, before it filled a frame: the frames it lies in follow. */
  readonly peek: boolean;
}

type Pushed = Pick<JudgedFrame, 'startSample' | 'endSample' | 'levelDbfs' | 'peek'>;

interface Gap {
  readonly startSample: number;
  readonly endSample: number;
}

const silenceDbfs = -120;
/** Less than this behind the last frame says nothing new. */
const leastPeekSamples = msToSamples(8);
/** No threshold of a pause is lower. */
const leastSpeech = 0.05;
const newestSamples = msToSamples(16);

/** Cuts a session's audio into VAD frames and gives them back judged, in order. Missing audio is silence. */
export class VadFeed {
  readonly #lane: VadLane;
  readonly #underWay: Pushed[] = [];
  readonly #gaps: Gap[] = [];
  readonly #levels = new EnergyVad();
  readonly #voiceEnd = new VoiceEnd();
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
    ring.judged(this.#judgedTo);
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

  /** Whether the newest audio stands out of what was before: somebody may begin to speak. */
  get isLoud(): boolean {
    const { endSample } = this.ring;
    return this.#levels.isLoud(levelDbfs(this.ring.read(endSample - newestSamples, endSample)));
  }

  /** Has the newest audio judged before it fills a frame. */
  peek(): void {
    const { endSample } = this.ring;
    const fresh = endSample - this.#cursor;
    if (fresh < leastPeekSamples || fresh >= frameSamples || endSample < windowSamples) return;
    if (this.#gaps.length > 0 || !this.#lane.hasRoom) return;
    const window = this.ring.read(endSample - windowSamples, endSample);
    this.#underWay.push({ startSample: this.#cursor, endSample, levelDbfs: levelDbfs(window), peek: true });
    this.#lane.peek(window);
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
    this.#report({ startSample, endSample: gap.endSample, levelDbfs: silenceDbfs, peek: false }, 0);
    return true;
  }

  #pushFrame(): boolean {
    const endSample = this.#cursor + frameSamples;
    const gap = this.#gaps[0];
    if (!this.#lane.hasRoom || endSample > (gap?.startSample ?? this.ring.endSample)) return false;
    const samples = this.ring.read(this.#cursor, endSample);
    const level = levelDbfs(samples);
    this.#levels.probability(level);
    this.#underWay.push({ startSample: this.#cursor, endSample, levelDbfs: level, peek: false });
    this.#cursor = endSample;
    this.#lane.push(samples);
    return true;
  }

  #judged(probability: number): void {
    const frame = this.#underWay.shift();
    if (frame) this.#report(frame, probability);
    this.pump();
  }

  #report(frame: Pushed, probability: number): void {
    if (!frame.peek) {
      this.#judgedTo = frame.endSample;
      this.ring.judged(frame.endSample);
    }
    this.onJudged({ ...frame, probability, voiceEndSample: this.#voiceEndOf(frame, probability) });
  }

  #voiceEndOf({ startSample, endSample, peek }: Pushed, probability: number): number {
    if (peek || probability < leastSpeech) return endSample;
    const pcm = this.ring.read(Math.max(0, endSample - msToSamples(longestLagMs)), endSample);
    return endSample - this.#voiceEnd.quietSamples(pcm, endSample - startSample);
  }
}
