import { msToSamples } from '../endpointing/time';
import { agree } from './agreement';
import { replaceSegment, startDecode, type Draft } from './draft';
import { gateTranscript } from './gate';
import { partialText } from './partial-text';
import { evidenceOf } from './segment';
import { partialBackoffMs, requiredAttempts, type TranscriptionTiming } from './timing';
import type { DecodeFailure, Job, Reading, Segment, Utterance } from './utterance-types';

interface Found {
  readonly index: number;
  readonly segment: Segment;
  readonly job: Job;
}

function find(utterance: Utterance, jobId: number): Found | undefined {
  for (const [index, segment] of utterance.segments.entries()) {
    const job = segment.jobs.find((candidate) => candidate.id === jobId);
    if (job) return { index, segment, job };
  }
  return undefined;
}

/** A decode has finished: the awaited one of a closed segment settles it, one of the open segment is shown. */
export function takeReading(
  draft: Draft,
  jobId: number,
  raw: Reading,
  nowMs: number,
  timing: TranscriptionTiming,
): void {
  const found = find(draft.state, jobId);
  if (!found) return;
  const { index, segment, job } = found;
  const jobs = segment.jobs.filter((other) => other.id !== jobId);
  const reading = { ...raw, span: job.span, text: gateTranscript(raw.text, evidenceOf(segment)) };
  if (segment.endSample !== undefined) {
    if (segment.awaited !== jobId) {
      replaceSegment(draft, index, { ...segment, jobs });
      return;
    }
    const agreement = agree(segment.agreement, reading.text);
    replaceSegment(draft, index, { ...segment, jobs, reading, agreement, awaited: undefined });
  } else {
    if (segment.reading && segment.reading.span.endSample > job.span.endSample) {
      replaceSegment(draft, index, { ...segment, jobs });
      return;
    }
    replaceSegment(draft, index, { ...segment, ...agreed(segment, reading, job, timing), jobs, reading });
  }
  draft.state = {
    ...draft.state,
    nextPartialAtMs: Math.max(draft.state.nextPartialAtMs, nowMs + (timing.partialRest - 1) * raw.decodeMs),
  };
  tellPartial(draft);
}

/** Passes close to each other agree on anything: of partials only those as far apart as asked make words stable. */
function agreed(
  { agreement, agreedToSample }: Segment,
  { text }: Reading,
  { purpose, span }: Job,
  timing: TranscriptionTiming,
): Pick<Segment, 'agreement' | 'agreedToSample'> {
  const next = agree(agreement, text);
  const apart = span.endSample - agreedToSample >= msToSamples(timing.partialStepMs);
  return purpose === 'partial' && !apart
    ? { agreement: { ...agreement, shownText: next.shownText }, agreedToSample }
    : { agreement: next, agreedToSample: span.endSample };
}

function tellPartial(draft: Draft): void {
  if (!draft.state.announced || draft.state.closing) return;
  const partial = partialText(draft.state);
  if (partial) draft.effects.push({ kind: 'partial', ...partial });
}

/** A decode has failed. A required one is tried again if that can help; the others are not missed. */
export function takeFailure(draft: Draft, jobId: number, failure: DecodeFailure, nowMs: number): void {
  const found = find(draft.state, jobId);
  if (!found) return;
  const { index, segment } = found;
  const jobs = segment.jobs.filter((other) => other.id !== jobId);
  if (segment.awaited !== jobId) {
    replaceSegment(draft, index, { ...segment, jobs });
    draft.state = { ...draft.state, nextPartialAtMs: nowMs + partialBackoffMs };
    return;
  }
  if (failure.retryable && segment.attempts < requiredAttempts) {
    replaceSegment(draft, index, { ...segment, jobs, awaited: undefined });
    startDecode(draft, index, draft.state.closing ? 'final' : 'segment', segment.endSample!);
    return;
  }
  replaceSegment(draft, index, { ...segment, jobs, awaited: undefined, failure });
}
