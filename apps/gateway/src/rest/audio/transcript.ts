import { deflateSync } from 'node:zlib';
import { hearingRateHz } from '../../session/engine/deadlines';
import type { Segment } from '../../workers/transcribe';

/** Written without spaces between sentences. */
const unspaced = new Set(['zh', 'ja', 'th', 'lo', 'my', 'km']);

/** What goes between a segment and the one before it. */
export const gap = (previous: Segment | undefined): string =>
  previous === undefined || unspaced.has(previous.language) ? '' : ' ';

export const textOf = (segments: readonly Segment[]): string =>
  segments.map((segment, index) => gap(segments[index - 1]) + segment.text).join('');

const seconds = (sample: number): number => Math.round((sample / hearingRateHz) * 1000) / 1000;

/** The spoken name of the language that most was said in, as "english"; empty = unknown. */
export function languageOf(segments: readonly Segment[]): string {
  const lengths = new Map<string, number>();
  for (const { language, startSample, endSample } of segments) {
    if (language !== '') lengths.set(language, (lengths.get(language) ?? 0) + endSample - startSample);
  }
  const [most] = [...lengths].toSorted(([, a], [, b]) => b - a);
  if (most === undefined) return '';
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(most[0]);
  return (name ?? most[0]).toLowerCase();
}

/**
 * `verbose_json`. What the recogniser does not tell is empty or null: tokens, the probability that nothing was said,
 * and of engines without a confidence the log probability.
 */
export const verbose = (segments: readonly Segment[], durationSeconds: number) => ({
  task: 'transcribe',
  language: languageOf(segments),
  duration: durationSeconds,
  text: textOf(segments),
  segments: segments.map(({ text, startSample, endSample, confidence }, id) => ({
    id,
    seek: 0,
    start: seconds(startSample),
    end: seconds(endSample),
    text,
    tokens: [],
    temperature: 0,
    avg_logprob: confidence > 0 ? Math.log(confidence) : null,
    compression_ratio: compressionRatio(text),
    no_speech_prob: null,
  })),
});

/** As Whisper has it: a text that repeats itself has a high one. */
function compressionRatio(text: string): number {
  const bytes = Buffer.from(text);
  return Math.round((bytes.length / deflateSync(bytes).length) * 1000) / 1000;
}

export const srt = (segments: readonly Segment[]): string =>
  segments
    .map(
      ({ text, startSample, endSample }, index) =>
        `${index + 1}\n${clock(startSample, ',')} --> ${clock(endSample, ',')}\n${text}\n\n`,
    )
    .join('');

export const vtt = (segments: readonly Segment[]): string =>
  `WEBVTT\n\n${segments
    .map(
      ({ text, startSample, endSample }) =>
        `${clock(startSample, '.')} --> ${clock(endSample, '.')}\n${text}\n\n`,
    )
    .join('')}`;

/** hh:mm:ss and milliseconds. */
function clock(sample: number, separator: string): string {
  const ms = Math.round((sample * 1000) / hearingRateHz);
  const part = (value: number, digits = 2): string => String(value).padStart(digits, '0');
  const whole = Math.floor(ms / 1000);
  return `${part(Math.floor(whole / 3600))}:${part(Math.floor(whole / 60) % 60)}:${part(whole % 60)}${separator}${part(ms % 1000, 3)}`;
}
