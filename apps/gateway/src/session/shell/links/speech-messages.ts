import { formatRateHz } from '@parley/protocol';
import { v1 } from '@parley/contracts';
import type { VoiceRequest } from '../../engine/coordinator/effects';
import type { SynthesisEvent } from '../../engine/coordinator/events';
import { failureOf } from './generation-messages';
import { perceptionMessage } from './perception-messages';

export const beginMessage = (request: VoiceRequest): v1.SpeakBegin.$Properties => ({
  voice: request.voice,
  sampleRate: formatRateHz(request.format),
  speed: request.speed,
  language: request.language,
  wholeSentences: request.wholeSentences,
  perception: request.perception === null ? null : perceptionMessage(request.perception),
});

const retryable = new Set(['transient', 'rate_limit']);

/** undefined: nothing the session needs to know. `pcm` is a view of the message. */
export function toSynthesisEvent(message: v1.SpeechEvent): SynthesisEvent | undefined {
  switch (message.event) {
    case 'segmentStarted': {
      const { textStart, textEnd } = message.segmentStarted!;
      return { type: 'segment_started', textStart: textStart ?? 0, textEnd: textEnd ?? 0 };
    }
    case 'audio': {
      const pcm = message.audio!.audio?.pcm;
      return pcm == null || pcm.byteLength < 2 ? undefined : { type: 'audio', pcm };
    }
    case 'segmentDone': {
      const words = (message.segmentDone!.words ?? []).map((word) => ({
        textStart: word.textStart ?? 0,
        textEnd: word.textEnd ?? 0,
        startMs: word.startMs ?? 0,
        endMs: word.endMs ?? 0,
      }));
      return { type: 'segment_done', words };
    }
    case 'done':
      return { type: 'speech_done' };
    case 'failed': {
      const { class: kind, code, message: text } = message.failed!;
      return {
        type: 'speech_failed',
        failure: failureOf(kind ?? '', code ?? '', text ?? ''),
        retryable: retryable.has(kind ?? ''),
      };
    }
    default:
      return undefined;
  }
}
