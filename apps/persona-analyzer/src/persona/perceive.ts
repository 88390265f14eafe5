import { HOP_SAMPLES, SAMPLE_RATE_HZ, FrameAnalyzer, type FrameFeatures } from '../features/frames';
import { summarize, type VoiceSummary } from '../features/summary';
import { countTextSyllables } from '../features/syllables';
import { deviations, familiarity, initialBaseline, learn, measuresOf, type Baseline } from './baseline';
import { SessionTraits } from './session-traits';
import type { PerceivedEvent, Spoken, Voice } from './types';

/** Voiced speech below which nothing is estimated. */
const MIN_VOICED_MS = 200;
/** Longest stretch that is looked back on; older frames of a longer utterance are forgotten. */
const MEMORY_FRAMES = 60_000 / 20;
/** Frames are forgotten in batches, not one by one. */
const FORGET_FRAMES = 500;

/**
 * One caller's voice over one session: audio in, perceptions out. Deterministic; time is counted in samples.
 * A chunk is reported while speech is heard, an utterance once all its audio has been heard.
 */
export class PerceptionSession {
  private readonly analyzer: FrameAnalyzer;
  private readonly traits = new SessionTraits();
  private readonly chunkSamples: number;
  private frames: FrameFeatures[] = [];
  private chunkStart: number;
  private heardTo: number;
  private openUtterance = 0;
  private pending: Spoken[] = [];
  private baseline: Baseline = initialBaseline;

  constructor(options: { readonly startSample: number; readonly chunkMs: number }) {
    this.analyzer = new FrameAnalyzer(options.startSample);
    this.chunkSamples = Math.max(HOP_SAMPLES, (options.chunkMs * SAMPLE_RATE_HZ) / 1000);
    this.chunkStart = options.startSample;
    this.heardTo = options.startSample;
  }

  /** True while an utterance waits for audio. */
  get waiting(): boolean {
    return this.pending.length > 0;
  }

  /** @param samples the next 16 kHz samples, without a gap */
  hear(samples: Float32Array): PerceivedEvent[] {
    const events: PerceivedEvent[] = [];
    this.analyzer.push(samples, (frame) => {
      this.frames.push(frame);
      this.heardTo = frame.startSample + HOP_SAMPLES;
      if (this.heardTo - this.chunkStart >= this.chunkSamples) events.push(...this.endChunk());
    });
    if (this.frames.length > MEMORY_FRAMES + FORGET_FRAMES) this.frames = this.frames.slice(-MEMORY_FRAMES);
    if (this.pending.length > 0) events.push(...this.answer(this.heard));
    return events;
  }

  utteranceStarted(utterance: number): void {
    this.openUtterance = utterance;
  }

  utteranceEnded(spoken: Spoken): PerceivedEvent[] {
    this.openUtterance = 0;
    this.pending.push(spoken);
    return this.answer(this.heard);
  }

  /** Answers utterances that still wait from the audio there is. */
  settle(): PerceivedEvent[] {
    return this.answer(() => true);
  }

  private readonly heard = ({ endSample }: Spoken): boolean => endSample - this.heardTo < HOP_SAMPLES;

  private answer(ready: (spoken: Spoken) => boolean): PerceivedEvent[] {
    const now = this.pending.filter(ready);
    this.pending = this.pending.filter((spoken) => !ready(spoken));
    return now.flatMap((spoken) => this.perceiveUtterance(spoken));
  }

  private endChunk(): PerceivedEvent[] {
    const startSample = this.chunkStart;
    this.chunkStart = this.heardTo;
    const voice = this.summary(startSample, this.heardTo);
    if (voice.voicedMs < MIN_VOICED_MS) return [];
    const perception = this.traits.ofChunk(this.voiceOf(voice, 0), this.atMs(this.heardTo));
    return [
      { scope: 'chunk', utterance: this.openUtterance, startSample, endSample: this.heardTo, perception },
    ];
  }

  private perceiveUtterance(spoken: Spoken): PerceivedEvent[] {
    const { startSample, endSample, utterance } = spoken;
    const summary = this.summary(startSample, endSample);
    if (summary.voicedMs < MIN_VOICED_MS) return [];
    const voice = this.voiceOf(summary, countTextSyllables(spoken.transcript, spoken.language));
    const perception = this.traits.ofUtterance(voice, this.atMs(endSample));
    this.baseline = learn(this.baseline, voice.measures, summary.voicedMs);
    return [{ scope: 'utterance', utterance, startSample, endSample, perception }];
  }

  private voiceOf(summary: VoiceSummary, textSyllables: number): Voice {
    const fromWords = textSyllables > 0;
    const syllables = fromWords ? textSyllables : summary.nuclei;
    const syllablesPerSecond = summary.spanMs > 0 ? (syllables * 1000) / summary.spanMs : 0;
    // The two ways of counting differ: only rates from words are compared with the caller's habit.
    const measures = measuresOf(summary, fromWords ? syllablesPerSecond : 0);
    return {
      summary,
      measures,
      syllablesPerSecond,
      rateSource: fromWords ? 'words' : 'envelope',
      away: deviations(this.baseline, measures),
      familiarity: familiarity(this.baseline),
    };
  }

  private summary(fromSample: number, toSample: number): VoiceSummary {
    return summarize(
      this.frames.filter(
        ({ startSample }) => startSample + HOP_SAMPLES > fromSample && startSample < toSample,
      ),
    );
  }

  private atMs(sample: number): number {
    return (sample * 1000) / SAMPLE_RATE_HZ;
  }
}
