import type { SpeechPiece, v1 } from '@parley/contracts';
import type { MeterEvent } from '../../../metering/generation-meter';
import { toModelUses } from '@parley/metering';

/** What llm-router tells of what a generation uses; undefined: nothing. */
export function generationMetered(message: v1.GenerateEvent, generation: number): MeterEvent | undefined {
  const { started, text, finished, failed, spent } = message;
  if (text != null) return { type: 'wrote', generation, chars: text.text?.length ?? 0 };
  if (started != null) return { type: 'used', generation, uses: toModelUses(started.attempts), over: false };
  const over = finished ?? failed;
  if (over != null) return { type: 'used', generation, uses: toModelUses(over.attempts), over: true };
  if (spent == null) return undefined;
  const { generation: cancelled, attempts } = spent;
  return { type: 'used', generation: cancelled ?? 0, uses: toModelUses(attempts), over: true };
}

/** The same of tts-worker. */
export function speechMetered(message: v1.SpeechEvent, generation: number): MeterEvent | undefined {
  const { segmentStarted, audio } = message;
  if (segmentStarted != null) {
    const { engine, textStart, textEnd } = segmentStarted;
    const characters = Math.max(0, (textEnd ?? 0) - (textStart ?? 0));
    return { type: 'segment', generation, model: engine ?? '', characters };
  }
  const { pcm, sampleRate } = audio?.audio ?? {};
  if (pcm == null || !sampleRate) return undefined;
  return spokenMetered({ pcm, sampleRate }, generation);
}

export const spokenMetered = ({ pcm, sampleRate }: SpeechPiece, generation: number): MeterEvent => ({
  type: 'spoke',
  generation,
  audioMs: (pcm.byteLength * 500) / sampleRate,
});

/** The same of stt-worker. */
export const hearingMetered = ({ final }: v1.HearingEvent): MeterEvent | undefined =>
  final == null ? undefined : { type: 'heard', model: final.engine ?? '', audioMs: final.audioMs ?? 0 };
