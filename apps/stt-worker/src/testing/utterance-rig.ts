import { msToSamples } from '../endpointing/time';
import { defaultTiming, type TranscriptionTiming } from '../transcription/timing';
import { startUtterance, stepUtterance } from '../transcription/utterance';
import type {
  DecodePurpose,
  Utterance,
  UtteranceEffect,
  UtteranceEvent,
} from '../transcription/utterance-types';

const frameMs = 32;

/** One turn driven by hand; `log` tells what it asked for, in short. */
export class UtteranceRig {
  state: Utterance;
  readonly timing: TranscriptionTiming;
  readonly log: string[] = [];
  readonly effects: UtteranceEffect[] = [];
  /** Partials that were due and not wanted; the log leaves them out. */
  skipped = 0;
  headMs = 0;
  nowMs = 0;
  mayPartial = false;

  constructor(timing: Partial<TranscriptionTiming> = {}, announced = true) {
    this.timing = { ...defaultTiming, ...timing };
    this.state = startUtterance(1, 0, announced);
  }

  step(event: UtteranceEvent): void {
    const { state, effects } = stepUtterance(this.state, event, this.timing);
    this.state = state;
    this.effects.push(...effects);
    const told = effects.filter((effect) => effect.kind !== 'partial_skipped');
    this.skipped += effects.length - told.length;
    this.log.push(...told.map(inShort));
  }

  speak(ms: number, levelDbfs = -20): void {
    this.#frames(ms, true, levelDbfs);
  }

  /** The VAD still takes it for speech, though the voice is over. */
  linger(ms: number): void {
    this.#frames(ms, true, -60, msToSamples(this.headMs));
  }

  pause(ms: number): void {
    this.#frames(ms, false, -70);
  }

  close(): void {
    const endSample = msToSamples(this.headMs);
    this.step({ kind: 'closed', closing: { startSample: 0, endSample, atMs: this.nowMs } });
  }

  answer(jobId: number, text: string, decodeMs = 100): void {
    const span = { startSample: 0, endSample: 0 };
    const reading = { span, text, language: 'en', decodeMs, confidence: 0 };
    this.step({ kind: 'decoded', jobId, reading, nowMs: this.nowMs });
  }

  fail(jobId: number, retryable: boolean): void {
    const failure = { code: 'broken', message: 'it broke', retryable };
    this.step({ kind: 'decode_failed', jobId, failure, nowMs: this.nowMs });
  }

  /** What happened since the last call. */
  take(): string[] {
    return this.log.splice(0);
  }

  decodes(purpose: DecodePurpose): number {
    return this.effects.filter((effect) => effect.kind === 'decode' && effect.job.purpose === purpose).length;
  }

  #frames(ms: number, speech: boolean, levelDbfs: number, voiceEndSample?: number): void {
    for (let passed = 0; passed < ms; passed += frameMs) {
      const startSample = msToSamples(this.headMs);
      this.headMs += frameMs;
      this.nowMs += frameMs;
      this.step({
        kind: 'heard',
        startSample,
        endSample: msToSamples(this.headMs),
        speech,
        ...(voiceEndSample !== undefined && { voiceEndSample }),
        probability: speech ? 0.95 : 0.02,
        levelDbfs,
        nowMs: this.nowMs,
        mayPartial: this.mayPartial,
      });
    }
  }
}

function inShort(effect: UtteranceEffect): string {
  switch (effect.kind) {
    case 'decode': {
      const { id, purpose, span } = effect.job;
      return `${purpose} ${id} ${span.startSample / 16}-${span.endSample / 16}`;
    }
    case 'drop':
      return `drop ${effect.jobId}`;
    case 'partial_skipped':
      return 'skipped';
    case 'partial':
      return `partial "${effect.text}" ${effect.stableChars}`;
    case 'final':
      return `final "${effect.text}"`;
    case 'failed':
      return `failed ${effect.code}`;
  }
}
