import { msToSamples, samplesToMs } from '../endpointing/time';
import { nothingAgreed } from './agreement';
import type { SpeechEvidence } from './gate';
import type { TranscriptionTiming } from './timing';
import type { Heard, Job, Reading, Segment, Span } from './utterance-types';

export function openSegment(startSample: number): Segment {
  return {
    startSample,
    endSample: undefined,
    speechEndSample: startSample,
    voiceEndSample: startSample,
    speechSamples: 0,
    peakProbability: 0,
    quietest: undefined,
    jobs: [],
    reading: undefined,
    awaited: undefined,
    attempts: 0,
    failure: undefined,
    agreement: nothingAgreed,
    agreedToSample: startSample,
  };
}

/** The segment with one more frame in it. */
export function extend(segment: Segment, heard: Heard, timing: TranscriptionTiming): Segment {
  const looking = heard.endSample - segment.startSample >= msToSamples(timing.quietestAfterMs);
  const quieter = !segment.quietest || heard.levelDbfs <= segment.quietest.levelDbfs;
  return {
    ...segment,
    speechEndSample: heard.speech ? heard.endSample : segment.speechEndSample,
    voiceEndSample: heard.speech
      ? Math.max(segment.voiceEndSample, heard.voiceEndSample ?? heard.endSample)
      : segment.voiceEndSample,
    speechSamples: segment.speechSamples + (heard.speech ? heard.endSample - heard.startSample : 0),
    peakProbability: Math.max(segment.peakProbability, heard.probability),
    quietest:
      looking && quieter
        ? { sample: (heard.startSample + heard.endSample) / 2, levelDbfs: heard.levelDbfs }
        : segment.quietest,
  };
}

/** Whether a decode of `span` hears all of the segment's speech and nothing after its end. */
export function covers(span: Span, segment: Segment): boolean {
  return span.endSample >= segment.speechEndSample && span.endSample <= (segment.endSample ?? Infinity);
}

export function coveringReading(segment: Segment): Reading | undefined {
  return segment.reading && covers(segment.reading.span, segment) ? segment.reading : undefined;
}

/** Not a partial: that one gives way to everything else, so nothing waits for it. */
export function coveringJob(segment: Segment): Job | undefined {
  return segment.jobs.find((job) => job.purpose !== 'partial' && covers(job.span, segment));
}

export function evidenceOf(segment: Segment): SpeechEvidence {
  return { speechMs: samplesToMs(segment.speechSamples), peakProbability: segment.peakProbability };
}

/** Closed, and its text or failure is known. */
export function settled(segment: Segment): boolean {
  return segment.endSample !== undefined && segment.awaited === undefined;
}

/** Where a segment is cut in a pause: some silence stays on it, so that its last word is whole. */
export function cutSample(segment: Segment, headSample: number, timing: TranscriptionTiming): number {
  return Math.min(headSample, segment.speechEndSample + msToSamples(timing.segmentPaddingMs));
}

/** What of the open segment should happen at this frame, by the lengths of speech and pause alone. */
export function cutDecision(segment: Segment, heard: Heard, timing: TranscriptionTiming): number | undefined {
  const pause = heard.endSample - segment.speechEndSample;
  const length = segment.speechEndSample - segment.startSample;
  if (pause >= msToSamples(timing.longPauseMs)) return cutSample(segment, heard.endSample, timing);
  if (pause >= msToSamples(timing.cutPauseMs) && length >= msToSamples(timing.cutAfterMs)) {
    return cutSample(segment, heard.endSample, timing);
  }
  if (heard.endSample - segment.startSample >= msToSamples(timing.longestSegmentMs)) {
    return Math.round(segment.quietest?.sample ?? heard.endSample);
  }
  return undefined;
}
