import { msToSamples } from '../endpointing/time';

/** So much more was heard: of a recording, and of a live voice, whose caller need not know each moment. */
const newsMs = { recording: 500, live: 5_000 };
/** Of a voice whose audio came faster than it was heard, any progress is news. */
const behindMs = 1_000;
/** But no more often than this. */
const betweenMs = 1_000;

/** When a caller is told how far its audio is heard: it waits for that, and holds back what comes too fast. */
export class Progress {
  #told: number;
  #toldAtMs = -Infinity;

  constructor(
    startSample: number,
    private readonly recording: boolean,
  ) {
    this.#told = startSample;
  }

  /** `sample`: heard to; `endSample`: of the audio that came. Notes it if it is to be told. */
  isNews(sample: number, endSample: number, nowMs: number): boolean {
    const more = sample - this.#told;
    if (more <= 0) return false;
    const enough = more >= msToSamples(this.recording ? newsMs.recording : newsMs.live);
    const isBehind = endSample - sample >= msToSamples(behindMs);
    const late = !this.recording && isBehind && nowMs - this.#toldAtMs >= betweenMs;
    if (!enough && !late) return false;
    this.#told = sample;
    this.#toldAtMs = nowMs;
    return true;
  }
}
