import { msToSamples } from '../endpointing/time';
import { takeFailure, takeReading } from './results';
import {
  coveringJob,
  coveringReading,
  cutDecision,
  cutSample,
  evidenceOf,
  extend,
  openSegment,
} from './segment';
import { settle, startDecode, type Draft } from './draft';
import { worthDecoding } from './gate';
import type { TranscriptionTiming } from './timing';
import type { Closing, Heard, Segment, Utterance, UtteranceEvent, UtteranceStep } from './utterance-types';

/** A turn begins. Its first segment opens with the first speech in it. */
export function startUtterance(number: number, startSample: number, announced: boolean): Utterance {
  return {
    number,
    announced,
    startSample,
    segments: [],
    nextJob: 1,
    nextPartialAtMs: 0,
    closing: undefined,
    done: false,
  };
}

/**
 * The transcription of one turn: which stretches are decoded when, and what is told. Pure: everything to do is in
 * the effects, every time comes with the event.
 */
export function stepUtterance(
  utterance: Utterance,
  event: UtteranceEvent,
  timing: TranscriptionTiming,
): UtteranceStep {
  if (utterance.done) return { state: utterance, effects: [] };
  const draft: Draft = { state: utterance, effects: [] };
  switch (event.kind) {
    case 'heard':
      if (!utterance.closing) hear(draft, event, timing);
      break;
    case 'closed':
      if (!utterance.closing) close(draft, event.closing, timing);
      break;
    case 'decoded':
      takeReading(draft, event.jobId, event.reading, event.nowMs, timing);
      break;
    case 'decode_failed':
      takeFailure(draft, event.jobId, event.failure, event.nowMs);
      break;
    case 'tick':
      checkDeadline(draft, event, timing);
      break;
  }
  settle(draft);
  return draft;
}

function hear(draft: Draft, heard: Heard, timing: TranscriptionTiming): void {
  const open = openSegmentOf(draft.state);
  if (!open) {
    if (heard.speech) openNext(draft, heard, timing);
    return;
  }
  const segment = extend(open, heard, timing);
  replaceLast(draft, segment);
  const cutAt = cutDecision(segment, heard, timing);
  if (cutAt !== undefined) {
    closeSegment(draft, segment, cutAt, 'segment', timing);
    return;
  }
  if (!heard.speech) decodeEarly(draft, segment, heard, timing);
  else considerPartial(draft, segment, heard, timing);
}

function openSegmentOf(utterance: Utterance): Segment | undefined {
  const last = utterance.segments.at(-1);
  return last?.endSample === undefined ? last : undefined;
}

function openNext(draft: Draft, heard: Heard, timing: TranscriptionTiming): void {
  const previous = draft.state.segments.at(-1);
  const earliest = previous?.endSample ?? draft.state.startSample;
  const padded = heard.startSample - msToSamples(timing.segmentPaddingMs);
  const startSample = previous ? Math.max(earliest, padded) : earliest;
  const segment = extend(openSegment(startSample), heard, timing);
  draft.state = { ...draft.state, segments: [...draft.state.segments, segment] };
}

function replaceLast(draft: Draft, segment: Segment): void {
  draft.state = { ...draft.state, segments: [...draft.state.segments.slice(0, -1), segment] };
}

function decodeEarly(draft: Draft, segment: Segment, heard: Heard, timing: TranscriptionTiming): void {
  const pause = heard.endSample - segment.voiceEndSample;
  if (pause < msToSamples(timing.earlyDecodeMs)) return;
  if (coveringReading(segment) || coveringJob(segment)) return;
  startDecode(draft, draft.state.segments.length - 1, 'early', heard.endSample);
}

function considerPartial(draft: Draft, segment: Segment, heard: Heard, timing: TranscriptionTiming): void {
  const { announced, nextPartialAtMs } = draft.state;
  if (!announced || segment.jobs.length >= timing.partialsAtOnce || heard.nowMs < nextPartialAtMs) return;
  const spans = [segment.reading, ...segment.jobs].flatMap((one) => one?.span ?? []);
  const askedTo = Math.max(segment.startSample, ...spans.map(({ endSample }) => endSample));
  const stepMs =
    spans.length === 0 ? timing.firstPartialMs : Math.min(timing.partialStepMs, timing.glanceStepMs);
  if (heard.endSample - askedTo < msToSamples(stepMs)) return;
  if (!heard.mayPartial) {
    draft.state = { ...draft.state, nextPartialAtMs: heard.nowMs + timing.partialStepMs };
    draft.effects.push({ kind: 'partial_skipped' });
    return;
  }
  startDecode(draft, draft.state.segments.length - 1, 'partial', heard.endSample);
}

function closeSegment(
  draft: Draft,
  open: Segment,
  endSample: number,
  purpose: 'segment' | 'final',
  timing: TranscriptionTiming,
): void {
  const end = Math.max(endSample, open.startSample);
  const segment = { ...open, endSample: end, speechEndSample: Math.min(open.speechEndSample, end) };
  const reading = coveringReading(segment);
  const job = reading ? undefined : coveringJob(segment);
  const closed: Segment = { ...segment, reading, awaited: job?.id };
  replaceLast(draft, closed);
  if (reading || job) return;
  if (!worthDecoding(evidenceOf(closed)) || end === closed.startSample) return;
  startDecode(draft, draft.state.segments.length - 1, purpose, cutSample(closed, end, timing));
}

function close(draft: Draft, closing: Closing, timing: TranscriptionTiming): void {
  const open = openSegmentOf(draft.state);
  draft.state = { ...draft.state, closing };
  const failed = draft.state.segments.some((segment) => segment.failure);
  if (open && !failed) closeSegment(draft, open, closing.endSample, 'final', timing);
}

function checkDeadline(
  draft: Draft,
  { nowMs, readAtMs }: Extract<UtteranceEvent, { kind: 'tick' }>,
  timing: TranscriptionTiming,
): void {
  const closing = draft.state.closing;
  if (!closing || nowMs < Math.max(closing.atMs, readAtMs) + timing.finalDeadlineMs) return;
  for (const segment of draft.state.segments) {
    for (const job of segment.jobs) draft.effects.push({ kind: 'drop', jobId: job.id });
  }
  draft.effects.push({
    kind: 'failed',
    code: 'deadline',
    message: `no transcript within ${timing.finalDeadlineMs} ms`,
    closing,
  });
  draft.state = { ...draft.state, done: true };
}
