import { settled } from './segment';
import type { DecodePurpose, Segment, Utterance, UtteranceEffect } from './utterance-types';
import { joinTexts } from './words';

/** An utterance on its way through one step, with what is to be done. */
export interface Draft {
  state: Utterance;
  readonly effects: UtteranceEffect[];
}

export function replaceSegment(draft: Draft, index: number, segment: Segment): void {
  draft.state = {
    ...draft.state,
    segments: draft.state.segments.map((other, i) => (i === index ? segment : other)),
  };
}

/** Starts a decode of a segment from its start to `endSample`; a required one is awaited. */
export function startDecode(draft: Draft, index: number, purpose: DecodePurpose, endSample: number): void {
  const segment = draft.state.segments[index]!;
  const id = draft.state.nextJob;
  const job = { id, purpose, span: { startSample: segment.startSample, endSample } };
  const required = purpose === 'segment' || purpose === 'final';
  draft.state = { ...draft.state, nextJob: id + 1 };
  replaceSegment(draft, index, {
    ...segment,
    jobs: [...segment.jobs, job],
    awaited: required ? id : segment.awaited,
    attempts: segment.attempts + (required ? 1 : 0),
  });
  const previous = draft.state.segments.slice(0, index).map((before) => before.reading?.text ?? '');
  draft.effects.push({ kind: 'decode', job, previousText: joinTexts(previous) });
}

/** Tells the final or the failure once the turn is over and nothing of it is awaited any more. */
export function settle(draft: Draft): void {
  const { closing, segments, done } = draft.state;
  if (done || !closing) return;
  const failure = segments.find((segment) => segment.failure)?.failure;
  if (!failure && !segments.every(settled)) return;
  draft.state = { ...draft.state, done: true };
  for (const segment of segments) {
    for (const job of segment.jobs) draft.effects.push({ kind: 'drop', jobId: job.id });
  }
  if (failure) {
    draft.effects.push({ kind: 'failed', code: failure.code, message: failure.message, closing });
    return;
  }
  const readings = segments.flatMap((segment) => (segment.reading ? [segment.reading] : []));
  const spoken = readings.filter((reading) => reading.text !== '');
  draft.effects.push({
    kind: 'final',
    text: joinTexts(spoken.map((reading) => reading.text)),
    language: spoken.at(-1)?.language ?? '',
    confidence: spoken.length === 0 ? 0 : Math.min(...spoken.map((reading) => reading.confidence)),
    decodeMs: readings.at(-1)?.decodeMs ?? 0,
    closing,
  });
}
